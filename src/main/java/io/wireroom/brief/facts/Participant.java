package io.wireroom.brief.facts;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody or something with a name in a sentence, or whoever it says speaks, and the part of the
 * sentence that is about them: in the evidence both must belong together.
 *
 * @param heads indexes of the words by which the evidence may have it: of a name its parts, of a
 *     speaker without one the noun
 * @param words indexes of all words that belong to it: its name, and what it is called before and
 *     behind it
 * @param from index of the first word of the part
 * @param to one past its last
 * @param role what it does there
 */
record Participant(NavigableSet<Integer> heads, Set<Integer> words, int from, int to, Role role) {

  /** What somebody does in a sentence. */
  enum Role {
    /** The part is what it says. */
    SAYS,
    /** The part is what it thinks, wants, or does by other verbs whose subject answers for it. */
    HOLDS,
    /** It is only named. */
    NAMED
  }

  /** How near a word stands beside a name. */
  private static final int BESIDE = 4;

  /** Whether it answers for its part of the sentence. */
  boolean speaks() {
    return role != Role.NAMED;
  }

  /** Indexes of the words of its part that tell something and are not its own. */
  NavigableSet<Integer> told(TokenizedText sentence) {
    NavigableSet<Integer> told = new TreeSet<>();
    for (int i = from; i < Math.min(sentence.size(), to); i++) {
      Word word = sentence.word(i);
      if (!words.contains(i) && TokenizedText.tells(word)) {
        told.add(i);
      }
    }
    return told;
  }

  /** Those of them that no mark parts from it, or from where it speaks. */
  NavigableSet<Integer> near(TokenizedText sentence) {
    NavigableSet<Integer> near = told(sentence);
    if (near.isEmpty()) {
      return near;
    }
    int head = heads.first();
    int own = sentence.word(head).clause();
    boolean alone = near.stream().noneMatch(i -> sentence.word(i).clause() == own);
    Integer next = speaks() ? near.floor(head) : near.ceiling(head);
    int clause =
        speaks() || alone ? sentence.word(next == null ? near.first() : next).clause() : own;
    near.removeIf(i -> sentence.word(i).clause() != clause);
    return near;
  }

  /** Those of them that stand right beside it. */
  NavigableSet<Integer> beside(TokenizedText sentence) {
    NavigableSet<Integer> beside = near(sentence);
    beside.removeIf(i -> heads.stream().noneMatch(head -> Math.abs(head - i) <= BESIDE));
    return beside;
  }

  String text(TokenizedText sentence) {
    return sentence.slice(heads.first(), heads.last() + 1);
  }
}
