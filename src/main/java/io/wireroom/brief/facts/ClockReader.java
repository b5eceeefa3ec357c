package io.wireroom.brief.facts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of day: 11 pm and 23:00 are the same, and 11 pm is no quantity. */
final class ClockReader {

  private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)");
  private static final Pattern HOUR = Pattern.compile("1[0-2]|0?[1-9]");

  private final TokenizedText passage;

  ClockReader(TokenizedText passage) {
    this.passage = passage;
  }

  /** The time of day that begins at an index; null when none does. */
  @Nullable DateMention at(int i) {
    Word word = passage.word(i);
    if (!word.isNumber()) {
      return null;
    }
    String half = half(i + 1);
    int end = half.isEmpty() ? i + 1 : i + 2;
    Matcher clock = CLOCK.matcher(word.text());
    if (clock.matches() && (!half.isEmpty() || word.text().indexOf(':') > 0)) {
      return DateMention.of(time(clock.group(1), clock.group(2), half), i, end);
    }
    if (!half.isEmpty() && HOUR.matcher(word.text()).matches()) {
      return DateMention.of(time(word.text(), "00", half), i, end);
    }
    return null;
  }

  private String half(int i) {
    return passage.at(i, "am") || passage.at(i, "pm") ? passage.word(i).lower() : "";
  }

  private static String time(String hour, String minute, String half) {
    int h = Integer.parseInt(hour);
    if (half.equals("pm") && h < 12) {
      h += 12;
    } else if (half.equals("am") && h == 12) {
      h = 0;
    }
    return String.format(Locale.ROOT, "%02d:%s", h, minute);
  }
}
