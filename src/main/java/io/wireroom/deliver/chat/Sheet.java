package io.wireroom.deliver.chat;

import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RoundUp;
import java.util.ArrayList;
import java.util.List;

/**
 * What is no single brief, as a title and a text: a round-up or a notice, in a chat's markup.
 *
 * @param title in markup, at most 250 UTF-16 units
 * @param body in markup
 */
record Sheet(String title, String body) {

  private static final int TITLE = 250;
  private static final int TAKEAWAY = 200;
  private static final int HEADLINE = 160;
  private static final int NOTICE = 2_000;
  private static final String DOT = " \u00b7 ";

  static Sheet of(Notice notice, Markup markup) {
    return new Sheet(markup.fit(notice.headline(), TITLE), markup.fit(notice.text(), NOTICE));
  }

  /**
   * A round-up within a room: each brief with its first takeaway; when they do not fit, without;
   * then as many as fit, and the number of the others.
   *
   * @param room of the body, in UTF-16 units
   */
  static Sheet of(RoundUp roundUp, Markup markup, int room) {
    String title = markup.fit(roundUp.title(), TITLE);
    for (int takeaways = 1; takeaways >= 0; takeaways--) {
      for (int briefs = roundUp.briefs().size(); briefs > 0; briefs--) {
        String body = body(roundUp, markup, briefs, takeaways, room);
        if (body.length() <= room) {
          return new Sheet(title, body);
        }
        if (takeaways > 0) {
          break;
        }
      }
    }
    return new Sheet(title, markup.escape(roundUp.extent()));
  }

  private static String body(RoundUp roundUp, Markup markup, int briefs, int takeaways, int room) {
    List<String> parts = new ArrayList<>();
    parts.add(markup.escape(roundUp.extent()));
    roundUp.briefs().stream()
        .limit(briefs)
        .forEach(brief -> parts.add(entry(brief, markup, takeaways)));
    List<Brief> named = new ArrayList<>(roundUp.briefs().subList(briefs, roundUp.briefs().size()));
    named.addAll(roundUp.rest());
    int unnamed = roundUp.left() - roundUp.rest().size();
    int left = room - String.join("\n\n", parts).length() - 60;
    List<String> lines = new ArrayList<>();
    for (Brief brief : named) {
      String line = "\u2022 " + line(brief, markup);
      left -= line.length() + 1;
      if (left < 0) {
        break;
      }
      lines.add(line);
    }
    int more = named.size() - lines.size() + unnamed;
    if (more > 0) {
      lines.add(markup.escape("and " + more + " more"));
    }
    if (!lines.isEmpty()) {
      parts.add(markup.bold(markup.escape("Also new")) + "\n" + String.join("\n", lines));
    }
    return String.join("\n\n", parts);
  }

  private static String entry(Brief brief, Markup markup, int takeaways) {
    StringBuilder entry = new StringBuilder(line(brief, markup));
    for (Claim claim : brief.takeaways().stream().limit(takeaways).toList()) {
      entry.append("\n\u25B8 ").append(markup.fit(claim.text(), TAKEAWAY));
    }
    return entry.toString();
  }

  private static String line(Brief brief, Markup markup) {
    ChatTexts texts = new ChatTexts(brief, markup);
    String headline = markup.fit(texts.plainHeadline(), HEADLINE);
    return texts.address().map(url -> markup.link(url, headline)).orElse(headline)
        + DOT
        + texts.source();
  }
}
