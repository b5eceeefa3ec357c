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
    List<DateMention> days = borne.stream().filter(other -> other.month() > 0).toList();
    List<DateMention> weekdays = borne.stream().filter(other -> other.weekday() > 0).toList();
    if (date.month() == 0 || days.size() != 1) {
      return false;
    }
    DateMention day = days.get(0);
    boolean yearHolds =
        date.year() == 0
            || date.year() == day.year()
            || (day.year() == 0 && borne.stream().anyMatch(other -> other.year() == date.year()));
    boolean weekdayHolds =
        date.weekday() == 0 || (weekdays.size() == 1 && weekdays.get(0).bears(date.weekdayOnly()));
    return yearHolds && weekdayHolds && day.bears(date.withoutYear().withoutWeekday());
  }
}
