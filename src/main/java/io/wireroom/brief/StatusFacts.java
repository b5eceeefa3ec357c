package io.wireroom.brief;

import io.wireroom.brief.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds words of status (alleged, former, proposed, approved, rose) in a sentence to its evidence:
 * each must have its like there, none may stand for its opposite, and no hedge may get lost.
 */
final class StatusFacts {

  /** From a mere possibility to a fact. */
  private static final List<String> MODALS =
      List.of("modal-possible", "modal-likely", "modal-plan", "modal-will");

  private static final int POSSIBLE = 0;
  private static final int LIKELY = 1;
  private static final int PLAN = 2;
  private static final int WILL = 3;
  private static final int FACT = 4;

  /** How far before its verb a modal stands, at most. */
  private static final int REACH = 4;

  /** How far before a word its "not" stands, at most. */
  private static final int DENIAL_REACH = 6;

  /** Groups of [status] that qualify the word after them: dropping one changes who or what is meant. */
  private static final Set<String> QUALIFIERS =
      Set.of("alleged", "allegedly", "reportedly", "suspected", "unconfirmed", "former", "acting",
          "interim", "preliminary", "provisional", "draft", "temporary", "partial", "partially",
          "partly", "attempted", "proposed", "accused", "convicted");

  /** Qualifiers that any word of doubt may stand for. */
  private static final Set<String> DOUBTS =
      Set.of("alleged", "allegedly", "reportedly", "suspected", "unconfirmed", "accused");

  private final Passage sentence;
  private final Passage evidence;
  private final Lexicon lexicon;

  private StatusFacts(Passage sentence, Passage evidence, Lexicon lexicon) {
    this.sentence = sentence;
    this.evidence = evidence;
    this.lexicon = lexicon;
  }

  static List<Objection> check(Passage sentence, Passage evidence, Lexicon lexicon) {
    StatusFacts facts = new StatusFacts(sentence, evidence, lexicon);
    List<Objection> objections = new ArrayList<>();
    facts.unsupported(objections);
    facts.opposed(objections);
    facts.modals(objections);
    facts.lostQualifiers(objections);
    return objections;
  }

  private void unsupported(List<Objection> objections) {
    List<Lexicon.Hit> there = lexicon.hits("status", evidence);
    for (Lexicon.Hit hit : lexicon.hits("status", sentence)) {
      Lexicon.Hit sides = lexicon.at("opposed", sentence, hit.from());
      if (there.stream().noneMatch(hit::in) && !isDenial(sides)) {
        object(objections, hit, "the evidence does not say so");
      }
    }
  }

  private void opposed(List<Objection> objections) {
    List<Lexicon.Hit> there = lexicon.hits("opposed", evidence);
    for (Lexicon.Hit hit : lexicon.hits("opposed", sentence)) {
      List<Lexicon.Hit> like = there.stream().filter(hit::in).toList();
      List<Lexicon.Hit> unlike = there.stream().filter(other -> areOpposed(hit, other)).toList();
      if (unlike.isEmpty() || isDenial(hit)) {
        continue;
      }
      if (like.isEmpty()) {
        object(objections, hit, "the evidence says the opposite");
      } else if (Surroundings.fitsBetter(fit(hit, unlike), fit(hit, like))) {
        object(objections, hit, "the evidence says the opposite of this");
      }
    }
  }

  private double fit(Lexicon.Hit hit, List<Lexicon.Hit> places) {
    Surroundings here = Surroundings.of(sentence, lexicon, hit.from(), hit.to());
    return places.stream()
        .mapToDouble(
            place -> here.shared(Surroundings.of(evidence, lexicon, place.from(), place.to())))
        .max()
        .orElse(0);
  }

  /** Whether "rejected" stands for "did not approve", or the other way round. */
  private boolean isDenial(Lexicon.Hit hit) {
    List<Lexicon.Hit> opposites =
        lexicon.hits("opposed", evidence).stream()
            .filter(other -> areOpposed(hit, other))
            .toList();
    return !opposites.isEmpty()
        && isDenied(sentence, hit)
            != opposites.stream().allMatch(other -> isDenied(evidence, other));
  }

  private boolean isDenied(Passage passage, Lexicon.Hit hit) {
    for (int i = Math.max(0, hit.from() - DENIAL_REACH); i < hit.from(); i++) {
      if (lexicon.knows("negators", passage, i)
          && passage.word(i).clause() == passage.word(hit.from()).clause()) {
        return true;
      }
    }
    return false;
  }

  /** The two sides of a pair are neighbours in the list, the first of them even. */
  private static boolean areOpposed(Lexicon.Hit one, Lexicon.Hit other) {
    return one.groups().stream().anyMatch(group -> other.groups().contains(group ^ 1));
  }

  private void modals(List<Objection> objections) {
    for (int i = 0; i < sentence.size(); i++) {
      Word head = sentence.word(i);
      if (!Passage.isContent(head) || head.capital() || isModal(sentence, i)) {
        continue;
      }
      int said = strength(sentence, i);
      int borne = -1;
      int weakest = FACT + 1;
      for (int j = 0; j < evidence.size(); j++) {
        if (evidence.word(j).stem().equals(head.stem())) {
          borne = Math.max(borne, strength(evidence, j));
          weakest = Math.min(weakest, strength(evidence, j));
        }
      }
      boolean overstated = borne >= 0 && said > borne && borne < WILL;
      boolean understated = weakest <= FACT && said == POSSIBLE && weakest > said + 2;
      if (overstated || understated) {
        objections.add(
            new Objection(Kind.STATUS, head.text(), "the evidence holds it less or more certain"));
        return;
      }
    }
    unsupportedModals(objections);
  }

  /** Modals whose verb the evidence does not have: some modal there must be as strong. */
  private void unsupportedModals(List<Objection> objections) {
    boolean[] there = new boolean[MODALS.size()];
    for (int level = POSSIBLE; level <= WILL; level++) {
      there[level] = !modals(level, evidence).isEmpty();
    }
    boolean weakerOnly = !there[WILL] && (there[POSSIBLE] || there[LIKELY] || there[PLAN]);
    for (int level = POSSIBLE; level <= WILL; level++) {
      for (Lexicon.Hit hit : modals(level, sentence)) {
        boolean borne =
            switch (level) {
              case POSSIBLE -> there[POSSIBLE] || there[LIKELY];
              case WILL -> !weakerOnly || headIsThere(hit.to());
              default -> there[LIKELY] || there[PLAN] || there[WILL];
            };
        if (!borne) {
          object(objections, hit, "the evidence does not put it so");
        }
      }
    }
  }

  private boolean headIsThere(int from) {
    for (int i = from; i < sentence.size(); i++) {
      if (Passage.isContent(sentence.word(i))) {
        return evidence.contentStems().contains(sentence.word(i).stem());
      }
    }
    return false;
  }

  private boolean isModal(Passage passage, int index) {
    return MODALS.stream().anyMatch(section -> isModal(section, passage, index));
  }

  /** May is a modal, and a month. */
  private boolean isModal(String section, Passage passage, int index) {
    return (!passage.word(index).capital() || passage.word(index).opens())
        && lexicon.knows(section, passage, index);
  }

  private List<Lexicon.Hit> modals(int level, Passage passage) {
    return lexicon.hits(MODALS.get(level), passage).stream()
        .filter(hit -> isModal(MODALS.get(level), passage, hit.from()))
        .toList();
  }

  /** How certain a verb is: the weakest modal shortly before it in its clause. */
  private int strength(Passage passage, int index) {
    int strength = FACT;
    int clause = passage.word(index).clause();
    int content = 0;
    for (int i = index - 1; i >= 0 && i >= index - REACH && content < 2; i--) {
      if (passage.word(i).clause() != clause) {
        break;
      }
      for (int level = 0; level < MODALS.size(); level++) {
        if (isModal(MODALS.get(level), passage, i)) {
          strength = Math.min(strength, level);
        }
      }
      if (Passage.isContent(passage.word(i)) && !isModal(passage, i)) {
        content++;
      }
    }
    return strength;
  }

  private void lostQualifiers(List<Objection> objections) {
    for (int i = 0; i + 1 < evidence.size(); i++) {
      if (!QUALIFIERS.contains(evidence.word(i).lower())) {
        continue;
      }
      Lexicon.Hit qualifier = lexicon.at("status", evidence, i);
      int head = i + 1;
      while (head < evidence.size() - 1 && !Passage.isContent(evidence.word(head))) {
        head++;
      }
      String stem = evidence.word(head).stem();
      boolean elsewhere =
          evidence.words().stream().filter(word -> word.stem().equals(stem)).count() > 1;
      boolean kept =
          lexicon.hits("status", sentence).stream().anyMatch(qualifier::in)
              || sentence.has(evidence.word(i).lower())
              || DOUBTS.contains(evidence.word(i).lower())
                  && !lexicon.hits("doubt", sentence).isEmpty()
              || !modals(POSSIBLE, sentence).isEmpty()
              || !modals(LIKELY, sentence).isEmpty()
              || !modals(PLAN, sentence).isEmpty();
      if (Passage.isContent(evidence.word(head))
          && !elsewhere
          && !kept
          && sentence.contentStems().contains(stem)) {
        objections.add(
            new Objection(
                Kind.STATUS,
                evidence.word(head).text(),
                "the evidence calls it " + evidence.word(i).text()));
      }
    }
  }

  private void object(List<Objection> objections, Lexicon.Hit hit, String why) {
    objections.add(new Objection(Kind.STATUS, sentence.slice(hit.from(), hit.to()), why));
  }
}
