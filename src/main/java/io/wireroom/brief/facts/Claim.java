package io.wireroom.brief.facts;

import java.util.List;
import java.util.Set;

/**
 * A sentence with its evidence, read once for all checks, so that none of them reads it again and
 * all judge by the same words.
 *
 * @param sentence what is claimed
 * @param nearby the evidence, and the part of it that the sentence is about
 * @param lexicon the words that the checks know
 * @param dates the dates of the sentence
 * @param quantities its numbers, those of the dates left out
 * @param senses compares its words with those of the close evidence
 * @param places compares the places of its words with those of the close evidence
 * @param polarity what it denies
 * @param polarityThere what the close evidence denies
 */
record Claim(
    TokenizedText sentence,
    Nearby nearby,
    FactLexicon lexicon,
    List<DateMention> dates,
    List<Quantity> quantities,
    Senses senses,
    Substitution places,
    Polarity polarity,
    Polarity polarityThere) {

  static Claim of(String text, String source, FactLexicon lexicon) {
    TokenizedText sentence = TokenizedText.of(text);
    Nearby nearby = Nearby.of(sentence, TokenizedText.of(source));
    List<DateMention> dates = DateReader.read(sentence, lexicon);
    return new Claim(
        sentence,
        nearby,
        lexicon,
        dates,
        QuantityReader.said(sentence, lexicon, DateMention.words(dates)),
        new Senses(sentence, nearby.close(), lexicon),
        new Substitution(sentence, nearby, lexicon),
        new Polarity(sentence, lexicon),
        new Polarity(nearby.close(), lexicon));
  }

  /** The part of the evidence that the sentence is about. */
  TokenizedText evidence() {
    return nearby.close();
  }

  /** Indexes of the words of the sentence that are part of a date. */
  Set<Integer> dateWords() {
    return DateMention.words(dates);
  }
}
