package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Decides whether a sentence says nothing that its evidence does not: every number, amount, date,
 * unit, name, quotation, attribution, negation and word of status in it must be borne out. It knows
 * how English rephrases (1.2bn and 1.2 billion, March 3 and 3 March, ECB); in any other language
 * only a sentence made of the evidence's own words, in their order, passes. It judges facts, not
 * style, and when in doubt it objects: a refused sentence is replaced by an extracted one. The
 * classes of corruption it is measured on are published in {@code src/docs/fact-gate.md}.
 * Thread-safe.
 */
public final class FactGate {

  private static final List<Function<Claim, Check>> CHECKS =
      List.of(
          DateFacts::new,
          QuantityFacts::new,
          RateFacts::new,
          DirectionFacts::new,
          NameFacts::new,
          PronounFacts::new,
          QuotationFacts::new,
          LoadedVerbs::new,
          AttributionFacts::new,
          QuotedSpeakers::new,
          ParticipantFacts::new,
          NegationFacts::new,
          LostNegations::new,
          RivalFacts::new,
          StatusFacts::new,
          ModalFacts::new,
          Qualifiers::new,
          Reservations::new,
          PolarityFacts::new,
          ClauseFacts::new,
          SupportFacts::new);

  private FactGate() {}

  /**
   * Holds one sentence to its evidence.
   *
   * @param sentence the claim, plain text
   * @param evidenceTexts the words of its evidence
   * @param language BCP 47 primary subtag of both
   * @return why the sentence must not be published; empty when it passes
   */
  public static List<Objection> check(
      String sentence, List<String> evidenceTexts, String language) {
    String evidence = String.join("\n", evidenceTexts);
    return language.toLowerCase(Locale.ROOT).startsWith("en")
        ? english(sentence, evidence)
        : anyLanguage(sentence, evidence);
  }

  private static List<Objection> english(String text, String source) {
    if (Verbatim.isIn(text, source)) {
      return List.of();
    }
    Claim claim = Claim.of(text, source, FactLexicon.ENGLISH);
    List<Objection> objections = new ArrayList<>();
    CHECKS.forEach(check -> objections.addAll(check.apply(claim).objections()));
    return List.copyOf(objections);
  }

  private static List<Objection> anyLanguage(String sentence, String evidence) {
    List<Objection> objections = new ArrayList<>();
    for (String stranger : Extracted.strangers(sentence, evidence)) {
      objections.add(
          new Objection(Kind.SUPPORT, stranger, "the evidence does not have this word there"));
    }
    for (String lost : Extracted.lostPivots(sentence, evidence)) {
      objections.add(new Objection(Kind.NEGATION, lost, "left out, and the sense turns on it"));
    }
    objections.addAll(QuotationFacts.inAnyLanguage(sentence, evidence));
    return List.copyOf(objections);
  }
}
