package io.wireroom.brief.rank;

import java.util.HashSet;
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

  /** "Criticism came from the opposition": so few words rarely bring a fact. */
  private static final int TELLS_LITTLE = 6;

  private static final double REPEATS_TITLE = 0.75;
  private static final int NEW_WORDS = 2;

  /** A line's label stands in its first words: "Read more: …". */
  private static final int LABEL_WORDS = 3;

  /** Words of the page's furniture stand close: a report on photos and videos has them too. */
  private static final int WORDS_A_MARK = 7;

  /** By-lines are short. */
  private static final int BYLINE_WORDS = 14;

  static Fitness of(Passage passage, Variant variant, int[] title) {
    Sentence range = passage.sentences.get(variant.sentence());
    int[] words = variant.words();
    int count = count(passage, words);
    if (range.heading()
        || count < FEWEST_WORDS
        || isFurniture(passage, variant)
        || isLabelled(passage, range, words)
        || isByline(passage, words)
        || Telling.letters(passage, words) < FEWEST_WORDS - 1) {
      return UNFIT;
    }
    boolean poor =
        count < TELLS_LITTLE
            || passage.text.charAt(range.end() - 1) == '?'
            || announces(passage.text, range)
            || !new Clauses(passage.text, range.start(), range.end()).balanced
            || References.back(passage, words)
            || !Telling.of(passage, variant)
            || repeats(passage, variant, title);
    return poor ? POOR : GOOD;
  }

  private static boolean isFurniture(Passage passage, Variant variant) {
    int[] words = variant.words();
    int content = 0;
    int furniture = 0;
    for (int w : words) {
      content += passage.isContent(w) ? 1 : 0;
      furniture += passage.lexicon.furniture().contains(passage.lower(w)) ? 1 : 0;
    }
    boolean capitals = true;
    boolean cased = false;
    for (int w : words) {
      capitals &= passage.is(w, Passage.CAPITAL) || passage.is(w, Passage.NUMBER);
      cased |= Character.isUpperCase(passage.text.codePointAt(passage.start[w]));
    }
    boolean starts = Character.isUpperCase(passage.text.codePointAt(passage.start[words[0]]));
    return content < 2 && starts
        || capitals && cased
        || furniture >= 2 && furniture * WORDS_A_MARK >= words.length;
  }

  /** How many words there are, what follows an apostrophe not counted. */
  private static int count(Passage passage, int[] words) {
    int count = 0;
    for (int w : words) {
      count += passage.isAfterApostrophe(w) && count > 0 ? 0 : 1;
    }
    return count;
  }

  /** "Read more: …", and links and captions, which pages set with a space before the full stop. */
  private static boolean isLabelled(Passage passage, Sentence range, int[] words) {
    String text = passage.text;
    if (text.charAt(range.end() - 1) == '.' && Sentences.isSpace(text.charAt(range.end() - 2))) {
      return true;
    }
    for (int i = 0; i < LABEL_WORDS; i++) {
      int after = passage.end[words[i]];
      if (after < range.end() && text.charAt(after) == ':') {
        return passage.lexicon.labels().contains(passage.lower(words[i]))
            || passage.lexicon.labels().contains(passage.lower(words[0]));
      }
    }
    return false;
  }

  /** "Ann Pryce wrote and reported from Port Ellis." */
  private static boolean isByline(Passage passage, int[] words) {
    for (int i = 1; i + 1 < words.length && words.length <= BYLINE_WORDS; i++) {
      boolean filed =
          passage
              .lexicon
              .bylines()
              .contains(passage.lower(words[i]) + " " + passage.lower(words[i + 1]));
      boolean after =
          passage.is(words[i - 1], Passage.CAPITAL) || passage.lower(words[i - 1]).equals("and");
      if (filed && after) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it only leads to what comes next, as a colon at its end tells; a note's number aside.
   */
  private static boolean announces(String text, Sentence range) {
    int at = range.end() - 1;
    while (at > range.start()
        && (FullStop.isTerminator(text.charAt(at))
            || Sentences.isSpace(text.charAt(at))
            || Character.isDigit(text.charAt(at)))) {
      at--;
    }
    return text.charAt(at) == ':';
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
}
