package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an entry of an item element, whatever dialect it is in. */
final class EntryReader {
  static final Set<String> PUBLISHED = Set.of("published", "issued", "pubdate", "dcterms:issued");
  static final Set<String> UPDATED =
      Set.of("updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate", "lastmod");

  private static final Set<String> CREATED =
      Set.of("created", "dcterms:created", "dcterms:available", "dcterms:date", "date");

  private final FeedContext context;

  EntryReader(FeedContext context) {
    this.context = context;
  }

  /**
   * Reads one entry.
   *
   * @param authors whom an entry without authors is from: Atom's feed authors, else empty
   */
  Feed.Entry read(XmlElement item, List<Person> authors) {
    EntryLinks links = new EntryLinks(item, context);
    XmlElement guid = item.first("guid");
    String id = id(item, guid);
    EntryTexts texts = EntryTexts.of(item, context);
    Instant updated = updated(item);
    Instant published = FeedContext.date(item, PUBLISHED);
    if (published == null) {
      Instant created = FeedContext.date(item, CREATED);
      published = created == null ? updated : created;
    }
    String base = context.base(item);
    XmlElement source = item.first("source");
    List<Person> people = FeedPeople.authors(item, base);
    if (people.isEmpty() && source != null) {
      people = FeedPeople.authors(source, base);
    }
    people = people.isEmpty() ? authors : people;
    List<FeedDetails.Category> tags = FeedTags.of(item);
    return new Feed.Entry(
        id,
        links.main(guid),
        title(item),
        published,
        updated,
        texts.summary(),
        texts.content(),
        names(people),
        FeedTags.terms(tags),
        links.enclosures(),
        new FeedDetails(
            details(item, source, base, people),
            null,
            List.copyOf(people),
            FeedPeople.contributors(item, base),
            tags,
            links.all(),
            FeedPictures.ofEntry(item, context)));
  }

  static List<String> names(List<Person> people) {
    List<String> names = new ArrayList<>(people.size());
    for (Person person : people) {
      String name = person.display();
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private @Nullable String id(XmlElement item, @Nullable XmlElement guid) {
    if (guid != null) {
      boolean opaque = "false".equalsIgnoreCase(guid.attrOf("ispermalink"));
      String text = guid.text();
      String id = opaque ? (text.isEmpty() ? null : text) : context.id(guid, text);
      if (id != null) {
        return id;
      }
    }
    XmlElement atomId = item.first("id");
    String id = atomId == null ? null : context.id(atomId, atomId.text());
    return id != null ? id : context.id(item, item.attrOf("rdf:about", "about"));
  }

  private @Nullable String title(XmlElement item) {
    String title = context.plain(item, "title", "dc:title", "media:title", "dcterms:title");
    if (title == null) {
      XmlElement media = EntryTexts.media(item);
      title = media == null ? null : context.plain(media, "media:title");
    }
    return title != null ? title : context.plain(item, "itunes:title");
  }

  private static @Nullable Instant updated(XmlElement item) {
    Instant updated = FeedContext.date(item, UPDATED);
    return updated != null ? updated : FeedDates.parse(item.attrOf("lastmod"));
  }

  private Map<String, String> details(
      XmlElement item, @Nullable XmlElement source, String base, List<Person> people) {
    Map<String, String> texts = new LinkedHashMap<>();
    String author = FeedPeople.line(item, base);
    if (author == null && !people.isEmpty()) {
      author = people.get(0).display();
    }
    if (author != null) {
      texts.put("author", author);
    }
    context.note(texts, "subtitle", item, "subtitle", "itunes:subtitle");
    context.note(texts, "rights", item, "rights", "copyright", "dc:rights", "media:copyright");
    context.note(texts, "publisher", item, "dc:publisher");
    String comments = context.link(item, item.textOf("comments"));
    if (comments != null) {
      texts.put("comments", comments);
    }
    if (source != null) {
      context.note(
          texts,
          "source",
          source.hasElements() ? source : item,
          source.hasElements() ? "title" : "source");
    }
    String location = FeedPlaces.of(item);
    if (location != null) {
      texts.put("location", location);
    }
    return Map.copyOf(texts);
  }
}
