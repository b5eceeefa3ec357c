package io.wireroom.article;

import io.wireroom.poll.FeedDates;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The date that a page shows its readers, for pages that state none to machines. A guess: it is
 * looked for where dates usually stand.
 */
final class ShownDate {
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";

  private static final Pattern SHOWN =
      Pattern.compile(
          MONTH
              + "\\s+\\d{1,2},\\s+(?:19|20)\\d\\d|\\d{1,2}\\s+"
              + MONTH
              + "\\s+(?:19|20)\\d\\d|(?:19|20)\\d\\d[-/]\\d{1,2}[-/]\\d{1,2}"
              + "|\\b\\d{1,2}\\. ?\\d{1,2}\\. ?(?:19|20)\\d\\d\\b"
              + "|\\b\\d{1,2}\\.?(?: de)? \\p{L}{3,12}\\.?(?: de)? (?:19|20)\\d\\d\\b");

  private static final Pattern OF = Pattern.compile(" de(?= )");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** In chars: what is longer tells of more than its date. */
  private static final int LONGEST = 180;

  private static final int LONGEST_ALONE = 30;
  private static final int SHORTEST = 8;

  private ShownDate() {}

  /** The first date in an element that is named after dates: what a reader sees below the title. */
  static @Nullable Instant find(Document document) {
    for (Element element :
        document.select("[class~=(?i)date|time|publish|posted|byline|meta], [id~=(?i)date]")) {
      String text = element.text();
      Matcher day = SHOWN.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
      if (text.length() <= LONGEST && day.find()) {
        Instant found = written(day.group());
        if (found != null) {
          return found;
        }
      }
    }
    return alone(document);
  }

  /** The first text that is hardly more than a date, whatever its element is named. */
  private static @Nullable Instant alone(Document document) {
    for (Element element : document.select("p, span, div, li, td, em, small, strong, h3, h4, h5")) {
      String text = element.ownText();
      if (text.length() >= SHORTEST && text.length() <= LONGEST_ALONE) {
        Matcher day = SHOWN.matcher(text);
        Instant found = day.find() ? written(day.group()) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** A day as people write it, in the languages that feeds' dates are read in. */
  private static @Nullable Instant written(String day) {
    String plain = SPACES.matcher(day).replaceAll(" ");
    Instant english = StatedDate.parse(plain.replace(".", ""));
    return english != null ? english : FeedDates.parse(OF.matcher(plain).replaceAll(""));
  }
}
