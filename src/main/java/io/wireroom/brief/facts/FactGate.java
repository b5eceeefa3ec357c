package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  /**
   * Less than this share of a sentence's content in its evidence, and it is about something else.
   */
  private static final double LEAST_SHARED = 0.2;

  private static final List<Check> CHECKS =
      List.of(
          DateFacts::check,
          QuantityFacts::check,
          RateFacts::check,
          DirectionFacts::check,
          NameFacts::check,
          PronounFacts::check,
          QuotationFacts::check,
          LoadedVerbs::check,
          AttributionFacts::check,
          QuotedSpeakers::check,
          ParticipantFacts::check,
          NegationFacts::check,
          LostNegations::check,
          RivalFacts::check,
          StatusFacts::check,
          ModalFacts::check,
          Qualifiers::check,
          Reservations::check,
          PolarityFacts::check,
          ClauseFacts::check,
          FactGate::support);

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
    CHECKS.forEach(check -> objections.addAll(check.check(claim)));
    return List.copyOf(objections);
  }

  /** Whether the sentence is about what the evidence is about at all. */
  private static List<Objection> support(Claim claim) {
    Set<String> said = claim.sentence().contentStems();
    Set<String> borne = claim.nearby().whole().contentStems();
    long shared = said.stream().filter(borne::contains).count();
    return shared < LEAST_SHARED * said.size()
        ? List.of(
            new Objection(
                Kind.SUPPORT, claim.sentence().text(), "the evidence is about something else"))
        : List.of();
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
    objections.addAll(QuotationFacts.check(sentence, evidence));
    return List.copyOf(objections);
  }
}
