package io.wireroom.brief.rank;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the weekday on which something happened, where a sentence reads on without it. */
final class EnglishWeekdays {

  /** A weekday, as a pattern. */
  static final String DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

  private static final Pattern WEEKDAY =
      Pattern.compile(
          " (?:(on|late|early) )?" + DAY + "(?: (?:morning|afternoon|evening|night))?(?=[ ,.;]|$)");

  private static final Set<String> WEEKDAY_FOLLOWERS =
      Set.of(
          "in",
          "at",
          "after",
          "to",
          "that",
          "when",
          "as",
          "with",
          "by",
          "for",
          "from",
          "and",
          "while",
          "during",
          "before",
          "over",
          "near",
          "against",
          "amid",
          "because",
          "but",
          "he",
          "she",
          "they",
          "it",
          "following");

  private static final Set<String> WEEKDAY_LEADERS =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "last",
          "next",
          "every",
          "each",
          "of",
          "since",
          "by",
          "until",
          "from",
          "to",
          "through",
          "before",
          "after",
          "between",
          "and",
          "or",
          "for",
          "than",
          "is",
          "was",
          "on",
          "late",
          "early",
          "black",
          "good",
          "easter",
          "bloody",
          "super",
          "published",
          "released",
          "issued",
          "filed",
          "dated",
          "held",
          "due",
          "scheduled",
          "expected",
          "set");

  private final EnglishSentence s;

  EnglishWeekdays(EnglishSentence sentence) {
    this.s = sentence;
  }

  void addTo(List<Cut> cuts) {
    Matcher day = WEEKDAY.matcher(s.text).region(s.body, s.clauses.bodyEnd);
    while (day.find()) {
      String[] before = s.words(s.body, day.start());
      String[] after = s.words(day.end(), s.clauses.bodyEnd);
      char mark = day.end() < s.clauses.bodyEnd ? s.text.charAt(day.end()) : '.';
      boolean leads =
          before.length < 2
              || WEEKDAY_LEADERS.contains(before[before.length - 1])
              || s.grammar.leads().contains(before[before.length - 1]);
      boolean follows = mark != ' ' || after.length > 0 && WEEKDAY_FOLLOWERS.contains(after[0]);
      boolean dated = mark == ',' && after.length > 0 && s.lexicon.months().contains(after[0]);
      if (!leads && follows && !dated) {
        cuts.add(new Cut(day.start(), day.end(), Cut.Kind.WEEKDAY));
      }
    }
  }
}
