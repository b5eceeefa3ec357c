package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;

/**
 * Holds the dates and times of a sentence to those of its evidence: they may say less than there,
 * and nothing else.
 */
final class DateFacts extends Check {

  private final List<DateMention> said;
  private final List<DateMention> close;
  private final List<DateMention> whole;

  DateFacts(Claim claim) {
    super(claim);
    this.said = claim.dates();
    this.close = DateReader.read(claim.evidence(), claim.lexicon());
    this.whole =
        nearby.isAll() || said.isEmpty() ? close : DateReader.read(nearby.whole(), claim.lexicon());
  }

  @Override
  void check() {
    for (DateMention date : said) {
      if (!isTold(date)) {
        String what = sentence.slice(date.from(), date.to());
        object(Kind.DATE, what, "the evidence has no such date");
      }
    }
  }

  private boolean isTold(DateMention date) {
    return isBorne(date, close)
        || isNow(date)
        || (!nearby.isAll() && isBorne(date, whole) && !isInPlaceOfAnother(date));
  }

  /** "This year" goes without saying where no other year is spoken of. */
  private boolean isNow(DateMention date) {
    String unit = date.unit();
    return date.key().startsWith(RelativeDateReader.THIS)
        && close.stream().noneMatch(other -> other.unit().equals(unit) || other.year() > 0);
  }

  /** Whether the evidence has another date of that kind in the same place. */
  private boolean isInPlaceOfAnother(DateMention date) {
    return close.stream()
        .filter(other -> other.isLike(date) && said.stream().noneMatch(other::bears))
        .anyMatch(
            other ->
                places.fit(date.from(), date.to(), other.from(), other.to()) >= places.samePlace());
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
