package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name in a passage as one thing, since its words are held to the evidence together: words that
 * begin with capitals and stand together.
 *
 * @param from index of its first word
 * @param to one past its last; a name ends at a possessive ("Renn's")
 */
record Name(int from, int to) {

  private static final Set<String> DETERMINERS = Set.of("the", "its", "their", "his", "her", "a");

  /**
   * With one of these, what stands behind a name up to a stop is a sentence about something else.
   */
  private static final Set<String> FINITE =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
          "does", "do", "did");

  /** How many words before a name may say what it is: "former Olympic swimmer Ida Renn". */
  private static final int DESCRIPTION = 4;

  /** How many words behind it, between commas, may say so. */
  private static final int APPOSITION = 8;

  /** Whether a word is part of a name; titles, weekdays and months are none. */
  static boolean isPart(TokenizedText passage, FactLexicon lexicon, int i) {
    Word word = passage.word(i);
    return word.capital()
        && word.lower().length() > 1
        && !lexicon.knows("titles", passage, i)
        && !lexicon.knows("weekdays", passage, i)
        && !(lexicon.knows("months", passage, i) && !isFollowedByName(passage, i))
        && (!word.opens() || CommonWords.mayBeName(passage, lexicon, i));
  }

  /** "June Osborn" is no month. */
  private static boolean isFollowedByName(TokenizedText passage, int i) {
    return i + 1 < passage.size() && passage.word(i + 1).capital();
  }

  /**
   * @param dates indexes of the words that are part of a date
   * @return the names of a passage, first to last
   */
  static List<Name> in(TokenizedText passage, FactLexicon lexicon, Set<Integer> dates) {
    List<Name> names = new ArrayList<>();
    int from = 0;
    while (from < passage.size()) {
      int to = from;
      boolean owner = false;
      while (!owner && to < passage.size() && !dates.contains(to) && isPart(passage, lexicon, to)) {
        owner = passage.word(to).possessive();
        to++;
      }
      if (to > from) {
        names.add(new Name(from, to));
      }
      from = Math.max(to, from + 1);
    }
    return names;
  }

  boolean isPossessive(TokenizedText passage) {
    return passage.word(to - 1).possessive();
  }

  /** Indexes of its words. */
  NavigableSet<Integer> words() {
    NavigableSet<Integer> words = new TreeSet<>();
    for (int i = from; i < to; i++) {
      words.add(i);
    }
    return words;
  }

  /**
   * Indexes of its words and of those that say who it is: "the goalkeeper Ida Renn", "its director,
   * Ida Renn", "Ida Renn, the team's goalkeeper,".
   */
  NavigableSet<Integer> described(TokenizedText passage) {
    NavigableSet<Integer> words = words();
    boolean comma = passage.at(from - 1, ",");
    int end = comma ? from - 1 : from;
    int start = end;
    while (start > Math.max(0, end - DESCRIPTION)
        && TokenizedText.isContent(passage.word(start - 1))) {
      start--;
    }
    if (!comma || (start > 0 && DETERMINERS.contains(passage.word(start - 1).lower()))) {
      for (int i = start; i < from; i++) {
        words.add(i);
      }
    }
    int close = closing(passage);
    for (int i = to; i < close; i++) {
      words.add(i);
    }
    return words;
  }

  /** Whether something between commas behind it says who it is, and ends right before a word. */
  boolean isDescribedUpTo(TokenizedText passage, int index) {
    return index - 1 > to && passage.at(index - 1, ",") && closing(passage) == index - 1;
  }

  /** Where what stands behind the name between commas ends; the name's end where nothing does. */
  private int closing(TokenizedText passage) {
    boolean sentence = false;
    for (int i = to + 1;
        passage.at(to, ",") && i < Math.min(passage.size(), to + 1 + APPOSITION);
        i++) {
      Word word = passage.word(i);
      boolean stops = Speakers.STOPS.contains(word.text());
      if (word.is(",") || stops) {
        return stops && sentence ? to : i;
      }
      sentence |= FINITE.contains(word.lower());
    }
    return to;
  }
}
