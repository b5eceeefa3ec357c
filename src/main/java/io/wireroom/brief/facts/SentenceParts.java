package io.wireroom.brief.facts;

import java.util.Set;

/**
 * The parts of a sentence that may be about somebody else each: what stands behind a "while" or a
 * semicolon says nothing of who is named before it.
 */
final class SentenceParts {

  private static final Set<String> PART_WORDS =
      Set.of("while", "whereas", "but", "although", "though");

  private final TokenizedText sentence;

  SentenceParts(TokenizedText sentence) {
    this.sentence = sentence;
  }

  /** Index of the first word of the part that a word is in. */
  int from(int at) {
    return from(at, true);
  }

  /** The same of a part that only a stop begins, and no "while". */
  int fromStop(int at) {
    return from(at, false);
  }

  private int from(int at, boolean atWords) {
    int from = at;
    while (from > 0 && !divides(from - 1, atWords)) {
      from--;
    }
    return from;
  }

  /** One past the last word of the part that a word is in. */
  int to(int at) {
    int to = at;
    while (to < sentence.size() && !divides(to, true)) {
      to++;
    }
    return to;
  }

  /** A stop or, when words part as well, "while"; not the "but" of "but not". */
  private boolean divides(int i, boolean atWords) {
    Word word = sentence.word(i);
    boolean goesOn = word.is("but") && (sentence.at(i + 1, "not") || sentence.at(i + 1, "only"));
    return Speakers.STOPS.contains(word.text())
        || (atWords && PART_WORDS.contains(word.lower()) && !goesOn);
  }
}
