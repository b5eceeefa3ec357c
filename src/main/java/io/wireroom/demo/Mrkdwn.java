package io.wireroom.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows Slack's mrkdwn as HTML. Whatever the text holds, the result holds only the elements made
 * here: all else is escaped, and links go only to http, https and mailto.
 *
 * <p>Source of the syntax: Slack, "Formatting text for app surfaces".
 */
final class Mrkdwn {

  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]{1,40}):");
  private static final Pattern QUOTED = Pattern.compile("(?:&gt;|>) ?(.*)");
  private static final Map<String, String> EMOJIS =
      Map.ofEntries(
          Map.entry("newspaper", "📰"),
          Map.entry("warning", "⚠️"),
          Map.entry("link", "🔗"),
          Map.entry("lock", "🔒"),
          Map.entry("speech_balloon", "💬"),
          Map.entry("bulb", "💡"),
          Map.entry("memo", "📝"),
          Map.entry("arrows_counterclockwise", "🔄"),
          Map.entry("white_check_mark", "✅"));

  /** Deeper nesting is shown as typed; no honest message has it, and it bounds the recursion. */
  private static final int DEPTH = 6;

  /** A part of a line as HTML, and where the text goes on after it. */
  private record Piece(String html, int end) {}

  private Mrkdwn() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder();
    // Slack cuts there too, and it bounds the time that a hostile text can cost.
    String shown = text.substring(0, Math.min(text.length(), BlockKit.MESSAGE_TEXT));
    String[] parts = shown.split("```", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean fenced = i % 2 == 1 && i < parts.length - 1;
      if (fenced) {
        out.append("<pre>").append(literal(parts[i].strip())).append("</pre>");
      } else {
        out.append(i % 2 == 1 ? "```" : "").append(lines(parts[i]));
      }
    }
    return out.toString();
  }

  private static String lines(String text) {
    List<String> shown = new ArrayList<>();
    StringBuilder quote = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      Matcher quoted = QUOTED.matcher(line);
      if (quoted.matches()) {
        quote.append(quote.isEmpty() ? "" : "<br>").append(inline(quoted.group(1), 0));
        continue;
      }
      if (!quote.isEmpty()) {
        shown.add("<blockquote>" + quote + "</blockquote>");
        quote.setLength(0);
      }
      shown.add(inline(line, 0));
    }
    if (!quote.isEmpty()) {
      shown.add("<blockquote>" + quote + "</blockquote>");
    }
    return String.join("<br>", shown).replace("</blockquote><br>", "</blockquote>");
  }

  private static String inline(String text, int depth) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Piece piece = marked(text, at, depth);
      if (piece == null) {
        int end = nextMark(text, at + 1);
        piece = new Piece(literal(text.substring(at, end)), end);
      }
      out.append(piece.html());
      at = piece.end();
    }
    return out.toString();
  }

  /** What the mark at {@code at} begins; null when it is no mark there. */
  private static @Nullable Piece marked(String text, int at, int depth) {
    return switch (text.charAt(at)) {
      case '<' -> bracketed(text, at);
      case '`' -> code(text, at);
      case ':' -> emoji(text, at);
      case '*' -> depth < DEPTH ? styled(text, at, depth, "b") : null;
      case '_' -> depth < DEPTH ? styled(text, at, depth, "i") : null;
      case '~' -> depth < DEPTH ? styled(text, at, depth, "s") : null;
      default -> null;
    };
  }

  private static @Nullable Piece bracketed(String text, int at) {
    int end = text.indexOf('>', at);
    return end < 0 ? null : new Piece(entity(text.substring(at + 1, end)), end + 1);
  }

  private static @Nullable Piece code(String text, int at) {
    int end = text.indexOf('`', at + 1);
    return end <= at + 1
        ? null
        : new Piece("<code>" + literal(text.substring(at + 1, end)) + "</code>", end + 1);
  }

  private static @Nullable Piece emoji(String text, int at) {
    Matcher name = EMOJI.matcher(text).region(at, text.length());
    String emoji = name.lookingAt() ? EMOJIS.get(name.group(1)) : null;
    return emoji == null ? null : new Piece(emoji, name.end());
  }

  private static @Nullable Piece styled(String text, int at, int depth, String tag) {
    int end = closing(text, at);
    if (end < 0) {
      return null;
    }
    String inside = inline(text.substring(at + 1, end), depth + 1);
    return new Piece("<" + tag + ">" + inside + "</" + tag + ">", end + 1);
  }

  private static int nextMark(String text, int from) {
    int at = from;
    while (at < text.length() && "<`*_~:".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Where the style that opens at {@code open} closes; -1 when it is not a style there. */
  private static int closing(String text, int open) {
    char mark = text.charAt(open);
    boolean opens = open == 0 || !Character.isLetterOrDigit(text.charAt(open - 1));
    if (!opens || open + 1 >= text.length() || Character.isWhitespace(text.charAt(open + 1))) {
      return -1;
    }
    for (int i = text.indexOf(mark, open + 1); i > 0; i = text.indexOf(mark, i + 1)) {
      boolean ends = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
      if (ends && i > open + 1 && !Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  /** What stands between angle brackets: a link, a mention, or nothing that Slack knows. */
  private static String entity(String inside) {
    String[] parts = inside.split("\\|", 2);
    String target = parts[0];
    String label = parts.length == 2 ? parts[1] : target;
    if (target.startsWith("!date^") && parts.length == 2) {
      return literal(label);
    }
    if (target.startsWith("@") || target.startsWith("#") || target.startsWith("!")) {
      String name = parts.length == 2 ? label : target.substring(1);
      String sign = target.startsWith("#") ? "#" : "@";
      return "<span class=\"mention\">"
          + sign
          + literal(name.replaceFirst("^[@#]", ""))
          + "</span>";
    }
    return safe(target)
        ? "<a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a>"
            .formatted(literal(target), literal(label))
        : literal("<" + inside + ">");
  }

  /** Whether a link may be followed from the page. */
  static boolean safe(String url) {
    return url.startsWith("https://") || url.startsWith("http://") || url.startsWith("mailto:");
  }

  /** Text as Slack reads it: its three entities decoded once, then everything escaped. */
  static String literal(String text) {
    return Template.escape(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }
}
