package io.wireroom.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article's title without the site's name. What the page states for sharing is compared with
 * its headings: a heading that the stated titles contain is the title as the reader sees it.
 */
final class Titles {
  /** Between a title and a site's name; with spaces, so that hyphenated words stay whole. */
  private static final Pattern SEPARATOR = Pattern.compile(" +(?:[|\\-–—»«·•:]|::|//|/) +| ?\\| ?");

  private static final int LONGEST = 400;
  private static final int MOST_HEADINGS = 10;

  private final Document document;
  private final MetaTags meta;
  private final JsonLd data;
  private final String siteName;

  Titles(Document document, MetaTags meta, JsonLd data, String siteName) {
    this.document = document;
    this.meta = meta;
    this.data = data;
    this.siteName = siteName;
  }

  String find(String host) {
    List<String> stated = new ArrayList<>();
    for (String headline : JsonLd.strings(data.ofArticle("headline"))) {
      add(stated, JsonLd.plain(headline));
    }
    add(stated, meta.first("og:title"));
    add(
        stated,
        meta.first("twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"));
    add(stated, document.title());
    String shown = "";
    for (Element heading : document.select("h1").stream().limit(MOST_HEADINGS).toList()) {
      String text = squeeze(heading.text());
      if (Words.of(text).size() > 1 && isStated(text, stated)) {
        shown = withoutSite(text, host);
        break;
      }
    }
    String first = shown;
    boolean own = stated.stream().anyMatch(title -> title.startsWith(first));
    boolean doubtful = !shown.isEmpty() && !own && isPart(shown, stated);
    // The site's name can be a heading, too: then the longer part of the stated title is its own.
    String headings = shown.isEmpty() ? "h2" : "h1, h2";
    int words = Math.max(1, Words.of(shown).size());
    for (Element heading : document.select(headings).stream().limit(MOST_HEADINGS).toList()) {
      String text = squeeze(heading.text());
      boolean longer = Words.of(text).size() > words;
      if (longer && (doubtful || shown.isEmpty()) && isPart(text, stated)) {
        shown = text;
      }
    }
    if (!shown.isEmpty()) {
      return shown;
    }
    for (String title : stated) {
      String plain = withoutSite(title, host);
      if (!plain.isEmpty()) {
        return plain;
      }
    }
    Element heading = document.selectFirst("h1, [itemprop=headline], h2");
    return heading == null ? "" : squeeze(heading.text());
  }

  private static void add(List<String> stated, String title) {
    String plain = squeeze(title);
    if (!plain.isEmpty()) {
      stated.add(plain);
    }
  }

  private static String squeeze(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  private boolean isStated(String heading, List<String> stated) {
    String plain = String.join(" ", Words.of(heading));
    if (plain.isEmpty() || plain.equals(String.join(" ", Words.of(siteName)))) {
      return false;
    }
    for (String title : stated) {
      if ((' ' + String.join(" ", Words.of(title)) + ' ').contains(' ' + plain + ' ')) {
        return true;
      }
    }
    return false;
  }

  /** Whether the heading is what a stated title has beside the site's name. */
  private static boolean isPart(String heading, List<String> stated) {
    for (String title : stated) {
      for (String part : SEPARATOR.split(title, -1)) {
        if (part.equals(heading)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cuts parts at either end that name the site, and a section's name next to it. */
  private String withoutSite(String title, String host) {
    List<int[]> cuts = new ArrayList<>();
    Matcher separators = SEPARATOR.matcher(title);
    while (separators.find()) {
      cuts.add(new int[] {separators.start(), separators.end()});
    }
    int from = 0;
    int to = title.length();
    for (int i = cuts.size() - 1; i >= 0; i--) {
      if (namesSite(title.substring(cuts.get(i)[1], to), host)) {
        to = cuts.get(i)[0];
      } else if (title.charAt(cuts.get(i)[0]) != ':') {
        // A part before the site's name can be a section's; one not next to it is the title's own.
        break;
      }
    }
    if (to == title.length()
        && !cuts.isEmpty()
        && namesSite(title.substring(0, cuts.get(0)[0]), host)) {
      from = cuts.get(0)[1];
    }
    return title.substring(from, to).strip();
  }

  private boolean namesSite(String part, String host) {
    Set<String> words = new HashSet<>(Words.of(part));
    if (words.isEmpty()) {
      return true;
    }
    String squeezed = String.join("", Words.of(part));
    String site = String.join("", Words.of(siteName));
    if (!site.isEmpty()
        && (squeezed.equals(site)
            || site.contains(squeezed) && words.size() > 1
            || squeezed.contains(site) && words.size() <= 6)) {
      return true;
    }
    String name = String.join("", Words.of(host));
    return squeezed.length() > 2 && name.contains(squeezed);
  }
}
