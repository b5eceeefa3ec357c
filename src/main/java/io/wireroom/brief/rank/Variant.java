package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One sentence with some of its cuts made.
 *
 * @param sentence its number in the passage
 * @param words the words that stay, as numbers in the passage
 * @param stems their stems
 * @param cuts what was left out, in order, none overlapping the one before
 */
record Variant(int sentence, int[] words, int[] stems, List<Cut> cuts) {

  /** Marks that lead on to what was left out after them. */
  private static final String DANGLING = ",;:–—- ";

  static Variant of(Passage passage, int sentence, List<Cut> cuts) {
    List<Cut> ordered = cuts.stream().sorted(Comparator.comparingInt(Cut::from)).toList();
    int first = passage.firstWord[sentence];
    int last = passage.firstWord[sentence + 1];
    int[] words = new int[last - first];
    int size = 0;
    for (int w = first; w < last; w++) {
      int at = passage.start[w];
      if (ordered.stream().noneMatch(c -> c.from() <= at && at < c.to())) {
        words[size++] = w;
      }
    }
    words = Arrays.copyOf(words, size);
    int[] stems = Arrays.stream(words).map(w -> passage.stem[w]).toArray();
    return new Variant(sentence, words, stems, ordered);
  }

  /**
   * The variant as one line: a capital at the start, and a mark at the end when it lost its own.
   */
  String text(Passage passage) {
    Sentence range = passage.sentences.get(sentence);
    StringBuilder line = new StringBuilder();
    int at = range.start();
    for (Cut cut : cuts) {
      append(line, passage.text, at, Math.min(cut.from(), range.end()));
      at = Math.max(at, cut.to());
    }
    append(line, passage.text, at, range.end());
    if (!cuts.isEmpty() && line.length() > 0) {
      tidy(line, range.in(passage.text));
    }
    return line.toString();
  }

  private static void tidy(StringBuilder line, String whole) {
    int first = line.codePointAt(0);
    if (Character.isLowerCase(first)) {
      String capital = Character.toString(Character.toUpperCase(first));
      line.replace(0, Character.charCount(first), capital);
    }
    dropDangling(line);
    int mark = whole.length() - 1;
    while (mark > 0 && FullStop.isCloser(whole.charAt(mark))) {
      mark--;
    }
    char last = line.charAt(line.length() - 1);
    boolean lost = !FullStop.isTerminator(last) && !FullStop.isCloser(last);
    if (lost && FullStop.isTerminator(whole.charAt(mark))) {
      line.append(whole.charAt(mark));
    }
  }

  private static void dropDangling(StringBuilder line) {
    int end = line.length();
    while (end > 1 && DANGLING.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    line.setLength(end);
  }

  /** The stems of its words of some meaning of their own. */
  Set<Integer> content(Passage passage) {
    return Arrays.stream(words)
        .filter(passage::isContent)
        .map(w -> passage.stem[w])
        .boxed()
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void append(StringBuilder line, String text, int from, int to) {
    if (from >= to) {
      return;
    }
    String piece = text.substring(from, to).strip().replaceAll("\\s+", " ");
    if (piece.isEmpty()) {
      return;
    }
    boolean joins = line.length() == 0 || !startsWord(piece);
    if (joins) {
      dropDangling(line);
    }
    line.append(joins ? "" : " ").append(piece);
  }

  private static boolean startsWord(String piece) {
    return ",;:.!?…)".indexOf(piece.charAt(0)) < 0;
  }
}
