package io.wireroom.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The authors' names: as data if the page states them, else from its byline. */
final class Bylines {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:erstellt|geschrieben|verfasst)"
              + " von|(?:written|posted|story|article|words|text|analysis|opinion|review|reviewed|reported)\\s+by|(?:view"
              + " |see |show )?all (?:posts|articles|stories) (?:by|from)|(?:zeige )?alle"
              + " (?:beiträge|artikel) von|voir tous les articles (?:de|par)|ver todas las entradas"
              + " de|posts by"
              + "|by|von|par|por|da|di|door|av|af|przez|автор|author|autor|auteur)\\s*[:：]?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:,|;|\\||/|·|•|&|\\s(?:and|und|et|e|y|en|och|og|i|и|with)\\s)\\s*");

  /** What follows a name in a byline and is not one. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "\\d|@|https?:|www\\.|\\b(?:editor|reporter|correspondent|writer|contributor|staff|updated|"
              + "published|posted|columnist|opinion|for|special|at|ago|am|pm|senior|chief|the)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Where a byline goes on to say when. */
  private static final Pattern WHEN =
      Pattern.compile(
          "\\s+(?:published|updated|posted|last|first|on|in|\\W|\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
              + "(?:\\W|\\d).*$",
          Pattern.CASE_INSENSITIVE);

  /** Two to four words with capitals, particles between them allowed. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]{0,20}(?:"
              + " (?:von|van|de|der|den|du|del|la|le|al|el|zu|di|da|dos|bin))?(?:"
              + " \\p{Lu}[\\p{L}.'’-]{0,20}){1,3}");

  private static final Pattern CREDENTIALS = Pattern.compile("(?:\\p{Lu}\\.?){1,5}|Ph\\.?D\\.?");

  /** Accounts of the machine, not people. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)[a-z0-9_.-]*admin(?:istrator)?|webmaster|root|user|guest");

  private static final Pattern DAY_OR_MONTH =
      Pattern.compile(
          "(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
              + "|august|september|october|november|december");

  private static final Set<String> AGENCIES =
      Set.of(
          "Associated Press", "The Associated Press", "AP", "Reuters", "AFP", "Bloomberg", "dpa");

  private static final int LONGEST_NAME = 60;
  private static final int MOST_AUTHORS = 20;

  private final Document document;
  private final MetaTags meta;
  private final JsonLd data;

  Bylines(Document document, MetaTags meta, JsonLd data) {
    this.document = document;
    this.meta = meta;
    this.data = data;
  }

  /** In the page's order, none twice; empty when the page names none. */
  List<String> find(String siteName) {
    List<String> stated = new ArrayList<>();
    addStated(stated, data.ofArticle("author"));
    if (stated.isEmpty()) {
      addStated(stated, data.ofArticle("creator"));
    }
    if (stated.isEmpty()) {
      stated.addAll(
          meta.all(
              "author",
              "article:author",
              "parsely-author",
              "sailthru.author",
              "byl",
              "dc.creator"));
      stated.removeIf(name -> name.contains("://"));
    }
    if (stated.isEmpty()) {
      for (Element element : document.select("[itemprop~=^(author|creator)$]")) {
        Element name = element.selectFirst("[itemprop=name]");
        stated.add(name == null ? contentOf(element) : contentOf(name));
      }
    }
    if (stated.isEmpty()) {
      addBylines(stated);
    }
    return names(stated, siteName);
  }

  private static String contentOf(Element element) {
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  private void addStated(List<String> stated, JsonNode author) {
    Iterable<JsonNode> nodes = author.isArray() ? author : List.of(author);
    for (JsonNode reference : nodes) {
      JsonNode node = data.resolve(reference);
      JsonNode name = node.isTextual() ? node : node.path("name");
      for (String text : JsonLd.strings(name)) {
        if (!text.isBlank() && !text.contains("://")) {
          stated.add(JsonLd.plain(text));
        }
      }
    }
  }

  private void addBylines(List<String> stated) {
    for (Element link : document.select("a[rel~=(?i)^author$]")) {
      stated.add(link.text());
    }
    if (!stated.isEmpty()) {
      return;
    }
    for (Element element :
        document.select("[class~=(?i)(^|[ _-])(byline|author-name|authorname|c-byline)]")) {
      String text = element.text();
      if (!text.isBlank() && text.length() <= 3 * LONGEST_NAME) {
        stated.add(text);
        return;
      }
    }
    for (Element element :
        document.select(
            "[class~=(?i)(^|[ _-])(author|vcard|autor|auteur)], [rel~=(?i)author], address")) {
      String name = LEAD.matcher(element.text().strip()).replaceFirst("");
      boolean comment = element.closest("[class*=comment], [id*=comment]") != null;
      if (!comment && NAME.matcher(name).matches()) {
        stated.add(name);
        return;
      }
    }
  }

  private static List<String> names(List<String> stated, String siteName) {
    Map<String, String> names = new LinkedHashMap<>();
    String site = siteName.toLowerCase(Locale.ROOT);
    for (String text : stated) {
      String plain = text.strip().replaceAll("\\s+", " ");
      if (plain.length() > 10 * LONGEST_NAME) {
        continue;
      }
      for (String part : BETWEEN.split(LEAD.matcher(plain).replaceFirst(""), -1)) {
        String whole =
            WHEN.matcher(LEAD.matcher(part.strip()).replaceFirst("") + " ")
                .replaceFirst("")
                .strip();
        String name = withoutEmployer(whole, site);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits =
            !name.isEmpty() && name.length() <= LONGEST_NAME && !ACCOUNT.matcher(name).matches();
        // A part of the byline that is no name is a role, unless it is all there is.
        boolean role =
            NO_NAME.matcher(name).find()
                || CREDENTIALS.matcher(name).matches()
                || DAY_OR_MONTH.matcher(name).matches()
                || site.startsWith(lower)
                || !site.isEmpty() && lower.startsWith(site + " ");
        if (fits && !(role && !names.isEmpty()) && names.size() < MOST_AUTHORS) {
          names.putIfAbsent(lower, name);
        }
      }
    }
    names.remove(site);
    return List.copyOf(names.values());
  }

  /** Without the site or agency that stands behind a name, with nothing in between. */
  private static String withoutEmployer(String name, String site) {
    String plainSite = site.replace(" ", "");
    for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      String rest = name.substring(at + 1);
      boolean employer =
          AGENCIES.contains(rest)
              || rest.toLowerCase(Locale.ROOT).replace(" ", "").equals(plainSite);
      if (employer && name.substring(0, at).indexOf(' ') > 0) {
        return name.substring(0, at);
      }
    }
    return name;
  }
}
