package io.wireroom.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what arrived at a {@link WebhookDesk}, newest first. */
final class DeskPage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Template page = new Template("desk/desk.html");

  String html(List<Received> received) {
    StringBuilder cards = new StringBuilder();
    for (int i = received.size() - 1; i >= 0; i--) {
      cards.append(card(received.get(i)));
    }
    long verified = received.stream().filter(r -> r.verdict().verified()).count();
    return page.fill(
        Map.of(
            "count",
            received.size() + " received, " + verified + " verified",
            "cards",
            received.isEmpty() ? "<p>Nothing has arrived yet.</p>" : cards.toString()));
  }

  private static String card(Received received) {
    boolean verified = received.verdict().verified();
    String briefs = received.briefs().stream().map(DeskPage::brief).collect(Collectors.joining());
    return """
    <article><header><span class="%s">%s</span><code>%s</code>%s<time>%s</time></header>
    %s
    <details><summary>%s bytes to %s</summary><pre>%s</pre></details></article>
    """
        .formatted(
            verified ? "verified" : "unverified",
            verified ? "✓ verified" : "✗ " + Template.escape(received.verdict().reason()),
            Template.escape(received.id()),
            received.again() ? "<span class=\"again\">again</span>" : "",
            TIME.format(received.at()),
            briefs.isEmpty() ? "<p>No brief in it.</p>" : briefs,
            received.body().length,
            Template.escape(received.path()),
            Template.escape(pretty(received)));
  }

  private static String brief(Received.Headline brief) {
    return "<h2>%s</h2><ul>%s</ul>"
        .formatted(
            Template.escape(brief.headline()),
            brief.takeaways().stream()
                .map(takeaway -> "<li>" + Template.escape(takeaway) + "</li>")
                .collect(Collectors.joining()));
  }

  private static String pretty(Received received) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(JSON.readTree(received.body()));
    } catch (IOException notJson) {
      return received.text();
    }
  }
}
