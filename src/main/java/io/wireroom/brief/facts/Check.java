package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * One question that the gate asks of every claim: what of one kind the evidence does not bear out.
 * All checks stand in one list in {@link FactGate}, so that a reader sees there what is asked; a
 * new question is a class and a line of that list. Used once, for one claim.
 */
abstract class Check {

  final Claim claim;
  final TokenizedText sentence;

  /** The part of the evidence that the sentence is about. */
  final TokenizedText evidence;

  final Nearby nearby;
  final FactLexicon lexicon;
  final Senses senses;
  final Substitution places;

  private final List<Objection> objections = new ArrayList<>();

  Check(Claim claim) {
    this.claim = claim;
    this.sentence = claim.sentence();
    this.evidence = claim.evidence();
    this.nearby = claim.nearby();
    this.lexicon = claim.lexicon();
    this.senses = claim.senses();
    this.places = claim.places();
  }

  /** Objects to what the evidence does not bear out. */
  abstract void check();

  final void object(Kind kind, String what, String why) {
    objections.add(new Objection(kind, what, why));
  }

  final boolean hasObjected() {
    return !objections.isEmpty();
  }

  /** What there is to object to, in the order of the sentence or of the evidence; may be empty. */
  final List<Objection> objections() {
    check();
    return List.copyOf(objections);
  }
}
