package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what may go from the end of an English sentence, so that a whole sentence is left. */
final class EnglishTails {

  /** Words that take back or limit what stands before them. */
  private static final Set<String> TAKES_BACK =
      Set.of("if", "unless", "but", "until", "although", "allegedly", "not");

  private static final Set<String> COORDINATES = Set.of("and", "or");

  private static final Pattern BARE = Pattern.compile("(\\S+) (?:after|while|amid) (?=\\S+ \\S+)");

  private static final int FEWEST_BEFORE = 5;
  private static final Pattern DIGITS = Pattern.compile(".*\\d.*");

  private final EnglishSentence s;

  EnglishTails(EnglishSentence sentence) {
    this.s = sentence;
  }

  void addTo(List<Cut> cuts) {
    afterComma(cuts);
    if (!s.clauses.quotes) {
      bare(cuts);
    }
  }

  /** ", while …", ", including …", ", killing …" and ", and the …" to the end of the sentence. */
  private void afterComma(List<Cut> cuts) {
    for (int i = s.first + 1; i < s.parts(); i++) {
      Clauses.Part part = s.part(i);
      String[] words = s.words(i);
      if (words.length < 2 || part.before() == '-') {
        continue;
      }
      boolean clause =
          words[0].equals("and") && s.startsClause(Math.min(part.to() - 1, part.from() + 4));
      boolean tail =
          s.grammar.tails().contains(words[0]) && !completes(i) || clause || part.before() == ';';
      if (tail
          && !goesOn(i)
          && s.finiteBefore(i)
          && !s.anyOf(TAKES_BACK, s.words(part.from(), s.clauses.bodyEnd))) {
        cuts.add(new Cut(part.markAt(), s.clauses.bodyEnd, Cut.Kind.TAIL));
      }
    }
  }

  /** ", as its new chief" and ", as well as the crew": "as" without a verb belongs to the rest. */
  private boolean completes(int i) {
    String[] words = s.words(i);
    return words[0].equals("as") && !s.finiteIn(Arrays.asList(words));
  }

  /** Whether the clause before a part goes on after it, with its verb. */
  private boolean goesOn(int i) {
    for (int j = i + 1; j < s.parts(); j++) {
      if (s.part(j).before() == ',' && s.finiteFirst(s.words(j))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a second verb of the clause before stands in a phrase of time: "look at it after a year
   * and then decide". A verb that follows another one there is the phrase's own: "after it sank and
   * was raised".
   */
  private boolean resumes(String[] words) {
    List<String> all = Arrays.asList(words);
    for (int and = 1; and + 1 < words.length; and++) {
      if (COORDINATES.contains(words[and]) && !s.finiteIn(all.subList(0, and))) {
        int verb = words[and + 1].equals("then") && and + 2 < words.length ? and + 2 : and + 1;
        String[] rest = Arrays.copyOfRange(words, verb, words.length);
        if (s.finiteFirst(rest) || verb == and + 2 || s.grammar.bases().contains(rest[0])) {
          return true;
        }
      }
    }
    return false;
  }

  /** " after …" and " while …" with no comma before; between two dashes one would stay open. */
  private void bare(List<Cut> cuts) {
    int dashes = 0;
    for (Clauses.Part part : s.clauses.parts) {
      dashes += part.before() == '-' ? 1 : 0;
      Matcher tail = BARE.matcher(s.text).region(part.from(), part.to());
      while (tail.find() && dashes % 2 == 0) {
        String[] kept = s.words(s.body, Math.max(s.body, tail.end(1)));
        if (kept.length >= FEWEST_BEFORE
            && !s.isSubordinate(s.first)
            && !s.grammar.measures().contains(kept[kept.length - 1])
            && s.finiteIn(Arrays.asList(kept))
            && s.limitsNothing(kept)
            && !resumes(s.words(tail.end(), part.to()))
            && !DIGITS.matcher(s.text.substring(part.from(), tail.end(1))).matches()) {
          cuts.add(new Cut(tail.end(1), s.clauses.bodyEnd, Cut.Kind.TAIL));
        }
      }
    }
  }
}
