package io.wireroom.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Shows a received webhook in a terminal. Drops control characters, with which a stranger could
 * rewrite the screen.
 */
public final class ReceivedText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReceivedText() {}

  /** One line about the delivery, then the headline and takeaways of each brief, indented. */
  public static String of(Received received) {
    StringBuilder out = new StringBuilder(TIME.format(received.at()));
    out.append(received.verdict().verified() ? "  verified" : "  NOT VERIFIED");
    out.append("  ").append(received.id().isEmpty() ? "(no id)" : clean(received.id()));
    out.append("  ").append(received.body().length).append(" bytes");
    if (received.again()) {
      out.append("  (again)");
    }
    if (!received.verdict().verified()) {
      out.append("  ").append(received.verdict().reason());
    }
    for (Received.Headline brief : received.briefs()) {
      out.append("\n  ").append(clean(brief.headline()));
      brief.takeaways().forEach(takeaway -> out.append("\n    - ").append(clean(takeaway)));
    }
    return out.toString();
  }

  private static String clean(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
  }
}
