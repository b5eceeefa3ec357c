package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses whole sentences for the summary, in the article's order. Sentences that are takeaways
 * already count less, so that the summary has more to say where the article has. A sentence that
 * refers back is taken only with the one before it.
 */
final class Summarizer {

  private static final int SENTENCES_A_PARAGRAPH = 3;
  private static final int PARAGRAPHS = 3;

  /** At most this share of the article's sentences. */
  private static final double SHARE = 0.5;

  private static final double TAKEAWAY_AGAIN = 0.6;

  List<List<Variant>> summarize(
      Passage passage, SentenceRanker.Ranking ranking, List<Variant> takeaways) {
    List<Variant> whole = ranking.whole();
    int room =
        (int)
            Math.min(
                SENTENCES_A_PARAGRAPH * PARAGRAPHS, Math.max(1, Math.ceil(whole.size() * SHARE)));
    Set<Integer> taken = takeaways.stream().map(Variant::sentence).collect(Collectors.toSet());
    List<Variant> ordered = new ArrayList<>(whole);
    ordered.sort(
        Comparator.comparingDouble(
            (Variant v) ->
                -ranking.worth().of(v) * (taken.contains(v.sentence()) ? TAKEAWAY_AGAIN : 1)));
    TreeMap<Integer, Variant> chosen = new TreeMap<>();
    for (Variant variant : ordered) {
      if (chosen.size() == room) {
        break;
      }
      boolean standsAlone = Fitness.of(passage, variant, new int[0]) == Fitness.GOOD;
      if (standsAlone || chosen.containsKey(variant.sentence() - 1)) {
        chosen.put(variant.sentence(), variant);
      }
    }
    return paragraphs(new ArrayList<>(chosen.values()));
  }

  private static List<List<Variant>> paragraphs(List<Variant> sentences) {
    List<List<Variant>> paragraphs = new ArrayList<>();
    int count =
        Math.min(
            PARAGRAPHS, (sentences.size() + SENTENCES_A_PARAGRAPH - 1) / SENTENCES_A_PARAGRAPH);
    int from = 0;
    for (int p = 0; p < count; p++) {
      int to = from + (sentences.size() - from + count - p - 1) / (count - p);
      paragraphs.add(sentences.subList(from, to));
      from = to;
    }
    return paragraphs;
  }
}
