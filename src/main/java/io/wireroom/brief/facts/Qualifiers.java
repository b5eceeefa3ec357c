package io.wireroom.brief.facts;

import io.wireroom.brief.facts.Objection.Kind;
import java.util.Set;

/**
 * Finds qualifiers of the evidence that a sentence leaves out: a former minister is no minister, a
 * suspected thief no thief.
 */
final class Qualifiers extends Check {

  /**
   * Groups of [status] that qualify the word after them: dropping one changes who or what is meant.
   */
  private static final Set<String> QUALIFIERS =
      Set.of(
          "alleged",
          "allegedly",
          "apparently",
          "ex",
          "reportedly",
          "suspected",
          "unconfirmed",
          "former",
          "acting",
          "interim",
          "preliminary",
          "provisional",
          "draft",
          "temporary",
          "partial",
          "partially",
          "partly",
          "attempted",
          "suspended",
          "conditional",
          "proposed",
          "accused",
          "convicted");

  /** After these words it is no qualifier: "accused of fraud". */
  private static final Set<String> OF = Set.of("of", "for", "in", "by", "on", "to", "that");

  /** Qualifiers that any word of doubt may stand for. */
  private static final Set<String> DOUBTS =
      Set.of("alleged", "allegedly", "reportedly", "suspected", "unconfirmed", "accused");

  /** Whether the sentence has a word such as may, which stands for any qualifier. */
  private final boolean hedged;

  Qualifiers(Claim claim) {
    super(claim);
    this.hedged = Modal.in(sentence, lexicon).stream().anyMatch(Modal::isHedge);
  }

  @Override
  void check() {
    for (int i = 0; i + 1 < evidence.size(); i++) {
      if (!QUALIFIERS.contains(evidence.word(i).lower())) {
        continue;
      }
      FactLexicon.Hit qualifier = lexicon.at("status", evidence, i);
      int head = i + 1;
      while (head < evidence.size() - 1 && !TokenizedText.isContent(evidence.word(head))) {
        head++;
      }
      String stem = evidence.word(head).stem();
      boolean elsewhere =
          nearby.whole().words().stream().filter(word -> word.stem().equals(stem)).count() > 1;
      if (OF.contains(evidence.word(i + 1).lower()) || isNoun(i)) {
        continue;
      }
      boolean adverb = evidence.word(i).lower().endsWith("ly");
      if (places.isLeftOut(new FactLexicon.Hit(Set.of(), i, i + 1))) {
        object(Kind.STATUS, evidence.word(i).text(), "the sentence leaves this out");
        continue;
      }
      boolean kept =
          lexicon.hits("status", sentence).stream().anyMatch(qualifier::in)
              || sentence.has(evidence.word(i).lower())
              || senses.isTold(i)
              || (evidence.at(i, "former") && sentence.has("once"))
              || (DOUBTS.contains(evidence.word(i).lower())
                  && !lexicon.hits("doubt", sentence).isEmpty())
              || hedged;
      if (TokenizedText.isContent(evidence.word(head))
          && !elsewhere
          && !kept
          && (nearby.isAll() || !adverb)
          && speaksOf(head)) {
        object(
            Kind.STATUS,
            evidence.word(head).text(),
            "the evidence calls it " + evidence.word(i).text());
      }
    }
  }

  /** "The accused refused", "singing, acting and politics". */
  private boolean isNoun(int i) {
    String next = evidence.word(i + 1).lower();
    return next.equals("and")
        || Auxiliaries.WORDS.contains(next)
        || (evidence.at(i, "accused") && next.endsWith("ed"));
  }

  /** Whether the sentence has a word of the evidence, in short evidence one of its family. */
  private boolean speaksOf(int there) {
    return sentence.contentStems().contains(evidence.word(there).stem())
        || (nearby.isAll() && senses.isTold(there));
  }
}
