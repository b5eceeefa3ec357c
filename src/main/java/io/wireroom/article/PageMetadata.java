package io.wireroom.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself beside its text: in JSON-LD, OpenGraph and other meta elements,
 * microdata, and links, asked in that order for what machines read, and the headings for the title.
 *
 * @param statedLanguage the language tag as the page states it; empty when it does not
 * @param statedBody the article's text as the page's data states it; empty when it does not
 * @param sold whether the page says that the article is not free to read
 */
record PageMetadata(
    String title,
    List<String> authors,
    @Nullable Instant published,
    @Nullable String siteName,
    String statedLanguage,
    @Nullable URI canonicalUrl,
    @Nullable URI image,
    String statedBody,
    boolean sold) {

  private static final int LONGEST_NAME = 80;

  static PageMetadata of(Document document, @Nullable URI url) {
    JsonLd data = JsonLd.of(document);
    MetaTags meta = new MetaTags(document);
    String host = url == null || url.getHost() == null ? "" : url.getHost();
    String siteName = siteName(meta, data);
    PageLinks links = new PageLinks(document, meta, data, url);
    return new PageMetadata(
        new Titles(document, meta, data, siteName).find(host.toLowerCase(Locale.ROOT)),
        new Bylines(document, meta, data).find(siteName),
        new PublishedDate(document, meta, data).find(url),
        siteName.isEmpty() ? null : siteName,
        statedLanguage(document, meta, data),
        links.canonical(),
        links.image(),
        String.join("\n\n", JsonLd.strings(data.ofArticle("articleBody"))),
        isSold(document, meta, data));
  }

  private static String siteName(MetaTags meta, JsonLd data) {
    JsonNode publisher = data.find("publisher");
    JsonNode first = publisher.isArray() ? data.resolve(publisher.path(0)) : publisher;
    return Stream.of(
            meta.first("og:site_name"),
            first.isTextual() ? first.asText() : first.path("name").asText(""),
            data.site().path("name").asText(""),
            meta.first("application-name", "apple-mobile-web-app-title", "dc.publisher"),
            meta.first("publisher"))
        .map(name -> withoutSlogan(JsonLd.plain(name).strip()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Some sites state their address for a name, or their name with a slogan. */
  private static String withoutSlogan(String name) {
    int bar = name.indexOf(" | ");
    String plain = bar > 0 ? name.substring(0, bar).strip() : name;
    return plain.contains("://") || plain.length() > LONGEST_NAME ? "" : plain;
  }

  private static String statedLanguage(Document document, MetaTags meta, JsonLd data) {
    Element html = document.selectFirst("html");
    String language = html == null ? "" : html.attr("lang").strip();
    if (language.isEmpty() && html != null) {
      language = html.attr("xml:lang").strip();
    }
    if (language.isEmpty()) {
      language =
          meta.first("og:locale", "content-language", "dc.language", "inlanguage", "language");
    }
    if (language.isEmpty()) {
      JsonNode stated = data.find("inLanguage");
      language = stated.isTextual() ? stated.asText() : stated.path("alternateName").asText("");
    }
    return language;
  }

  /**
   * The article's own word counts, or that of a part of it that has a selector (what search engines
   * ask of paywalls), or that of meta elements.
   */
  private static boolean isSold(Document document, MetaTags meta, JsonLd data) {
    String free = data.find("isAccessibleForFree").asText("");
    if (free.isEmpty()) {
      free = partsFree(data.find("hasPart"));
    }
    if (free.isEmpty()) {
      Element said = document.selectFirst("[itemprop=isAccessibleForFree]:not(meta)");
      String value = said == null ? "" : said.attr("href") + said.attr("content");
      free = said == null || !value.isEmpty() ? value : said.ownText();
    }
    if (free.isEmpty()) {
      free = meta.first("isaccessibleforfree");
    }
    String tier = meta.first("article:content_tier", "content_tier").toLowerCase(Locale.ROOT);
    String paid = meta.first("paywall", "ispaywalled", "is_paywalled", "cxenseparse:paywall");
    return isFalse(free)
        || tier.equals("locked")
        || paid.matches("(?i)true|yes|1|hard|locked|premium");
  }

  /** "False", and the address of schema.org's False, stand for false as well. */
  private static boolean isFalse(String said) {
    String word = said.strip().toLowerCase(Locale.ROOT);
    return word.substring(word.lastIndexOf('/') + 1).equals("false");
  }

  private static String partsFree(JsonNode parts) {
    for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
      String free = part.path("isAccessibleForFree").asText("");
      if (isFalse(free) && part.has("cssSelector")) {
        return free;
      }
    }
    return "";
  }
}
