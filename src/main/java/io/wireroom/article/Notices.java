package io.wireroom.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Short blocks between or after an article's paragraphs that speak of the page, not of the story:
 * invitations to follow or subscribe, pointers to other articles, dates, credits. They are told by
 * how they begin, in the languages where the wording is settled.
 */
final class Notices {
  enum Kind {
    NONE,
    /** Leads to other articles; links may follow. */
    RELATED,
    /** The heading of the readers' part of the page. */
    COMMENTS,
    NOTICE
  }

  private static final int LONGEST_NOTICE = 60;
  private static final int LONGEST_POINTER = 30;
  private static final int LONGEST_CREDIT = 25;
  private static final int LONGEST_LABEL = 6;

  private static final List<String> RELATED = Phrases.of("related");
  private static final List<String> NOTICE = Phrases.of("notice");

  /** Dates and credits, which would be read as sentences if they were long. */
  private static final List<String> CREDIT = Phrases.of("credit");

  private static final Pattern FOLLOW =
      Pattern.compile(
          "^(?:(?:please )?follow|join|like|find|listen to|watch|catch) .{1,90}\\b(?:on|at|to)"
              + " .{0,40}"
              + "(?:twitter|facebook|instagram|youtube|telegram|linkedin|whatsapp|podcast|https?:"
              + "|apple|spotify|weekdays)");

  private static final Pattern CONTRIBUTED =
      Pattern.compile("contributed to (?:this|the) (?:report|story|article|post)\\W*$");

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("\\b[\\w.-]{1,40}@[\\w-]{1,40}\\.[a-z]");

  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:19|20)\\d\\d\\b.{0,12}\\b\\d{1,2}:\\d\\d|\\b\\d{1,2}:\\d\\d\\b.{0,25}\\b(?:19|20)\\d\\d\\b");

  private static final int LONGEST_DATE = 10;

  private static final Pattern COMMENTS =
      Pattern.compile(
          "\\(?\\d{0,6}\\)? ?(?:user |reader |view |show |all |post a |leave a |add a |write a )?"
              + "(?:comments?|responses|replies|reply|discussion|kommentare?|commentaires?"
              + "|comentarios?|comentários?|commenti|reacties|komentar|комментарии|отзывы|yorumlar)"
              + "[ :]*\\(?\\d{0,6}\\)?");

  private static final int LONGEST_HEADING = 5;

  private Notices() {}

  static Kind kind(Block block) {
    int words = block.words();
    if (words > LONGEST_NOTICE) {
      return Kind.NONE;
    }
    String text = block.text();
    String start = text.substring(0, Math.min(text.length(), 400)).toLowerCase(Locale.ROOT);
    if (words <= LONGEST_POINTER && startsWithAny(start, RELATED)) {
      boolean pointer = block.linkDensity() >= 0.3 || words <= LONGEST_LABEL || start.contains(":");
      return pointer ? Kind.RELATED : Kind.NONE;
    }
    if (words <= LONGEST_HEADING && COMMENTS.matcher(start).matches()) {
      return Kind.COMMENTS;
    }
    if (startsWithAny(start, NOTICE) || FOLLOW.matcher(start).find()) {
      return Kind.NOTICE;
    }
    if (words <= LONGEST_CREDIT && startsWithAny(start, CREDIT)) {
      // "Published in 1813, it …" is a sentence of the story.
      return words <= LONGEST_DATE || !text.endsWith(".") ? Kind.NOTICE : Kind.NONE;
    }
    boolean credit =
        words <= LONGEST_NOTICE && CONTRIBUTED.matcher(start).find()
            || words <= LONGEST_DATE && DATE.matcher(start).find()
            || words <= LONGEST_CREDIT && MAIL_ADDRESS.matcher(start).find();
    return credit ? Kind.NOTICE : Kind.NONE;
  }

  private static boolean startsWithAny(String text, List<String> starts) {
    for (String start : starts) {
      boolean whole =
          text.length() <= start.length()
              || !Character.isLetter(start.charAt(start.length() - 1))
              || !Character.isLetter(text.charAt(start.length()))
              || Character.isIdeographic(start.charAt(0));
      if (whole && text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
