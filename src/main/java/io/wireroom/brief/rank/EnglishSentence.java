package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An English sentence as the rules see it: its parts, the words in them, and where its verbs are.
 */
final class EnglishSentence {

  private static final Set<String> SUBORDINATE =
      Set.of("who", "which", "that", "when", "where", "whose", "because");

  private static final Set<String> CONJUNCTIONS =
      Set.of("if", "unless", "although", "though", "once", "until", "whenever", "whereas");

  final String text;
  final Clauses clauses;
  final Lexicon lexicon;
  final Lexicon.Grammar grammar;

  /** Where the sentence starts once its opener is left out. */
  final int body;

  /** The part that {@link #body} is in. */
  final int first;

  EnglishSentence(String text, Clauses clauses, Lexicon lexicon, int body) {
    this.text = text;
    this.clauses = clauses;
    this.lexicon = lexicon;
    this.grammar = lexicon.grammar();
    this.body = body;
    this.first = clauses.parts.get(0).from() == body ? 0 : 1;
  }

  int parts() {
    return clauses.parts.size();
  }

  Clauses.Part part(int i) {
    return clauses.parts.get(i);
  }

  String raw(int i) {
    return text.substring(part(i).from(), part(i).to());
  }

  String[] words(int i) {
    return words(part(i).from(), part(i).to());
  }

  /** The words of a range in lower case, without the marks at their ends. */
  String[] words(int from, int to) {
    List<String> words = new ArrayList<>();
    String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
    int start = 0;
    int end = 0;
    for (int i = 0; i <= lower.length(); ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      int next = i + Character.charCount(c);
      boolean letter = isOfWord(c);
      if (letter && !isMark(c)) {
        end = next;
      } else if (!letter) {
        if (end > start) {
          words.add(lower.substring(start, end));
        }
        start = next;
        end = next;
      }
      i = next;
    }
    return words.toArray(new String[0]);
  }

  private static boolean isOfWord(int c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '$' || isMark(c);
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || c == '£'
        || c == '€'
        || isMark(c);
  }

  private static boolean isMark(int c) {
    return c == '.' || c == '\'' || c == '’' || c == '-';
  }

  /** Whether no word of these says how far, when or whether the rest holds. */
  boolean limitsNothing(String[] words) {
    return Arrays.stream(words)
        .noneMatch(w -> grammar.scope().contains(w) || lexicon.months().contains(w));
  }

  boolean anyOf(Set<String> set, String[] words) {
    return Arrays.stream(words).anyMatch(set::contains);
  }

  /** Whether the words from {@code from} to the end start with a subject and have a verb. */
  boolean startsClause(int from) {
    String[] words = words(from, clauses.bodyEnd);
    return words.length > 1
        && (grammar.determiners().contains(words[0])
            || Character.isUpperCase(text.charAt(from))
            || lexicon.refer().contains(words[0]))
        && finiteIn(Arrays.asList(words));
  }

  /** Whether a part is a clause that another one has to carry: "While the storm lasted". */
  boolean isSubordinate(int i) {
    String[] words = words(i);
    return words.length > 0
        && (grammar.leads().contains(words[0]) || CONJUNCTIONS.contains(words[0]));
  }

  /** Whether what stands before part {@code i} has the verb that makes it a sentence. */
  boolean finiteBefore(int i) {
    List<String> before = new ArrayList<>();
    for (int j = first; j < i; j++) {
      String[] words = words(j);
      boolean hanging =
          words.length > 0
              && (words[0].startsWith("wh") || j == first && grammar.leads().contains(words[0]));
      if (!hanging) {
        before.addAll(Arrays.asList(words));
      }
    }
    return finiteIn(before);
  }

  /** Whether the words go on with the verb of a clause that began before. */
  boolean finiteFirst(String[] words) {
    return words.length > 0
        && (grammar.finite().contains(words[0])
            || words[0].endsWith("ed") && words[0].length() > 4
            || words[0].endsWith("ly") && words.length > 1 && grammar.finite().contains(words[1]));
  }

  /** Whether there is a verb that is not one of a clause within the clause. */
  boolean finiteIn(List<String> words) {
    boolean relative = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (SUBORDINATE.contains(word)) {
        relative = true;
      } else if (grammar.finite().contains(word) || pastWithObject(words, i)) {
        if (!relative) {
          return true;
        }
        relative = false;
      }
    }
    return false;
  }

  private boolean pastWithObject(List<String> words, int i) {
    String word = words.get(i);
    return word.endsWith("ed")
        && word.length() > 4
        && i + 1 < words.size()
        && grammar.objects().contains(words.get(i + 1));
  }
}
