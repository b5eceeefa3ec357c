package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which of its cuts a sentence is shown with. Not thread-safe: one for each text. */
final class Shortening {

  /** A range goes when its words are less likely in a summary than this, on average. */
  private static final double UNLIKELY = 0.45;

  private static final int FEWEST_WORDS = 5;

  private final Passage passage;
  private final Chances chances;
  private final Shortener shortener;
  private final Map<Integer, List<Cut>> cuts = new HashMap<>();

  Shortening(Passage passage, Chances chances, Shortener shortener) {
    this.passage = passage;
    this.chances = chances;
    this.shortener = shortener;
  }

  /** The sentence without what is left out in any case. */
  Variant whole(int sentence) {
    return Variant.of(
        passage, sentence, cuts(sentence).stream().filter(cut -> cut.kind().always()).toList());
  }

  /**
   * The sentence without its "he said", where that is all that keeps it from standing alone.
   *
   * @return nothing where it isn't
   */
  Optional<Variant> unattributed(Variant whole, int[] title) {
    return cuts(whole.sentence()).stream()
        .filter(cut -> cut.kind() == Cut.Kind.ATTRIBUTION)
        .filter(cut -> whole.cuts().stream().noneMatch(cut::overlaps))
        .map(cut -> Variant.of(passage, whole.sentence(), and(whole.cuts(), cut)))
        .filter(v -> v.words().length >= FEWEST_WORDS)
        .filter(v -> Fitness.of(passage, v, title) == Fitness.GOOD)
        .findFirst();
  }

  private List<Cut> cuts(int sentence) {
    return cuts.computeIfAbsent(sentence, s -> shortener.cuts(passage, s));
  }

  private static List<Cut> and(List<Cut> cuts, Cut cut) {
    List<Cut> more = new ArrayList<>(cuts);
    more.add(cut);
    return more;
  }

  /**
   * @param maxChars code points that the result may have
   * @return nothing when it can't be made short enough
   */
  Optional<Variant> shorten(Variant whole, int[] title, int maxChars) {
    List<Cut> possible = new ArrayList<>(cuts(whole.sentence()));
    possible.removeIf(cut -> cut.kind().always());
    possible.sort(Comparator.comparingDouble(this::loss));
    Variant best = whole;
    Fitness fitness = Fitness.of(passage, whole, title);
    for (Cut cut : possible) {
      boolean long_ = length(best) > maxChars;
      if (!long_ && loss(cut) >= 0) {
        break;
      }
      if (best.cuts().stream().anyMatch(cut::overlaps)) {
        continue;
      }
      Variant shorter = Variant.of(passage, whole.sentence(), and(best.cuts(), cut));
      if (shorter.words().length >= FEWEST_WORDS
          && Fitness.of(passage, shorter, title).compareTo(fitness) <= 0) {
        best = shorter;
      }
    }
    return length(best) > maxChars ? Optional.empty() : Optional.of(best);
  }

  private int length(Variant variant) {
    String text = variant.text(passage);
    return text.codePointCount(0, text.length());
  }

  /** What a summary would miss without the range; below 0 when it is better off without. */
  private double loss(Cut cut) {
    double loss = 0;
    for (int w = passage.wordAt(cut.from()); w < passage.words(); w++) {
      if (passage.start[w] >= cut.to()) {
        break;
      }
      loss += chances.ofWord(passage.stem[w]) - UNLIKELY;
    }
    return loss;
  }
}
