package io.wireroom.brief.rank;

import java.util.List;

/**
 * Brings an article down to its takeaways and a summary, all in its own sentences. Thread-safe; the
 * fitted numbers are read when it is made.
 */
public final class Digester {

  /** Articles of so many words earn one takeaway more than the fewest, and so on for each. */
  private static final int WORDS_FOR_MORE = 350;

  private final SentenceRanker ranker = new SentenceRanker(ChanceModel.shipped());
  private final Summarizer summarizer = new Summarizer();

  /**
   * @param title the headline; may be empty
   * @param language BCP 47 tag; {@code und} when unknown
   * @param fewest takeaways wanted
   * @param most takeaways wanted
   * @param maxChars code points of one takeaway
   */
  public Digest digest(
      String title, String text, String language, int fewest, int most, int maxChars) {
    Passage passage = new Passage(text, Lexicon.forText(language, text));
    int count = Math.max(fewest, Math.min(most, fewest + passage.words() / WORDS_FOR_MORE - 1));
    SentenceRanker.Ranking ranking = ranker.rank(passage, passage.stemsOf(title));
    List<Variant> takeaways = ranking.pick(count, maxChars);
    return new Digest(
        takeaways.stream().map(v -> excerpt(passage, v)).toList(),
        summarizer.summarize(passage, ranking, takeaways).stream()
            .map(paragraph -> paragraph.stream().map(v -> excerpt(passage, v)).toList())
            .toList());
  }

  private static Excerpt excerpt(Passage passage, Variant variant) {
    Sentence range = passage.sentences.get(variant.sentence());
    return new Excerpt(variant.text(passage), range.start(), range.end());
  }
}
