package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what a word for no may deny and how often the evidence says no around a word, for the
 * checks of the words for no themselves: they count, where {@link DenialScope} points.
 */
final class Denials {

  /** How many words a "no" reaches, at most. */
  static final int REACH = 7;

  /** A sentence of the evidence with less than this share of the best one's words is another's. */
  private static final double ALIKE = 0.5;

  /** How near to a "no" a word may be what it denies. */
  private static final int NEAR = 5;

  private final TokenizedText sentence;
  private final TokenizedText evidence;
  private final Nearby nearby;
  private final FactLexicon lexicon;

  private final List<FactLexicon.Hit> here;
  private final List<FactLexicon.Hit> there;

  Denials(Claim claim) {
    this.sentence = claim.sentence();
    this.evidence = claim.evidence();
    this.nearby = claim.nearby();
    this.lexicon = claim.lexicon();
    this.here = claim.polarity().negators();
    this.there = claim.polarityThere().negators();
  }

  /** The words for no in the sentence. */
  List<FactLexicon.Hit> here() {
    return here;
  }

  /** The words for no in the evidence. */
  List<FactLexicon.Hit> there() {
    return there;
  }

  /**
   * How often the sentences of the evidence that are most like this one say no, in any way.
   *
   * @param head what the sentence denies: where the evidence has it, only sentences with it count
   */
  int deniedAround(String head) {
    boolean known = evidence.contentStems().contains(head);
    if (known && nearby.isAll()) {
      return deniedNear(head);
    }
    Sentences sentences = evidence.sentences();
    boolean[] speaks = new boolean[sentences.count()];
    double[] shared = new double[sentences.count()];
    double best = 0;
    for (int i = 0; i < shared.length; i++) {
      Set<String> stems = new HashSet<>();
      evidence.sentence(i).forEach(word -> stems.add(word.stem()));
      speaks[i] = !known || stems.contains(head);
      stems.retainAll(sentence.contentStems());
      shared[i] = stems.size();
      best = Math.max(best, shared[i]);
    }
    List<FactLexicon.Hit> noes = new ArrayList<>(there);
    noes.addAll(lexicon.hits("implied-no", evidence));
    noes.addAll(prefixed());
    int count = 0;
    for (int i = 0; i < shared.length; i++) {
      int from = sentences.from(i);
      int to = sentences.to(i);
      if (known ? speaks[i] && shared[i] >= ALIKE * best : shared[i] > 0) {
        count +=
            (int)
                noes.stream()
                    .filter(hit -> hit.from() >= from && hit.from() < to)
                    .filter(hit -> nearby.speaksOf(hit.from()) && !isElliptic(hit))
                    .count();
      }
    }
    return count;
  }

  /** Words of the evidence such as "unpatched", where either passage speaks of a patch. */
  private List<FactLexicon.Hit> prefixed() {
    List<FactLexicon.Hit> found = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      Word word = evidence.word(i);
      if (!lexicon.knows("implied-no", evidence, i)
          && (Prefixes.sayNo(word, sentence) || Prefixes.sayNo(word, evidence))) {
        found.add(new FactLexicon.Hit(Set.of(), i, i + 1));
      }
    }
    return found;
  }

  /** How often short evidence says no within a few words of a word, on either side. */
  private int deniedNear(String head) {
    List<FactLexicon.Hit> noes = new ArrayList<>(there);
    noes.addAll(lexicon.hits("implied-no", evidence));
    return (int)
        noes.stream()
            .filter(
                hit -> {
                  int from = Math.max(0, hit.from() - NEAR);
                  int to = Math.min(evidence.size(), hit.to() + NEAR);
                  return evidence.words().subList(from, to).stream()
                      .anyMatch(word -> word.stem().equals(head));
                })
            .count();
  }

  /** "Faster than those that were not": it denies nothing that can be named. */
  private boolean isElliptic(FactLexicon.Hit hit) {
    return evidence.at(hit.from(), "not")
        && (hit.to() >= evidence.size() || !evidence.word(hit.to()).isWord());
  }

  /**
   * Stems of the first content words that a negator reaches, within its clause; adverbs left out.
   */
  List<String> reach(TokenizedText passage, FactLexicon.Hit hit, int count) {
    return heads(passage, hit, count).stream().map(i -> passage.word(i).stem()).toList();
  }

  private static List<Integer> heads(TokenizedText passage, FactLexicon.Hit hit, int count) {
    List<Integer> heads = new ArrayList<>();
    int clause = passage.word(hit.to() - 1).clause();
    int limit = Math.min(passage.size(), hit.to() + REACH + 2);
    for (int i = hit.to(); i < limit && heads.size() < count; i++) {
      Word word = passage.word(i);
      if (word.clause() != clause || (word.is("as") && i > hit.to())) {
        break;
      }
      if (TokenizedText.isContent(word) && !word.lower().endsWith("ly")) {
        heads.add(i);
      }
    }
    return heads;
  }

  int head(TokenizedText passage, FactLexicon.Hit hit) {
    List<Integer> heads = heads(passage, hit, 1);
    return heads.isEmpty() ? -1 : heads.get(0);
  }
}
