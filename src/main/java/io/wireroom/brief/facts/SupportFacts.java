package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.Set;

/**
 * Refuses a sentence that shares too little with its evidence: all its facts may be there, and it
 * still is about something else.
 */
final class SupportFacts extends Check {

  /** Less than this share of a sentence's content, and it is about something else. */
  private static final double LEAST_SHARED = 0.2;

  SupportFacts(Claim claim) {
    super(claim);
  }

  @Override
  void check() {
    Set<String> said = sentence.contentStems();
    Set<String> borne = nearby.whole().contentStems();
    long shared = said.stream().filter(borne::contains).count();
    if (shared < LEAST_SHARED * said.size()) {
      object(Kind.SUPPORT, sentence.text(), "the evidence is about something else");
    }
  }
}
