package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds the dates and times of a sentence to those of its evidence. */
final class DateFacts {

  private DateFacts() {}

  static List<Objection> check(Passage sentence, List<DateMention> said, List<DateMention> borne) {
    List<Objection> objections = new ArrayList<>();
    for (DateMention date : said) {
      if (!isBorne(date, borne)) {
        String what =
            sentence.slice(date.words().get(0), date.words().get(date.words().size() - 1) + 1);
        objections.add(new Objection(Kind.DATE, what, "the evidence has no such date"));
      }
    }
    return objections;
  }

  private static boolean isBorne(DateMention date, List<DateMention> borne) {
    if (borne.stream().anyMatch(other -> other.bears(date))) {
      return true;
    }
    // A date may be put together from two mentions, when nothing else could be meant.
    DateMention dayAndMonth = date.withoutYear().withoutWeekday();
    boolean one = borne.stream().filter(other -> other.month() > 0).count() <= 1;
    boolean yearThere =
        date.year() == 0
            || borne.stream().anyMatch(other -> other.year() == date.year() && other.month() == 0);
    boolean weekdayThere =
        date.weekday() == 0
            || borne.stream().anyMatch(other -> other.bears(date.weekdayOnly()))
                && borne.stream().filter(other -> other.weekday() > 0).count() == 1;
    boolean joint = date.month() > 0 && (date.year() > 0 || date.weekday() > 0);
    return joint
        && one
        && yearThere(date, yearThere, borne)
        && weekdayThere
        && borne.stream().anyMatch(other -> other.bears(dayAndMonth));
  }

  private static boolean yearThere(DateMention date, boolean apart, List<DateMention> borne) {
    return apart
        || borne.stream().anyMatch(other -> other.month() > 0 && other.year() == date.year());
  }
}
