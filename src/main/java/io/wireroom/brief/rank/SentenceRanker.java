package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Picks the sentences of a text that together say most of what a person's summary would say, each
 * one shortened where that loses nothing. Stateless, thread-safe.
 *
 * <p>Every sentence is first worth what its own words promise; the best few are shortened, and of
 * those every set of three is weighed as a whole, so that no two say the same. More than three are
 * added one by one.
 */
final class SentenceRanker {

  /** How many sentences are shortened, and how many of those are weighed in sets. */
  private static final int SHORTLIST = 14;

  private static final int FINALISTS = 10;
  private static final int SET = 3;

  /** Two say the same to a reader when they share so much of the shorter one's content. */
  private static final double SAME = 0.8;

  private final ChanceModel model;

  SentenceRanker(ChanceModel model) {
    this.model = model;
  }

  /**
   * @param title the stems of the headline, numbered as the passage's
   */
  Ranking rank(Passage passage, int[] title) {
    return new Ranking(passage, title, new Chances(model, passage, title));
  }

  /** The sentences of one text, as far as they are fit to be shown, with what each is worth. */
  static final class Ranking {

    private final Passage passage;
    private final int[] title;
    private final Worth worth;
    private final Shortening shortening;
    private final List<Variant> whole = new ArrayList<>();
    private final List<Variant> good = new ArrayList<>();
    private final List<Variant> poor = new ArrayList<>();

    private Ranking(Passage passage, int[] title, Chances chances) {
      this.passage = passage;
      this.title = title;
      this.worth = new Worth(chances, passage.stems);
      this.shortening = new Shortening(passage, chances, new Shortener(passage.lexicon));
      for (int s = 0; s < passage.sentences.size(); s++) {
        Variant variant = shortening.whole(s);
        Fitness fitness = Fitness.of(passage, variant, title);
        if (fitness != Fitness.UNFIT) {
          whole.add(variant);
          Optional<Variant> alone =
              fitness == Fitness.GOOD
                  ? Optional.of(variant)
                  : shortening.unattributed(variant, title);
          (alone.isPresent() ? good : poor).add(alone.orElse(variant));
        }
      }
      Comparator<Variant> best = Comparator.comparingDouble((Variant v) -> -worth.ofWords(v));
      good.sort(best);
      poor.sort(best);
    }

    Worth worth() {
      return worth;
    }

    /** Whole sentences, in the text's order. */
    List<Variant> whole() {
      return whole;
    }

    /**
     * @param count how many are wanted; fewer come back when the text has no more that are fit
     * @param maxChars code points of one
     * @param without sentences, by number, that must not be among them
     * @return best first
     */
    List<Variant> pick(int count, int maxChars, Set<Integer> without) {
      List<Variant> finalists = unlike(shorten(good, maxChars, without));
      if (finalists.size() < count) {
        finalists.addAll(shorten(poor, maxChars, without));
        finalists = unlike(finalists);
      }
      finalists = finalists.subList(0, Math.min(Math.max(FINALISTS, count), finalists.size()));
      List<Variant> set = new ArrayList<>(bestSet(finalists, Math.min(SET, count)));
      while (set.size() < Math.min(count, finalists.size())) {
        set.add(bestAddition(set, finalists));
      }
      set.sort(Comparator.comparingDouble((Variant v) -> -worth.of(v)));
      return set;
    }

    /** Those that say something that no one before them says. */
    private List<Variant> unlike(List<Variant> variants) {
      List<Variant> unlike = new ArrayList<>();
      List<Set<Integer>> told = new ArrayList<>();
      for (Variant variant : variants) {
        Set<Integer> content = variant.content(passage);
        if (told.stream().noneMatch(before -> repeats(before, content))) {
          unlike.add(variant);
          told.add(content);
        }
      }
      return unlike;
    }

    private static boolean repeats(Set<Integer> before, Set<Integer> content) {
      long shared = content.stream().filter(before::contains).count();
      return shared >= SAME * Math.min(before.size(), content.size());
    }

    private List<Variant> shorten(List<Variant> from, int maxChars, Set<Integer> without) {
      List<Variant> shortened = new ArrayList<>();
      for (Variant variant : from) {
        if (shortened.size() == SHORTLIST) {
          break;
        }
        if (!without.contains(variant.sentence())) {
          shortening.shorten(variant, title, maxChars).ifPresent(shortened::add);
        }
      }
      shortened.sort(Comparator.comparingDouble((Variant v) -> -worth.of(v)));
      return shortened;
    }

    private List<Variant> bestSet(List<Variant> finalists, int size) {
      List<Variant> best = finalists.subList(0, Math.min(size, finalists.size()));
      if (size < SET || finalists.size() <= SET) {
        return best;
      }
      double most = -1;
      Variant[] set = new Variant[SET];
      for (int a = 0; a < finalists.size(); a++) {
        set[0] = finalists.get(a);
        for (int b = a + 1; b < finalists.size(); b++) {
          set[1] = finalists.get(b);
          for (int c = b + 1; c < finalists.size(); c++) {
            set[2] = finalists.get(c);
            double value = worth.of(set);
            if (value > most) {
              most = value;
              best = List.of(set);
            }
          }
        }
      }
      return best;
    }

    private Variant bestAddition(List<Variant> set, List<Variant> finalists) {
      return finalists.stream()
          .filter(v -> !set.contains(v))
          .max(Comparator.comparingDouble((Variant v) -> worthWith(set, v)))
          .orElseThrow();
    }

    private double worthWith(List<Variant> set, Variant variant) {
      List<Variant> more = new ArrayList<>(set);
      more.add(variant);
      return worth.of(more);
    }
  }
}
