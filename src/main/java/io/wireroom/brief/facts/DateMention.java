package io.wireroom.brief.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A date or time in a passage, as far as it is said, so that Monday can be held to Monday, 9 March:
 * 0 or an empty key stands for what is not.
 *
 * @param month 1 to 12
 * @param weekday 1 (Monday) to 7
 * @param key what has no place in the calendar, such as {@code last week}, {@code Q3}, {@code
 *     14:30}
 * @param words indexes of its words
 */
record DateMention(int day, int month, int year, int weekday, String key, List<Integer> words) {

  DateMention {
    words = List.copyOf(words);
  }

  /** A date with a place in the calendar. */
  static DateMention of(int day, int month, int year, int weekday, int from, int to) {
    return new DateMention(day, month, year, weekday, "", indexes(from, to));
  }

  /** A date with none. */
  static DateMention of(String key, int from, int to) {
    return new DateMention(0, 0, 0, 0, key, indexes(from, to));
  }

  static List<Integer> indexes(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** Whether this says all that the other says. */
  boolean bears(DateMention other) {
    return key.equals(other.key)
        && same(other.day, day)
        && same(other.month, month)
        && same(other.year, year)
        && same(other.weekday, weekdayOrComputed());
  }

  /** Whether both say the same sort of thing, so that one could be mistaken for the other. */
  boolean isLike(DateMention other) {
    return (weekday > 0 && other.weekday > 0)
        || (month > 0 && other.month > 0)
        || (year > 0 && other.year > 0)
        || (!key.isEmpty() && !other.key.isEmpty());
  }

  /** The unit of a relative date: the week of "last week"; empty for any other. */
  String unit() {
    int of = key.indexOf("of");
    return of < 0 ? "" : key.substring(of);
  }

  /** Indexes of the words of some dates. */
  static Set<Integer> words(List<DateMention> dates) {
    return dates.stream().flatMap(date -> date.words().stream()).collect(Collectors.toSet());
  }

  int from() {
    return words.get(0);
  }

  int to() {
    return words.get(words.size() - 1) + 1;
  }

  private static boolean same(int wanted, int here) {
    return wanted == 0 || wanted == here;
  }

  private int weekdayOrComputed() {
    if (weekday != 0 || day == 0 || month == 0 || year == 0) {
      return weekday;
    }
    try {
      return LocalDate.of(year, month, day).getDayOfWeek().getValue();
    } catch (DateTimeException e) {
      return 0;
    }
  }

  DateMention withoutYear() {
    return new DateMention(day, month, 0, weekday, key, words);
  }

  DateMention weekdayOnly() {
    return new DateMention(0, 0, 0, weekday, "", words);
  }

  DateMention withoutWeekday() {
    return new DateMention(day, month, year, 0, key, words);
  }
}
