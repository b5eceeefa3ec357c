package io.wireroom.brief.rank;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether a sentence can stand by itself as a takeaway. */
enum Fitness {
  /** Yes. */
  GOOD,
  /**
   * Only where too little else is left: it hangs on another sentence, or asks, or is half quoted.
   */
  POOR,
  /** Never: a label, a by-line, a line of the page's furniture. */
  UNFIT;

  private static final int FEWEST_WORDS = 4;
  private static final double REPEATS_TITLE = 0.75;
  private static final int NEW_WORDS = 2;

  /** How many words at the start are looked at for one that refers back. */
  private static final int REACH = 4;

  static Fitness of(Passage passage, Variant variant, int[] title) {
    Sentence range = passage.sentences.get(variant.sentence());
    int[] words = variant.words();
    if (range.heading() || words.length < FEWEST_WORDS || isFurniture(passage, variant)) {
      return UNFIT;
    }
    boolean poor =
        passage.text.charAt(range.end() - 1) == '?'
            || !new Clauses(passage.text, range.start(), range.end()).balanced
            || refersBack(passage, words)
            || repeats(passage, variant, title);
    return poor ? POOR : GOOD;
  }

  /**
   * Whether it starts with a word that stands for something said before. After "in" or "when" the
   * name may still come ("In his youth, Smith …"); "it is" and "it's" stand for nothing.
   */
  private static boolean refersBack(Passage passage, int[] words) {
    boolean led = false;
    for (int i = 0; i < Math.min(REACH, words.length); i++) {
      String word = lower(passage, words[i]);
      if (passage.is(words[i], Passage.REFERS)) {
        String next = i + 1 < words.length ? lower(passage, words[i + 1]) : "";
        boolean empty = passage.lexicon.grammar().expletives().contains(word + " " + next);
        return !empty && !(led && namesLater(passage, words, i));
      }
      if (passage.lexicon.grammar().leads().contains(word)) {
        led = true;
      } else if (!passage.lexicon.openers().contains(word)) {
        return false;
      }
    }
    return false;
  }

  private static boolean namesLater(Passage passage, int[] words, int after) {
    for (int i = after + 1; i < words.length; i++) {
      if (passage.is(words[i], Passage.CAPITAL) && passage.isContent(words[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFurniture(Passage passage, Variant variant) {
    int[] words = variant.words();
    int content = 0;
    int furniture = 0;
    for (int w : words) {
      content += passage.isContent(w) ? 1 : 0;
      furniture += passage.lexicon.furniture().contains(lower(passage, w)) ? 1 : 0;
    }
    boolean capitals = true;
    for (int w : words) {
      capitals &= passage.is(w, Passage.CAPITAL) || passage.is(w, Passage.NUMBER);
    }
    boolean cased = Character.isUpperCase(passage.text.codePointAt(passage.start[words[0]]));
    return content < 2 && cased || capitals && cased || furniture >= 2;
  }

  private static boolean repeats(Passage passage, Variant variant, int[] title) {
    Set<Integer> known = new HashSet<>();
    for (int stem : title) {
      known.add(stem);
    }
    Set<Integer> own = new HashSet<>();
    for (int w : variant.words()) {
      if (passage.isContent(w)) {
        own.add(passage.stem[w]);
      }
    }
    int all = own.size();
    own.removeAll(known);
    return all > own.size() && own.size() <= NEW_WORDS && all - own.size() >= REPEATS_TITLE * all;
  }

  private static String lower(Passage passage, int word) {
    return passage.word(word).toLowerCase(Locale.ROOT);
  }
}
