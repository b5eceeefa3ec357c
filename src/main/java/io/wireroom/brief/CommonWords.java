package io.wireroom.brief;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells the first word of a sentence that is only a word from one that is a name. */
final class CommonWords {

  /** Endings that English names hardly have. */
  private static final Pattern ENDING =
      Pattern.compile(
          ".{3,}(?:ly|tions?|sions?|ments?|ness|ity|ities|ists|ers|ors|ees|ials|ances?|ences?|ships?"
              + "|ings|ables?|ible|ful|less|ous|ive|ives|ical)");

  private static final Set<String> AFTER_GERUND =
      Set.of("the", "a", "an", "to", "of", "in", "on", "at", "for", "with", "from", "by", "its");

  private CommonWords() {}

  static boolean isCommon(Word word, Lexicon lexicon) {
    Passage alone = Passage.of(word.lower());
    return alone.size() == 1
        && (lexicon.knows("common", alone, 0)
            || lexicon.knows("number-words", alone, 0)
            || ENDING.matcher(word.lower()).matches());
  }

  /** "Closing the port" opens with a verb, "Harding said" with a name. */
  static boolean isGerund(Word word, Passage passage, int index) {
    return word.lower().endsWith("ing")
        && index + 1 < passage.size()
        && AFTER_GERUND.contains(passage.word(index + 1).lower());
  }
}
