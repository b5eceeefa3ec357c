package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.Set;

/**
 * Holds the names in a sentence to its evidence: every part of a name must be there, parts that
 * stand together must stand together there, and a short form must be the initials of what it stands
 * for.
 */
final class NameFacts extends Check {

  /** By how much another name's place must fit better to be sure that it is the one meant. */
  private static final double MARGIN = 3;

  private final Aliases wide;
  private final Aliases whole;
  private final FullNames fullNames;

  NameFacts(Claim claim) {
    super(claim);
    this.wide = new Aliases(nearby.wide(), lexicon);
    this.whole = nearby.isAll() ? wide : new Aliases(nearby.whole(), lexicon);
    this.fullNames = new FullNames(claim);
  }

  @Override
  void check() {
    Set<Integer> dates = claim.dateWords();
    for (int i = 0; i < sentence.size(); i++) {
      if (!dates.contains(i) && isName(i)) {
        check(i);
      }
    }
  }

  private boolean isName(int i) {
    Word word = sentence.word(i);
    if (!word.capital() || word.lower().length() < 2 || lexicon.knows("titles", sentence, i)) {
      return false;
    }
    if (!word.opens()) {
      return true;
    }
    // The first word of a sentence is capital anyway: it is a name unless it is a common word.
    boolean inner =
        word.text().chars().skip(1).anyMatch(Character::isUpperCase)
            && !CommonWords.isCommon(word, lexicon);
    return inner || CommonWords.mayBeName(sentence, lexicon, i) || isMisspelt(word);
  }

  private void check(int i) {
    Word word = sentence.word(i);
    if (!wide.have(sentence, i)) {
      boolean elsewhere = !nearby.isAll() && whole.have(sentence, i);
      String why =
          elsewhere ? "the evidence does not name it here" : "the evidence does not name it";
      object(Kind.NAME, word.text(), why);
    } else if (i > 0 && isName(i - 1) && fullNames.split(i - 1, i)) {
      object(Kind.NAME, sentence.slice(i - 1, i + 1), "the evidence has no such name together");
    } else if (isInPlaceOfAnother(i)) {
      object(Kind.NAME, word.text(), "the evidence names somebody else here");
    }
  }

  /** Whether the evidence has a name in this place that the sentence does not have. */
  private boolean isInPlaceOfAnother(int i) {
    if (!nearby.wide().has(sentence.word(i).lower())) {
      // Under another form of the name, its place cannot be told.
      return false;
    }
    int from = i;
    while (from > 0 && sentence.word(from - 1).capital()) {
      from--;
    }
    int to = i + 1;
    while (to < sentence.size() && sentence.word(to).capital()) {
      to++;
    }
    double own = 0;
    double other = 0;
    boolean inFrame = false;
    boolean otherInFrame = false;
    TokenizedText close = nearby.close();
    for (int at = 0; at < close.size(); at++) {
      Word word = close.word(at);
      if (!word.capital() || (word.opens() && CommonWords.isCommon(word, lexicon))) {
        continue;
      }
      int end = at + 1;
      boolean shared = isIn(from, to, word);
      while (end < close.size() && close.word(end).capital()) {
        shared |= isIn(from, to, close.word(end));
        end++;
      }
      double fit = places.fit(from, to, at, end);
      boolean frame = places.isSameFrame(from, to, at, end);
      if (shared) {
        own = Math.max(own, fit);
        inFrame |= frame;
      } else if (!sentence.has(word.lower()) && !sentence.has(close.word(end - 1).lower())) {
        other = Math.max(other, fit);
        otherInFrame |= frame;
      }
      at = end - 1;
    }
    return other >= own + MARGIN || (otherInFrame && !inFrame);
  }

  private boolean isIn(int from, int to, Word name) {
    for (int i = from; i < to; i++) {
      if (sentence.word(i).lower().equals(name.lower())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word is nearly, but not quite, a name of the nearby.wide(). */
  private boolean isMisspelt(Word word) {
    return word.lower().length() >= 5
        && !CommonWords.isCommon(word, lexicon)
        && nearby.wide().words().stream()
            .filter(Word::capital)
            .map(Word::lower)
            .anyMatch(name -> !name.equals(word.lower()) && differByOneOrTwo(name, word.lower()));
  }

  /** Whether two words have the same beginning and end, but for two letters at most. */
  private static boolean differByOneOrTwo(String one, String two) {
    int start = 0;
    int shorter = Math.min(one.length(), two.length());
    while (start < shorter && one.charAt(start) == two.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), two.length()) - start - end <= 2;
  }
}
