package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text cut into sentences and words, with what every later step asks of each word. A word is a
 * run of letters and digits; in scripts without spaces each character is one.
 */
final class Passage {

  final String text;
  final Lexicon lexicon;
  final List<Sentence> sentences;

  /** By sentence: its first word; one more entry holds the number of words. */
  final int[] firstWord;

  /** By word: UTF-16 range, stem, sentence, and kind as a set of the flags below. */
  final int[] start;

  final int[] end;
  final int[] stem;
  final int[] sentenceOf;
  final byte[] kind;
  private final String[] lower;

  /** How many distinct stems there are. */
  final int stems;

  static final int STOP = 1;
  static final int CAPITAL = 2;
  static final int NUMBER = 4;
  static final int QUOTED = 8;
  static final int REFERS = 16;
  static final int FIRST = 32;

  private final Stems numbering;

  /** Whether a capital tells a name: German writes every noun with one. */
  final boolean tellsNames;

  private int words;

  Passage(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tellsNames = !lexicon.language().equals("de");
    this.sentences = new Sentences(lexicon).split(text);
    int room = 16 + text.length();
    int[] starts = new int[room];
    int[] ends = new int[room];
    int[] stemIds = new int[room];
    int[] inSentence = new int[room];
    byte[] kinds = new byte[room];
    String[] lowers = new String[room];
    this.firstWord = new int[sentences.size() + 1];
    this.numbering = new Stems(lexicon.language());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      firstWord[s] = words;
      boolean quoted = false;
      int at = sentence.start();
      while (at < sentence.end()) {
        int point = text.codePointAt(at);
        if (!isWordPart(point)) {
          quoted = quotedAfter(point, quoted);
          at += Character.charCount(point);
          continue;
        }
        int stop = wordEnd(text, at, sentence.end());
        String word = text.substring(at, stop);
        starts[words] = at;
        ends[words] = stop;
        stemIds[words] = numbering.of(word);
        inSentence[words] = s;
        lowers[words] = word.toLowerCase(Locale.ROOT);
        kinds[words] =
            (byte)
                (kind(word, lowers[words])
                    | (quoted ? QUOTED : 0)
                    | (words == firstWord[s] ? FIRST : 0));
        words++;
        at = stop;
      }
    }
    firstWord[sentences.size()] = words;
    this.start = Arrays.copyOf(starts, words);
    this.end = Arrays.copyOf(ends, words);
    this.stem = Arrays.copyOf(stemIds, words);
    this.sentenceOf = Arrays.copyOf(inSentence, words);
    this.kind = Arrays.copyOf(kinds, words);
    this.lower = Arrays.copyOf(lowers, words);
    this.stems = numbering.count();
  }

  int words() {
    return words;
  }

  boolean is(int word, int flag) {
    return (kind[word] & flag) != 0;
  }

  /** A word of some meaning of its own. */
  boolean isContent(int word) {
    return (kind[word] & STOP) == 0;
  }

  /** The first word that starts at or after a place in the text. */
  int wordAt(int at) {
    int found = Arrays.binarySearch(start, at);
    return found >= 0 ? found : -found - 1;
  }

  String word(int word) {
    return text.substring(start[word], end[word]);
  }

  /** A word in lower case. */
  String lower(int word) {
    return lower[word];
  }

  /** Whether a comma follows a word at once. */
  boolean isBeforeComma(int word) {
    return end[word] < text.length() && text.charAt(end[word]) == ',';
  }

  /** Whether a word is what follows an apostrophe. */
  boolean isAfterApostrophe(int word) {
    int before = start[word] - 1;
    return before >= 0 && "'’".indexOf(text.charAt(before)) >= 0;
  }

  /** The stems of another text, numbered as this one's; unknown ones go on from {@link #stems}. */
  int[] stemsOf(String other) {
    int[] found = new int[other.length()];
    int size = 0;
    int at = 0;
    while (at < other.length()) {
      int point = other.codePointAt(at);
      if (isWordPart(point)) {
        int stop = wordEnd(other, at, other.length());
        found[size++] = numbering.of(other.substring(at, stop));
        at = stop;
      } else {
        at += Character.charCount(point);
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** A word's stem as letters. */
  String stemText(int word) {
    return numbering.text(stem[word]);
  }

  private int kind(String word, String lowered) {
    int kind = 0;
    boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
    if (lexicon.stop().contains(lowered) || letter && !isUnspaced(word.charAt(0))) {
      kind |= STOP;
    }
    if (tellsNames && Character.isUpperCase(word.codePointAt(0))) {
      kind |= CAPITAL;
    }
    if (Character.isDigit(word.codePointAt(0))) {
      kind |= NUMBER;
    }
    if (lexicon.refer().contains(lowered)) {
      kind |= REFERS;
    }
    return kind;
  }

  private static int wordEnd(String text, int from, int to) {
    int first = text.codePointAt(from);
    int at = from + Character.charCount(first);
    if (isUnspaced(first)) {
      return at;
    }
    while (at < to) {
      int point = text.codePointAt(at);
      if (!isWordPart(point) || isUnspaced(point)) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  /** Scripts written without spaces between words. */
  private static boolean isUnspaced(int point) {
    if (point < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean quotedAfter(int point, boolean quoted) {
    return switch (point) {
      case '"' -> !quoted;
      case '“', '„', '«', '「' -> true;
      case '”', '»', '」' -> false;
      default -> quoted;
    };
  }
}
