package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be left out of one English sentence; see {@link Shortener} for what never may. */
final class EnglishCuts {

  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final Set<String> APPOSITION_STARTS =
      Set.of(
          "a", "an", "the", "one", "former", "his", "her", "its", "their", "who", "which", "whose",
          "where", "whom");

  private static final Pattern DIGITS = Pattern.compile(".*\\d.*");
  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "neither", "nor", "nobody", "none", "without", "cannot");

  private static final Set<String> JOINS = Set.of("and", "or");

  /** An article stands no further from its noun than this. */
  private static final int NOUN_PHRASE = 5;

  private static final int APPOSITION_WORDS = 14;
  private static final int LEAD_WORDS = 14;
  private static final int PARTICIPLE_WORDS = 3;

  private final EnglishSentence s;

  EnglishCuts(EnglishSentence sentence) {
    this.s = sentence;
  }

  void addTo(List<Cut> cuts) {
    new EnglishLinks(s).addTo(cuts);
    new EnglishAttributions(s).addTo(cuts);
    lead(cuts);
    appositions(cuts);
    new EnglishTails(s).addTo(cuts);
    if (!s.clauses.quotes) {
      new EnglishWeekdays(s).addTo(cuts);
    }
  }

  /** "On Monday, …", "After a week of rain, …", "According to police, …", "Born in Ohio, …". */
  private void lead(List<Cut> cuts) {
    if (s.parts() < s.first + 2 || s.part(s.first + 1).before() != ',') {
      return;
    }
    int next = s.first + 1;
    String[] words = s.words(s.first);
    String[] after = s.words(next);
    if (words.length == 0
        || after.length == 0
        || after[0].equals("and")
        || after[0].equals("or")
        || !s.startsClause(s.part(next).from())
        || !verbOfItsOwn(next)) {
      return;
    }
    if (words[0].equals("according") && words.length > 2) {
      if (EnglishAttributions.takesSides(words)) {
        return;
      }
      cuts.add(new Cut(s.body, s.part(next).from(), Cut.Kind.ATTRIBUTION));
    } else if ((s.grammar.leads().contains(words[0]) || isParticiple(words))
        && words.length <= LEAD_WORDS
        && s.limitsNothing(words)
        && !DIGITS.matcher(s.raw(s.first)).matches()) {
      cuts.add(new Cut(s.body, s.part(next).from(), Cut.Kind.LEAD));
    }
  }

  /** Whether what starts at a part has its verb there, or after an aside; else it is an aside. */
  private boolean verbOfItsOwn(int part) {
    if (s.finiteIn(Arrays.asList(s.words(part)))) {
      return true;
    }
    for (int i = part + 1; i < s.parts(); i++) {
      if (s.finiteFirst(s.words(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isParticiple(String[] words) {
    return words.length >= PARTICIPLE_WORDS
        && words[0].length() > 4
        && (words[0].endsWith("ing") || words[0].endsWith("ed") || words[0].equals("known"));
  }

  /** ", 26," and ", a former soldier from Ohio," between a name and its verb, or at the end. */
  private void appositions(List<Cut> cuts) {
    for (int i = s.first + 1; i < s.parts(); i++) {
      if (s.part(i).before() == ',' && opensApposition(i)) {
        apposition(i, cuts);
      }
    }
  }

  private void apposition(int i, List<Cut> cuts) {
    boolean capital = Character.isUpperCase(s.raw(i).charAt(0));
    int length = 0;
    for (int j = i; j < s.parts(); j++) {
      String[] words = s.words(j);
      length += words.length;
      boolean listed =
          words.length == 0
              || words[0].equals("and")
              || words[0].equals("or")
              || (j > i || capital) && s.anyOf(JOINS, words) && !s.finiteFirst(words);
      if (s.part(j).before() != ',' || listed || denies(words) || length > APPOSITION_WORDS) {
        return;
      }
      if (j > i && s.finiteFirst(words)) {
        cuts.add(new Cut(s.part(i).markAt(), s.part(j).from(), Cut.Kind.APPOSITION));
        return;
      }
      boolean relative = j == i && words[0].startsWith("wh");
      if (!relative && s.finiteIn(Arrays.asList(words))) {
        return;
      }
      if (j == s.parts() - 1 && s.finiteBefore(i)) {
        cuts.add(new Cut(s.part(i).markAt(), s.clauses.bodyEnd, Cut.Kind.APPOSITION));
      }
    }
  }

  /** "…, who was not charged, …": without it a reader would think the worse. */
  private static boolean denies(String[] words) {
    return Arrays.stream(words)
        .anyMatch(w -> DENIALS.contains(w) || w.endsWith("n't") || w.endsWith("n’t"));
  }

  private boolean opensApposition(int i) {
    String[] words = s.words(i);
    String raw = s.raw(i);
    return words.length > 0
        && (AGE.matcher(raw).matches()
            || APPOSITION_STARTS.contains(words[0])
            || Character.isUpperCase(raw.charAt(0)) && words.length <= 3 && namesSomething(i)
            || words[0].endsWith("-year-old")
            || words[0].equals("of"));
  }

  /**
   * Whether a name after the comma only says again who is meant: in "by media mogul, Ann Pryce"
   * there is no article, so nobody is meant without the name.
   */
  private boolean namesSomething(int i) {
    String[] before = s.words(s.body, s.part(i).markAt());
    for (int w = before.length - 1; w >= Math.max(0, before.length - NOUN_PHRASE); w--) {
      if (s.grammar.determiners().contains(before[w])) {
        return true;
      }
    }
    int last = s.part(i).markAt() - 1;
    while (last > s.body && !Sentences.isSpace(s.text.charAt(last - 1))) {
      last--;
    }
    return !Character.isLowerCase(s.text.charAt(last));
  }
}
