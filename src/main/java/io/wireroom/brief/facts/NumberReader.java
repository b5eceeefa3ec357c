package io.wireroom.brief.facts;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers in digits and in English words, so that both are compared by their value: 1,200;
 * 1.2 billion; one hundred and two.
 */
final class NumberReader {

  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");

  private final TokenizedText passage;
  private final FactLexicon lexicon;
  private final Set<Integer> taken;

  /** Index after the number just read. */
  private int next;

  /**
   * @param taken indexes of words that are part of a date
   */
  NumberReader(TokenizedText passage, FactLexicon lexicon, Set<Integer> taken) {
    this.passage = passage;
    this.lexicon = lexicon;
    this.taken = taken;
  }

  int next() {
    return next;
  }

  /** Reads the number at an index and leaves {@link #next} behind it; NaN when there is none. */
  double read(int start) {
    double total = 0;
    double current = Double.NaN;
    int i = start;
    if ((passage.at(i, "a") || passage.at(i, "an")) && isScale(i + 1)) {
      current = 1;
      i++;
    }
    for (; i < passage.size() && !taken.contains(i); i++) {
      if (passage.word(i).isNumber() && Double.isNaN(current) && total == 0) {
        current = digits(passage.word(i).text());
      } else if (isScale(i) && !Double.isNaN(current)) {
        double scale = amount("scales", lexicon.at("scales", passage, i));
        if (scale < 1000) {
          current *= scale;
        } else {
          total += current * scale;
          current = 0;
        }
      } else if (isNumberWord(i) && (Double.isNaN(current) || joins(current, i))) {
        current = (Double.isNaN(current) ? 0 : current) + amount("number-words", wordHit(i));
      } else if (!joinsTwo(i, current)) {
        break;
      }
    }
    next = i;
    return Double.isNaN(current) ? Double.NaN : total + current;
  }

  /** "and" or a hyphen inside a number in words: one hundred and two, forty-two. */
  private boolean joinsTwo(int i, double current) {
    if (Double.isNaN(current) || i == 0) {
      return false;
    }
    boolean hyphen = passage.at(i, "-") && passage.word(i).glued();
    return (hyphen && isScale(i + 1))
        || (hyphen && isNumberWord(i + 1) && isNumberWord(i - 1))
        || (passage.at(i, "and")
            && isNumberWord(i + 1)
            && isScale(i - 1)
            && !passage.word(i - 2).isNumber());
  }

  private boolean joins(double current, int i) {
    double word = amount("number-words", wordHit(i));
    boolean tens = current % 100 >= 20 && current % 10 == 0 && word < 10;
    return tens || current % 100 == 0;
  }

  private boolean isNumberWord(int i) {
    return lexicon.knows("number-words", passage, i);
  }

  private FactLexicon.Hit wordHit(int i) {
    return lexicon.at("number-words", passage, i);
  }

  /** A scale word; the letters k, m, bn only where they touch their number. */
  boolean isScale(int i) {
    return lexicon.knows("scales", passage, i)
        && (passage.word(i).lower().length() > 3 || (i > 0 && passage.word(i - 1).isNumber()))
        && (passage.word(i).lower().length() > 1 || passage.word(i).glued());
  }

  private static double digits(String text) {
    if (GROUPED.matcher(text).matches()) {
      return Double.parseDouble(text.replace(",", ""));
    }
    // A version or score such as 1.2.3 or 3:1 is only equal to itself.
    return PLAIN.matcher(text).matches() ? Double.parseDouble(text) : text.hashCode() + 0.5;
  }

  /** What a section says its word amounts to. */
  double amount(String section, FactLexicon.Hit hit) {
    return Double.parseDouble(lexicon.value(section, hit.groups().iterator().next()));
  }
}
