package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a sentence to the reserve of short evidence: what is alleged there must not be told as a
 * fact, and what holds "unless" something happens must not hold in any case.
 */
final class Reservations extends Check {

  /** How many words after "allege that" are what is alleged. */
  private static final int REACH = 10;

  /** How many of them must be told for the sentence to tell the same. */
  private static final int LEAST_TOLD = 2;

  private static final Set<String> CONDITIONS =
      Set.of(
          "unless",
          "or",
          "without",
          "until",
          "provided",
          "otherwise",
          "could",
          "may",
          "might",
          "except",
          "threaten",
          "threatens",
          "conditional");

  Reservations(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    if (nearby.isAll()) {
      allegations();
      exceptions();
      done();
    }
  }

  private void allegations() {
    for (FactLexicon.Hit hit : lexicon.hits("alleging", evidence)) {
      Set<String> alleged = new HashSet<>();
      Set<String> elsewhere = new HashSet<>();
      int end = Math.min(evidence.size(), hit.to() + REACH);
      for (int i = 0; i < evidence.size(); i++) {
        Word word = evidence.word(i);
        if (TokenizedText.isContent(word) && !word.capital()) {
          (i >= hit.to() && i < end ? alleged : elsewhere).add(word.stem());
        }
      }
      alleged.removeAll(elsewhere);
      alleged.retainAll(sentence.contentStems());
      if (alleged.size() >= LEAST_TOLD && alleged.stream().allMatch(this::isToldPlainly)) {
        object(
            Kind.STATUS,
            String.join(" ", alleged),
            "the evidence only alleges this: " + evidence.slice(hit.from(), hit.to()));
      }
    }
  }

  /** Whether no word of doubt, and nobody who says so, stands in the clause of a word or next. */
  private boolean isToldPlainly(String stem) {
    return sentence.words().stream()
        .filter(word -> word.stem().equals(stem))
        .noneMatch(word -> isReserved(word.clause()));
  }

  private boolean isReserved(int clause) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean near = Math.abs(sentence.word(i).clause() - clause) <= 1;
      boolean doubt = lexicon.knows("doubt", sentence, i);
      boolean said =
          lexicon.knows("say-neutral", sentence, i)
              || lexicon.knows("say-loaded", sentence, i)
              || lexicon.knows("say-wide", sentence, i);
      if (doubt || (near && said)) {
        return true;
      }
    }
    return false;
  }

  private void exceptions() {
    boolean lost = CONDITIONS.stream().noneMatch(sentence::has) && !isDeniedCondition();
    for (int i = 0; lost && i + 1 < evidence.size(); i++) {
      if (evidence.at(i, "unless") && isTold(i + 1)) {
        object(Kind.STATUS, "unless", "the sentence leaves this out");
      }
    }
  }

  /** "Has appealed" of one who has until Monday to appeal. */
  private void done() {
    for (int i = 1; i < sentence.size(); i++) {
      Word word = sentence.word(i);
      boolean perfect = isPerfect(i - 1) || (isPerfect(i - 2) && sentence.at(i - 1, "been"));
      if (!perfect || !TokenizedText.isContent(word)) {
        continue;
      }
      boolean known = false;
      boolean open = true;
      for (int at = 0; at < evidence.size(); at++) {
        if (senses.alike(i, at)) {
          known = true;
          open &= isToCome(at);
        }
      }
      if (known && open) {
        object(Kind.STATUS, word.text(), "the evidence does not say that it was done");
      }
    }
  }

  private boolean isPerfect(int index) {
    return sentence.at(index, "has") || sentence.at(index, "have");
  }

  /** Whether a verb of the evidence has "to" or "will" before it. */
  private boolean isToCome(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
      boolean next = evidence.at(at - 1, "be") || i == at - 1;
      if (evidence.at(i, "will") || evidence.at(i, "would")) {
        return next;
      }
      if (evidence.at(i, "to")) {
        return next && isExpected(i);
      }
    }
    return false;
  }

  /** Whether shortly before a "to" stands what makes it future: expected, plans, until Monday. */
  private boolean isExpected(int to) {
    for (int i = Math.max(0, to - 4); i < to; i++) {
      int at = i;
      boolean modal =
          List.of("modal-likely", "modal-plan", "modal-will").stream()
              .anyMatch(section -> lexicon.knows(section, evidence, at));
      if (modal || evidence.at(i, "until")) {
        return true;
      }
    }
    return false;
  }

  /** "If no operator is found". */
  private boolean isDeniedCondition() {
    for (int i = 0; i < sentence.size(); i++) {
      for (int j = i + 1; sentence.at(i, "if") && j < Math.min(sentence.size(), i + 5); j++) {
        if (lexicon.knows("negators", sentence, j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the sentence speaks of what an exception speaks of. */
  private boolean isTold(int from) {
    for (int i = from; i < Math.min(evidence.size(), from + REACH); i++) {
      Word word = evidence.word(i);
      if (TokenizedText.isContent(word) && sentence.contentStems().contains(word.stem())) {
        return true;
      }
    }
    return false;
  }
}
