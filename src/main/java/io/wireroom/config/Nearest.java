package io.wireroom.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that somebody may have meant. */
final class Nearest {

  private static final int LISTED = 20;

  private Nearest() {}

  /** What would be right: the nearest of the known words, else all of them if they aren't many. */
  static String hint(String word, Collection<String> known) {
    String question = question(word, known);
    return !question.isEmpty() || known.isEmpty() || known.size() > LISTED
        ? question
        : "known: " + String.join(", ", new TreeSet<>(known));
  }

  /** Asks whether the nearest word was meant; empty when none is near. */
  static String question(String word, Collection<String> known) {
    return to(word, known).map(near -> "did you mean \"" + near + "\"?").orElse("");
  }

  /** The known word that is most like this one, if any is like it. */
  static Optional<String> to(String word, Collection<String> known) {
    String plain = plain(word);
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= Math.max(1, plain.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(plain, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** So that firstPoll, first_poll and first-poll are the same word. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Optimal string alignment: insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
