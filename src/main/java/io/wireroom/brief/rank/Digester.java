package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

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
   * @param says whether a sentence (the second text) says all that a shorter form of it (the first)
   *     does; a shorter form that says otherwise gives way to the whole sentence, and where that is
   *     too long for a takeaway, to another one
   */
  public Digest digest(
      String title,
      String text,
      String language,
      int fewest,
      int most,
      int maxChars,
      BiPredicate<String, String> says) {
    Passage passage = new Passage(text, Lexicon.forText(language, text));
    int count = Math.max(fewest, Math.min(most, fewest + passage.words() / WORDS_FOR_MORE - 1));
    SentenceRanker.Ranking ranking = ranker.rank(passage, passage.stemsOf(title));
    Set<Integer> unfit = new HashSet<>();
    List<Variant> picked;
    List<Excerpt> takeaways;
    int known;
    do {
      known = unfit.size();
      picked = ranking.pick(count, maxChars, unfit);
      takeaways = new ArrayList<>();
      for (Variant variant : picked) {
        Excerpt takeaway = excerpt(passage, variant, says);
        takeaways.add(takeaway);
        if (takeaway.text().codePointCount(0, takeaway.text().length()) > maxChars) {
          unfit.add(variant.sentence());
        }
      }
    } while (unfit.size() > known);
    return new Digest(
        takeaways,
        summarizer.summarize(passage, ranking, picked).stream()
            .map(paragraph -> paragraph.stream().map(v -> excerpt(passage, v, says)).toList())
            .toList());
  }

  private static Excerpt excerpt(
      Passage passage, Variant variant, BiPredicate<String, String> says) {
    Sentence range = passage.sentences.get(variant.sentence());
    String sentence = range.in(passage.text);
    String whole = sentence.strip().replaceAll("\\s+", " ");
    String shown = variant.text(passage);
    boolean restored = !shown.equals(whole) && !says.test(shown, sentence);
    return new Excerpt(restored ? whole : shown, range.start(), range.end(), restored);
  }
}
