package io.wireroom.brief.facts;

import java.util.Set;

/**
 * Compares the words of a sentence and its evidence by what they assert, since who rephrases keeps
 * the sense and not the word: the same stem or family is alike, the other side of a family, or the
 * same word with un- or in- before it, is unlike.
 */
final class Senses {

  private final FactLexicon lexicon;
  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final FactLexicon.Hit[] here;
  private final FactLexicon.Hit[] there;

  Senses(TokenizedText sentence, TokenizedText evidence, FactLexicon lexicon) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.evidence = evidence;
    this.here = hits(sentence);
    this.there = hits(evidence);
  }

  private FactLexicon.Hit[] hits(TokenizedText passage) {
    FactLexicon.Hit[] hits = new FactLexicon.Hit[passage.size()];
    for (FactLexicon.Hit hit : lexicon.hits("senses", passage)) {
      for (int i = hit.from(); i < hit.to(); i++) {
        hits[i] = hit;
      }
    }
    for (int i = 0; i < hits.length; i++) {
      if (hits[i] == null) {
        hits[i] = new FactLexicon.Hit(Set.of(), i, i + 1);
      }
    }
    return hits;
  }

  FactLexicon.Hit here(int index) {
    return here[index];
  }

  FactLexicon.Hit there(int index) {
    return there[index];
  }

  boolean alike(int index, int indexThere) {
    return sentence.word(index).stem().equals(evidence.word(indexThere).stem())
        || here[index].in(there[indexThere]);
  }

  /** Whether the evidence has a word of the sentence, or one that means the same. */
  boolean isBorne(int index) {
    for (int at = 0; at < evidence.size(); at++) {
      if (alike(index, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence has a word of the evidence, or one that means the same. */
  boolean isTold(int indexThere) {
    for (int i = 0; i < sentence.size(); i++) {
      if (alike(i, indexThere)) {
        return true;
      }
    }
    return false;
  }

  boolean unlike(int index, int indexThere) {
    return !alike(index, indexThere)
        && (Prefixes.areOpposite(sentence.word(index).stem(), evidence.word(indexThere).stem())
            || lexicon.exclude("senses", here[index], there[indexThere]));
  }
}
