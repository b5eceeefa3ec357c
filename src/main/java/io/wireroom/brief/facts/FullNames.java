package io.wireroom.brief.facts;

/**
 * Tells a name whose parts the evidence has, but of different people: the first name of one and the
 * surname of another would each pass by itself.
 */
final class FullNames {

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final TokenizedText whole;
  private final FactLexicon lexicon;

  FullNames(Claim claim) {
    this.sentence = claim.sentence();
    this.evidence = claim.nearby().wide();
    this.whole = claim.nearby().whole();
    this.lexicon = claim.lexicon();
  }

  /** Whether two neighbours of the sentence are both in the evidence, but never side by side. */
  boolean split(int first, int second) {
    String one = sentence.word(first).lower();
    String two = sentence.word(second).lower();
    if (sentence.word(first).possessive()
        || lexicon.knows("aliases", sentence, first)
        || lexicon.knows("roles", sentence, first)
        || lexicon.knows("roles", sentence, second)
        || !sentence.word(first).capital()
        || !onlyCapital(one)
        || !(onlyCapital(two) || endsAName(two))) {
      return false;
    }
    for (int i = 0; i < whole.size(); i++) {
      for (int j = i + 1; j < Math.min(whole.size(), i + 4) && same(whole, i, one); j++) {
        if (same(whole, j, two)) {
          return false;
        }
      }
      // "The Philharmonic of Altenau"
      if (same(whole, i, two)
          && whole.at(i + 1, "of")
          && i + 2 < whole.size()
          && same(whole, i + 2, one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(TokenizedText passage, int i, String name) {
    return passage.at(i, name)
        || (passage.word(i).capital() && Aliases.isDerived(name, passage.word(i).lower()));
  }

  /** Whether the evidence has the word, and never in lower case: then it is no title or role. */
  private boolean onlyCapital(String lower) {
    return evidence.has(lower)
        && evidence.words().stream().noneMatch(word -> word.is(lower) && !word.capital());
  }

  /** Whether the evidence has the word, capital, as the end of a name: the Kessler Museum. */
  private boolean endsAName(String lower) {
    for (int i = 1; i < evidence.size(); i++) {
      Word word = evidence.word(i);
      if (word.is(lower) && word.capital() && !word.opens() && evidence.word(i - 1).capital()) {
        return true;
      }
    }
    return false;
  }
}
