package io.wireroom.brief.facts;

import io.wireroom.bundle.Bundled;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the first word of a sentence that is only a word from one that is a name, since its capital
 * does not.
 */
final class CommonWords {

  /** Endings that English names hardly have. */
  private static final Pattern ENDING =
      Pattern.compile(
          ".{3,}(?:ly|tions?|sions?|ments?|ness|ity|ities|ists|ers|ors|ees|ials|ances?|ences?|ships?"
              + "|ings|ables?|ible|ful|less|ous|ive|ives|ical)");

  private static final Set<String> AFTER_PARTICIPLE =
      Set.of(
          "the", "a", "an", "to", "of", "in", "on", "at", "for", "with", "from", "by", "its",
          "since", "after", "before", "over", "under", "as", "about");

  /** Words that follow the subject of a sentence. */
  private static final Set<String> AFTER_SUBJECT =
      Set.of(
          "is", "was", "has", "had", "does", "did", "will", "would", "can", "could", "may", "might",
          "must", "should", "and", "who", ",", "not");

  private static final List<String> VERBS =
      List.of("say-neutral", "say-loaded", "opposed", "status");

  /** Words that news has in lower case more than as names; {@code CommonWordsList} counts them. */
  private static final Set<String> WORDS = words();

  private CommonWords() {}

  private static Set<String> words() {
    return Set.of(Bundled.text(CommonWords.class, "/facts/words-en.txt").strip().split("\\s+", -1));
  }

  /** Whether the opening word at an index is a name, as far as it and the next word tell. */
  static boolean mayBeName(TokenizedText passage, FactLexicon lexicon, int index) {
    Word word = passage.word(index);
    if (isCommon(word, lexicon) || isParticiple(passage, index) || index + 1 >= passage.size()) {
      return false;
    }
    Word next = passage.word(index + 1);
    return next.capital() || word.possessive() || isAfterSubject(passage, lexicon, index + 1);
  }

  private static boolean isAfterSubject(TokenizedText passage, FactLexicon lexicon, int index) {
    String next = passage.word(index).lower();
    return AFTER_SUBJECT.contains(next)
        || next.endsWith("ed")
        || VERBS.stream().anyMatch(section -> lexicon.knows(section, passage, index));
  }

  static boolean isCommon(Word word, FactLexicon lexicon) {
    return WORDS.contains(word.lower())
        || lexicon.has("common", word)
        || lexicon.has("number-words", word)
        || ENDING.matcher(word.lower()).matches();
  }

  /** "Closing the port" and "Founded in" open with a verb, "Harding said" and "Reed won" do not. */
  private static boolean isParticiple(TokenizedText passage, int index) {
    String word = passage.word(index).lower();
    return (word.endsWith("ing") || word.endsWith("ed"))
        && index + 1 < passage.size()
        && (AFTER_PARTICIPLE.contains(passage.word(index + 1).lower())
            || passage.word(index + 1).isNumber());
  }
}
