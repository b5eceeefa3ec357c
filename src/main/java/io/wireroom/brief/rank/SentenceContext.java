package io.wireroom.brief.rank;

/**
 * Tells a sentence that leans on what stands around it on the page: a question that it answers, a
 * link that it comes with, others that it is counted out of.
 */
final class SentenceContext {

  /** A reader is asked for something within so many words: "If you want more, please write". */
  private static final int PLEASE = 10;

  private final Passage passage;
  private final int[] words;

  private SentenceContext(Passage passage, int[] words) {
    this.passage = passage;
    this.words = words;
  }

  /**
   * Whether it says too little away from them.
   *
   * @param words the words that are kept, in order
   */
  static boolean needs(Passage passage, int[] words) {
    SentenceContext context = new SentenceContext(passage, words);
    return context.countsOut() || context.answers() || context.pointsOnThePage();
  }

  /**
   * Whether it starts with some of a kind that was named before: "in six of them", "the first is
   * due in May".
   */
  private boolean countsOut() {
    for (int i = 1; i < Math.min(References.REACH, words.length); i++) {
      if (passage.lexicon.grammar().partitives().contains(lower(i - 1) + " " + lower(i))) {
        return true;
      }
    }
    return words.length > 2
        && passage.lexicon.grammar().elliptic().contains(lower(0) + " " + lower(1))
        && passage.lexicon.grammar().finite().contains(lower(2));
  }

  /** "Yes, the port is open", and "Will be closed", which has left its subject behind. */
  private boolean answers() {
    return passage.isBeforeComma(words[0]) && passage.lexicon.grammar().answers().contains(lower(0))
        || passage.lexicon.grammar().finite().contains(lower(0))
            && !passage.is(words[0], Passage.QUOTED);
  }

  /** "The list can be found here", "as described above", "please": said beside a link. */
  private boolean pointsOnThePage() {
    boolean points =
        passage.lexicon.grammar().pointers().contains(lower(words.length - 1))
            && !passage.is(words[words.length - 1], Passage.QUOTED);
    for (int i = 0; !points && i < Math.min(words.length, PLEASE); i++) {
      points = lower(i).equals("please") && !passage.is(words[i], Passage.QUOTED);
    }
    return points;
  }

  private String lower(int i) {
    return passage.lower(words[i]);
  }
}
