package io.wireroom.brief.facts;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells who says or does something by a verb of a sentence: whoever it is must do so in the
 * evidence. Heuristic: there is no parse.
 */
final class Subjects {

  private static final Set<String> AUXILIARIES = Set.of("having", "being", "going");

  /** Of how many words one who is named behind "said" may be. */
  private static final int LONGEST_SPEAKER = 7;

  private static final Set<String> RELATIVES = Set.of("who", "which", "whose");

  private final TokenizedText sentence;
  private final FactLexicon lexicon;
  private final List<Name> names;

  Subjects(TokenizedText sentence, FactLexicon lexicon, List<Name> names) {
    this.sentence = sentence;
    this.lexicon = lexicon;
    this.names = names;
  }

  /** Indexes of the words that say who speaks by a verb; empty where that is not to be told. */
  NavigableSet<Integer> of(FactLexicon.Hit verb) {
    // "Ida Renn, the team's leader, called …"
    for (Name name : names) {
      if (name.isDescribedUpTo(sentence, verb.from())) {
        return name.words();
      }
    }
    if (closesWith(verb)) {
      return heads(Speakers.behind(sentence, verb));
    }
    int subject = beforeRelative(verb.from());
    if (subject >= 0) {
      return new TreeSet<>(Set.of(subject));
    }
    NavigableSet<Integer> heads = heads(Speakers.inSentence(sentence, verb));
    boolean behind = !heads.isEmpty() && heads.first() > verb.from();
    return behind && !Speakers.speaksAfter(sentence, verb) ? new TreeSet<>() : heads;
  }

  private NavigableSet<Integer> heads(List<Word> words) {
    NavigableSet<Integer> heads = new TreeSet<>();
    if (words.stream().anyMatch(word -> Speakers.PRONOUNS.contains(word.lower()))) {
      return heads;
    }
    for (Word word : words) {
      int i = sentence.words().indexOf(word);
      // "A study of 4,300 people": the study speaks.
      if (!heads.isEmpty() && isOf(heads.last(), i)) {
        break;
      }
      if (!AUXILIARIES.contains(word.lower())) {
        heads.add(i);
      }
    }
    return heads;
  }

  /**
   * "Farmers, whose spokesman is Ida Renn, fear": the farmers do; -1 where no such clause stands.
   */
  private int beforeRelative(int verb) {
    if (!sentence.at(verb - 1, ",")) {
      return -1;
    }
    int at = verb - 2;
    while (at > 0 && !sentence.at(at, ",")) {
      at--;
    }
    boolean relative = at > 0 && at + 1 < verb && RELATIVES.contains(sentence.word(at + 1).lower());
    int subject = at - 1;
    return relative && TokenizedText.isContent(sentence.word(subject))
        ? sentence.at(subject - 1, "of") ? subject - 2 : subject
        : -1;
  }

  /** "…, says administrator Otto Kern." */
  private boolean closesWith(FactLexicon.Hit verb) {
    if (!sentence.at(verb.from() - 1, ",")
        || !lexicon.knows("say-neutral", sentence, verb.from())
        || sentence.at(verb.to(), "that")) {
      return false;
    }
    int end = verb.to();
    while (end < sentence.size()
        && !sentence.at(end, ",")
        && !Speakers.STOPS.contains(sentence.word(end).text())) {
      end++;
    }
    return end > verb.to() && end - verb.to() <= LONGEST_SPEAKER;
  }

  private boolean isOf(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (sentence.at(i, "of")) {
        return true;
      }
    }
    return false;
  }
}
