package io.wireroom.brief.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Cuts a text into words, numbers and marks as the checks need them: a number with its inner marks
 * is one, a contraction two, so that its "not" is a word; and each word knows its stem, its clause
 * and whether it opens a sentence.
 */
final class Tokenizer {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:\\p{L}\\.){2,12}"
              + "|(?:US|A|C|NZ|HK|S)?\\$|[\u00a3\u20ac\u00a5\u20b9]"
              + "|(?<number>\\d+(?:[.,:]\\d+){0,12})"
              + "|\\p{L}[\\p{L}\\p{M}\\d]*(?:['\u2019]\\p{L}+)?"
              + "|\\S");

  /** Words that a full stop shortens: no sentence ends there. */
  private static final Set<String> SHORTENED =
      Set.of(
          ("mr mrs ms dr st sr jr gov sen rep gen col lt sgt capt prof rev hon inc corp co ltd vs"
                  + " no jan feb mar apr aug sept sep oct nov dec intl dept")
              .split(" ", -1));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Conjunctions and relative pronouns with which a clause begins, wherever they stand. */
  static final Set<String> CLAUSE_WORDS =
      Set.of("but", "while", "whereas", "although", "though", "which", "who", "because", "and");

  private static final Set<String> CLAUSE_MARKS =
      Set.of(".", ",", ";", ":", "!", "?", "(", ")", "\u2013", "\u2014", "\"", "\u201c", "\u201d");

  static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ":");

  /** Marks that may stand before the first word of a sentence. */
  private static final Set<String> OPENERS =
      Set.of("\"", "\u201c", "\u2018", "'", "\u00ab", "(", "-", "\u2013", "\u2022");

  private Tokenizer() {}

  static List<Word> words(String text) {
    PorterStemmer stemmer = new PorterStemmer();
    List<Word> words = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text);
    int clause = 0;
    int lastEnd = -1;
    boolean opens = true;
    while (tokens.find()) {
      String token = tokens.group();
      Word.Type type = type(token, tokens.group("number") != null);
      String lower = fold(token);
      if (text.substring(Math.max(0, lastEnd), tokens.start()).indexOf('\n') >= 0) {
        opens = true;
        clause++;
      }
      boolean shortened =
          token.equals(".")
              && tokens.start() == lastEnd
              && !words.isEmpty()
              && words.get(words.size() - 1).capital()
              && SHORTENED.contains(words.get(words.size() - 1).lower());
      if (!shortened && (CLAUSE_MARKS.contains(token) || CLAUSE_WORDS.contains(lower))) {
        clause++;
      }
      boolean glued = tokens.start() == lastEnd;
      for (String part : type == Word.Type.WORD ? parts(lower) : List.of(lower)) {
        String stem = type == Word.Type.WORD ? stemmer.stem(FactLexicon.ENGLISH.base(part)) : part;
        words.add(
            new Word(token, part, stem, tokens.start(), tokens.end(), type, glued, opens, clause));
      }
      lastEnd = tokens.end();
      opens = (SENTENCE_ENDS.contains(token) && !shortened) || (opens && OPENERS.contains(token));
    }
    return words;
  }

  private static Word.Type type(String token, boolean number) {
    if (number) {
      return Word.Type.NUMBER;
    }
    return Character.isLetter(token.codePointAt(0)) && !token.endsWith("$")
        ? Word.Type.WORD
        : Word.Type.MARK;
  }

  /** Lower case, no accents, one kind of apostrophe, no possessive, no full stops (U.S.). */
  static String fold(String token) {
    boolean ascii = token.chars().allMatch(c -> c < 0x80);
    String plain =
        ascii
            ? token
            : MARKS.matcher(Normalizer.normalize(token, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (lower.length() > 2 && lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.length() > 1 ? lower.replace(".", "") : lower;
  }

  /** A contraction as the words it stands for, so that a negation is a word. */
  private static List<String> parts(String lower) {
    return switch (lower) {
      case "cannot", "can't" -> List.of("can", "not");
      case "won't" -> List.of("will", "not");
      case "shan't" -> List.of("shall", "not");
      default -> {
        if (lower.endsWith("n't")) {
          yield List.of(lower.substring(0, lower.length() - 3), "not");
        }
        yield lower.endsWith("'ll")
            ? List.of(lower.substring(0, lower.length() - 3), "will")
            : List.of(lower);
      }
    };
  }
}
