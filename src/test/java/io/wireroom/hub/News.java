package io.wireroom.hub;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small news site of a test: feeds in every format, and pages with enough text for a brief. */
final class News {

  private static final List<String> SUBJECTS =
      List.of(
          "harbour",
          "library",
          "observatory",
          "tramway",
          "orchard",
          "glacier",
          "lighthouse",
          "quarry",
          "aqueduct",
          "theatre",
          "vineyard",
          "railway");

  private News() {}

  /** The page of an article; no two have much in common. */
  static String page(String id) {
    String subject = SUBJECTS.get(Math.floorMod(id.hashCode(), SUBJECTS.size()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append("<p>")
          .append(sentence(id, subject, 3 * i))
          .append(sentence(id, subject, 3 * i + 1))
          .append(sentence(id, subject, 3 * i + 2))
          .append("</p>");
    }
    return "<!DOCTYPE html><html lang=\"en\"><head><title>"
        + title(id)
        + "</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>"
        + title(id)
        + "</h1>"
        + text
        + "</article><footer>All rights reserved.</footer></body></html>";
  }

  static String title(String id) {
    String subject = SUBJECTS.get(Math.floorMod(id.hashCode(), SUBJECTS.size()));
    return "Council " + id + " approves the " + subject + " plan";
  }

  private static String sentence(String id, String subject, int number) {
    int amount = Math.floorMod((id + number).hashCode(), 900) + 100;
    return String.format(
        Locale.ROOT,
        "The council of %s%d said in paper %s-%d that the %s number %d would cost %d million"
            + " crowns, after %d residents had asked for it in letter %s%d. ",
        id,
        number,
        id,
        amount,
        subject,
        number,
        amount,
        amount * 7,
        id,
        amount + number);
  }

  static String rss(WebServer site, String... ids) {
    StringBuilder items = new StringBuilder();
    for (String id : ids) {
      URI link = site.at("/a/" + id);
      items.append(
          "<item><title>"
              + title(id)
              + "</title><link>"
              + link
              + "</link><guid isPermaLink=\"false\">urn:"
              + id
              + "</guid><description>A teaser of "
              + id
              + ".</description></item>");
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Test news</title>"
        + items
        + "</channel></rss>";
  }

  /** A feed and the pages of its articles, served by the site. */
  static void publish(WebServer site, String feed, String... ids) {
    for (String id : ids) {
      site.on("/a/" + id, WebServer.Answer.ok("text/html; charset=utf-8", page(id)));
    }
    String body = rss(site, ids);
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    site.on(
        feed,
        request ->
            etag.equals(request.headers().get("if-none-match"))
                ? new WebServer.Answer(304, Map.of("ETag", etag), "")
                : new WebServer.Answer(
                    200, Map.of("ETag", etag, "Content-Type", "application/rss+xml"), body));
  }
}
