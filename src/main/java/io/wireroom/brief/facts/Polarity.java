package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which words of a passage are denied or called off, so that words are compared with their
 * "not", and which stand so near to a word for no that it may mean them.
 */
final class Polarity {

  /** How many words after a word of denial it may cloud. */
  private static final int REACH = 8;

  /** How far from a word that is asserted a word of denial may stand and still cloud it. */
  private static final int CLOUD = 6;

  /** How many words a word such as "lost" or "ended" may deny. */
  private static final int NEAR = 3;

  private final TokenizedText passage;
  private final List<FactLexicon.Hit> negators;
  private final boolean[] denied;
  private final boolean[] clouded;
  private final boolean[] affirmed;

  /** What is called off, with the word that calls it off: to speak of it is not to assert it. */
  private final Map<Integer, FactLexicon.Hit> calledOff = new HashMap<>();

  Polarity(TokenizedText passage, FactLexicon lexicon) {
    this.passage = passage;
    this.denied = new boolean[passage.size()];
    this.clouded = new boolean[passage.size()];
    this.affirmed = new boolean[passage.size()];
    DenialScope scope = new DenialScope(passage);
    this.negators = Negators.in(passage, lexicon);
    for (FactLexicon.Hit hit : negators) {
      cloud(hit, 0);
      scope.governed(hit).forEach(i -> denied[i] = true);
    }
    for (FactLexicon.Hit hit : lexicon.hits("denying", passage)) {
      cloud(hit, 1);
      boolean itselfDenied = denied[hit.from()] || denied[hit.to() - 1];
      for (int i : scope.complement(hit)) {
        if (itselfDenied) {
          affirmed[i] = true;
        } else {
          calledOff.put(i, hit);
        }
      }
    }
    lexicon.hits("clouding", passage).forEach(hit -> cloud(hit, 1));
    List<FactLexicon.Hit> weak = new ArrayList<>(lexicon.hits("implied-no", passage));
    weak.addAll(lexicon.hits("not-yet", passage));
    weak.removeIf(hit -> passage.word(hit.from()).stem().equals("end"));
    for (FactLexicon.Hit hit : weak) {
      for (int i = hit.to(); i < Math.min(passage.size(), hit.to() + NEAR); i++) {
        clouded[i] = true;
      }
    }
  }

  /** Its words for no that deny something. */
  List<FactLexicon.Hit> negators() {
    return negators;
  }

  /** Whether a word is what a "not" or "no" denies. */
  boolean denied(int index) {
    return denied[index];
  }

  /** The verb that denies a word or calls it off; null when none does. */
  FactLexicon.@Nullable Hit calledOff(int index) {
    return calledOff.get(index);
  }

  /** Whether some word of denial, or one that may stand for it, is so near that it may mean it. */
  boolean clouded(int index) {
    return (clouded[index] && !affirmed[index]) || denied[index];
  }

  private void cloud(FactLexicon.Hit hit, int clauses) {
    int clause = passage.word(hit.from()).clause();
    int from = Math.max(0, hit.from() - CLOUD);
    for (int i = from; i < Math.min(passage.size(), hit.to() + REACH); i++) {
      boolean own = i >= hit.from() && i < hit.to();
      if (!own && Math.abs(passage.word(i).clause() - clause) <= clauses) {
        clouded[i] = true;
      }
    }
  }
}
