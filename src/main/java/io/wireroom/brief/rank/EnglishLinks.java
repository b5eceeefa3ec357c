package io.wireroom.brief.rank;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that only link an English sentence to the one before it. */
final class EnglishLinks {

  private static final Pattern ALSO = Pattern.compile(" also(?= [a-z])");

  private final EnglishSentence s;

  EnglishLinks(EnglishSentence sentence) {
    this.s = sentence;
  }

  void addTo(List<Cut> cuts) {
    conjunction(cuts);
    asides(cuts);
    also(cuts);
  }

  /** "But the …", "And the …", "So the …"; not "But for the rain", "So many", "Yet to come". */
  private void conjunction(List<Cut> cuts) {
    String[] words = s.words(s.first);
    boolean opens =
        words.length > 2
            && (words[0].equals("but") || words[0].equals("and"))
            && !words[1].equals("for");
    boolean leads =
        words.length > 2
            && (words[0].equals("so") || words[0].equals("yet"))
            && (s.grammar.determiners().contains(words[1])
                    && !words[1].equals("many")
                    && !words[1].equals("that")
                || Character.isUpperCase(s.text.charAt(s.body + words[0].length() + 1)));
    if ((opens || leads) && Character.isUpperCase(s.text.charAt(s.body))) {
      cuts.add(new Cut(s.body, s.body + words[0].length() + 1, Cut.Kind.OPENER));
    }
  }

  /** ", however," between a subject and its verb, ", though" at the end. */
  private void asides(List<Cut> cuts) {
    for (int i = s.first + 1; i < s.parts(); i++) {
      String words = String.join(" ", s.words(i));
      boolean link = s.lexicon.openers().contains(words) || words.equals("though");
      if (s.part(i).before() != ',' || !link) {
        continue;
      }
      if (i == s.parts() - 1) {
        cuts.add(new Cut(s.part(i).markAt(), s.clauses.bodyEnd, Cut.Kind.OPENER));
      } else if (s.part(i + 1).before() == ',' && s.finiteFirst(s.words(i + 1))) {
        cuts.add(new Cut(s.part(i).markAt(), s.part(i + 1).from(), Cut.Kind.OPENER));
      }
    }
  }

  /** Not "but also", nor after "not" and "only", nor in a quotation. */
  private void also(List<Cut> cuts) {
    Matcher also = ALSO.matcher(s.text).region(s.body, s.clauses.bodyEnd);
    while (!s.clauses.quotes && also.find()) {
      String[] before = s.words(s.body, also.start());
      if (before.length > 0
          && !before[before.length - 1].equals("but")
          && !s.anyOf(Set.of("only", "not"), before)) {
        cuts.add(new Cut(also.start(), also.end(), Cut.Kind.LINK));
      }
    }
  }
}
