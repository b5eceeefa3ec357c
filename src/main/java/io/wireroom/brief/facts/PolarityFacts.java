package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.List;
import java.util.Set;

/**
 * Holds what a sentence asserts and denies, word by word, to what the evidence asserts and denies
 * of the same: "knew" against "denied that she had known", "failed" against "passed".
 */
final class PolarityFacts extends Check {

  private static final List<String> MEASURES =
      List.of("units", "number-words", "scales", "fractions", "ordinals", "months", "weekdays");

  /** How much must stand around both words, in a long evidence, for it to speak of the same. */
  private static final double LEAST_OF_MANY = 1;

  /** From here on the evidence speaks of the very same, whatever else the sentence has. */
  private static final double SURE = 2;

  /** Words that only tell which one is meant: no "not" is about them. */
  private static final Set<String> ATTRIBUTES =
      Set.of("former", "last", "next", "first", "second", "new", "past", "current");

  private final Polarity here;
  private final Polarity there;

  PolarityFacts(Claim claim) {
    super(claim);
    this.here = claim.polarity();
    this.there = claim.polarityThere();
  }

  @Override
  void check() {
    for (int i = 0; i < sentence.size(); i++) {
      if (asserts(i)) {
        check(i);
      }
    }
  }

  private boolean asserts(int i) {
    FactLexicon.Hit sense = senses.here(i);
    return sense.from() == i
        && !lexicon.knows("negators", sentence, i)
        && !isMeasure(sentence, i)
        && !isAdverb(sentence, i)
        && (!sense.groups().isEmpty()
            || (TokenizedText.isContent(sentence.word(i)) && !sentence.word(i).capital()));
  }

  /** "Put up", "bent down": only beside a figure they tell where it went. */
  private static boolean isAdverb(TokenizedText passage, int i) {
    boolean direction = passage.at(i, "up") || passage.at(i, "down");
    return direction
        && passage.words().subList(i + 1, Math.min(passage.size(), i + 3)).stream()
            .noneMatch(Word::isNumber);
  }

  /** Words that count and measure are denied with what they measure. */
  private boolean isMeasure(TokenizedText passage, int i) {
    return MEASURES.stream().anyMatch(section -> lexicon.knows(section, passage, i));
  }

  private void check(int i) {
    Tally alike = new Tally();
    Tally turned = new Tally();
    Tally opposite = new Tally();
    for (int at = 0; at < evidence.size(); at++) {
      boolean same = senses.alike(i, at);
      if ((!same && !senses.unlike(i, at)) || (!same && isAdverb(evidence, at))) {
        continue;
      }
      FactLexicon.Hit place = senses.there(at);
      double fit = places.fit(i, senses.here(i).to(), place.from(), place.to());
      boolean denied = there.denied(at) || isCalledOff(at);
      boolean turns = here.denied(i) != denied;
      boolean maybe = here.denied(i) ? there.clouded(at) : here.clouded(i);
      boolean exact = sentence.word(i).stem().equals(evidence.word(at).stem());
      if (same && (!turns || maybe)) {
        alike.add(fit, at, exact);
      } else if (same
          && nearby.speaksOf(at)
          && (fit > 0 || !Parts.differ(sentence, i, evidence, at))) {
        turned.add(fit, at, exact);
      } else if (turns) {
        alike.add(fit, at, false);
      } else if (!same && nearby.speaksOf(at) && (!senses.isTold(at) || fit >= SURE)) {
        opposite.add(fit, at, false);
      }
    }
    double least = nearby.isAll() ? 0 : LEAST_OF_MANY;
    boolean names = ATTRIBUTES.contains(sentence.word(i).lower());
    if (turned.beats(alike, least) && !names) {
      object(
          Kind.NEGATION,
          sentence.word(i).text(),
          here.denied(i) ? "the evidence does not deny this" : "the evidence denies this");
    } else if (opposite.beats(alike, least)) {
      object(
          Kind.STATUS,
          sentence.word(i).text(),
          "the evidence says the opposite: " + evidence.word(opposite.at).text());
    }
  }

  /** Whether the evidence calls a word off by a verb that the sentence does without. */
  private boolean isCalledOff(int at) {
    FactLexicon.Hit verb = there.calledOff(at);
    return verb != null
        && lexicon.hits("denying", sentence).isEmpty()
        && !sentence.has("instead")
        && !sentence.has("rather")
        && lexicon.hits("clouding", sentence).stream().allMatch(hit -> senses.isBorne(hit.from()))
        && !senses.isTold(verb.from());
  }

  /** The best of the places that speak one way. */
  private static final class Tally {
    double fit = -1;
    int at = -1;

    /** Whether one of the places has the very word, not only one of its family. */
    boolean exact;

    void add(double more, int where, boolean same) {
      exact |= same;
      if (more > fit) {
        fit = more;
        at = where;
      }
    }

    boolean beats(Tally alike, double least) {
      return at >= 0
          && fit >= least
          && (exact || !alike.exact)
          && (alike.at < 0 || Surroundings.fitsBetter(fit, alike.fit));
    }
  }
}
