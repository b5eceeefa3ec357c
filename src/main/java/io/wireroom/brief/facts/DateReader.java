package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all dates of a passage, from 9 March to last week and half past two, so that they are held
 * to dates and their figures are not taken for quantities.
 */
final class DateReader {

  private DateReader() {}

  static List<DateMention> read(TokenizedText passage, FactLexicon lexicon) {
    CalendarReader calendar = new CalendarReader(passage, lexicon);
    ClockReader clock = new ClockReader(passage);
    RelativeDateReader relative = new RelativeDateReader(passage, lexicon);
    List<DateMention> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); ) {
      @Nullable DateMention date = calendar.inFigures(i);
      date = date == null ? clock.at(i) : date;
      date = date == null ? relative.at(i) : date;
      date = date == null ? calendar.inWords(i) : date;
      if (date == null) {
        i++;
      } else {
        found.add(date);
        i = date.to();
      }
    }
    return found;
  }
}
