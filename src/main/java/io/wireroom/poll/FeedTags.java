package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Category;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags of a feed or entry, from every vocabulary that feeds use, in document order. */
final class FeedTags {
  private static final String ITUNES = "http://www.itunes.com/";
  private static final String MEDIA = "http://search.yahoo.com/mrss/category_schema";
  private static final int MAX_TAGS = 500;
  private static final int MAX_LENGTH = 500;

  private final Set<Category> found = new LinkedHashSet<>();

  private FeedTags() {}

  static List<Category> of(XmlElement parent) {
    FeedTags tags = new FeedTags();
    tags.collect(parent);
    return List.copyOf(tags.found);
  }

  private void collect(XmlElement parent) {
    for (XmlElement child : parent.elements()) {
      switch (child.name()) {
        case "category", "dc:subject", "dcterms:subject" -> category(child, null);
        case "media:category" -> category(child, MEDIA);
        case "itunes:category", "googleplay:category" -> itunes(child);
        case "itunes:keywords" -> list(child, ITUNES);
        case "tags", "keywords", "media:keywords", "news:keywords" -> list(child, null);
        case "media:group", "media:content" -> collect(child);
        default -> {}
      }
    }
  }

  private void category(XmlElement element, @Nullable String usualScheme) {
    String scheme = element.attrOf("scheme", "domain");
    String label = element.attrOf("label");
    String term = element.attrOf("term");
    String text = element.hasElements() ? rdfValue(element) : element.text();
    String value = term != null ? term : text.isEmpty() ? label : text;
    add(value, scheme == null ? usualScheme : scheme, label);
  }

  /** dc:subject in RDF may wrap its word: taxo:topic with rdf:value. */
  private static String rdfValue(XmlElement element) {
    for (XmlElement inside : element.elements()) {
      String value = inside.textOf("rdf:value");
      if (value != null) {
        return value;
      }
    }
    return element.text();
  }

  private void itunes(XmlElement element) {
    String term = element.attrOf("text");
    add(term != null ? term : element.hasElements() ? null : element.text(), ITUNES, null);
    for (XmlElement nested : element.all(element.name())) {
      itunes(nested);
    }
  }

  private void list(XmlElement element, @Nullable String scheme) {
    String text = element.text();
    for (String term :
        text.substring(0, Math.min(text.length(), MAX_LENGTH * 20)).split(",", MAX_TAGS)) {
      add(term, scheme, null);
    }
  }

  private void add(@Nullable String term, @Nullable String scheme, @Nullable String label) {
    if (term == null || found.size() >= MAX_TAGS) {
      return;
    }
    String plain = HtmlText.plain(term);
    if (!plain.isEmpty() && plain.length() <= MAX_LENGTH) {
      found.add(new Category(plain, scheme, label));
    }
  }

  /** The words alone, without repeats that differ only in case. */
  static List<String> terms(List<Category> categories) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> terms = new ArrayList<>(categories.size());
    for (Category category : categories) {
      String word = category.label() == null ? category.term() : category.label();
      if (seen.add(word.toLowerCase(Locale.ROOT))) {
        terms.add(word);
      }
    }
    return List.copyOf(terms);
  }
}
