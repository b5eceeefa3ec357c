package io.wireroom.brief.facts;

import java.util.List;

/**
 * One question that the gate asks of every claim. All stand in one list in {@link FactGate}, so
 * that a reader sees there what is asked, and a new question is a class and a line of that list.
 */
@FunctionalInterface
interface Check {

  /** What of its kind the evidence does not bear out; empty when there is nothing to object to. */
  List<Objection> check(Claim claim);
}
