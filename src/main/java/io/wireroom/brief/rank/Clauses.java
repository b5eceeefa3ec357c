package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence divided at its commas, semicolons and dashes, but never inside brackets or quotation
 * marks, and never inside a number.
 */
final class Clauses {

  /**
   * One part.
   *
   * @param from first UTF-16 unit, never white space
   * @param to one past the last
   * @param before the mark before it: {@code ,}, {@code ;}, {@code -} for a dash; 0 for the first
   * @param markAt where that mark starts
   */
  record Part(int from, int to, char before, int markAt) {}

  final List<Part> parts = new ArrayList<>();

  /** Where the mark that ends the sentence starts, closing quotes not counted. */
  final int bodyEnd;

  /** Whether every quotation mark and bracket has its partner. */
  final boolean balanced;

  /** Whether a part of the sentence, or all, stands in quotation marks. */
  final boolean quotes;

  private final List<int[]> brackets = new ArrayList<>();

  Clauses(String text, int start, int end) {
    int body = end;
    while (body > start && (FullStop.isTerminator(text.charAt(body - 1)))) {
      body--;
    }
    this.bodyEnd = body;
    boolean doubled = false;
    boolean single = false;
    boolean anyQuote = false;
    boolean broken = false;
    int depth = 0;
    int bracketAt = -1;
    int from = start;
    char before = 0;
    int markAt = start;
    int at = start;
    while (at < body) {
      char c = text.charAt(at);
      int mark = 0;
      switch (c) {
        case '"' -> doubled = !doubled;
        case '“', '„', '«', '「', '『' -> doubled = true;
        case '”', '»', '」', '』' -> {
          broken |= !doubled;
          doubled = false;
        }
        case '\'', '‘', '’' -> single = singleAfter(text, start, at, end, single);
        case '(', '[' -> {
          if (depth++ == 0) {
            bracketAt = at;
          }
        }
        case ')', ']' -> {
          if (--depth == 0 && !doubled && !single) {
            brackets.add(new int[] {bracketAt, at + 1});
          }
        }
        default -> {
          if (depth == 0 && !doubled && !single) {
            mark = markLength(text, start, at, body);
          }
        }
      }
      anyQuote |= doubled || single;
      broken |= depth < 0;
      if (mark > 0) {
        addPart(text, from, at, before, markAt);
        before = c == ',' || c == ';' ? c : '-';
        markAt = at;
        at += mark;
        from = at;
      } else {
        at++;
      }
    }
    addPart(text, from, body, before, markAt);
    this.quotes = anyQuote;
    this.balanced = !broken && depth == 0 && !doubled && !single;
  }

  /** Outermost round and square brackets outside quotations. */
  List<int[]> brackets() {
    return brackets;
  }

  private void addPart(String text, int from, int to, char before, int markAt) {
    int first = from;
    while (first < to && Sentences.isSpace(text.charAt(first))) {
      first++;
    }
    int last = to;
    while (last > first && Sentences.isSpace(text.charAt(last - 1))) {
      last--;
    }
    parts.add(new Part(first, last, before, markAt));
  }

  /** How long the mark at {@code at} is that divides the sentence; 0 when there is none. */
  private static int markLength(String text, int start, int at, int end) {
    char c = text.charAt(at);
    if (c == ',' || c == ';') {
      boolean inNumber =
          at > start
              && at + 1 < end
              && Character.isDigit(text.charAt(at - 1))
              && Character.isDigit(text.charAt(at + 1));
      return inNumber ? 0 : 1;
    }
    if (c == '—') {
      return 1;
    }
    boolean spaced = at > start && Sentences.isSpace(text.charAt(at - 1));
    if (spaced && text.startsWith("-- ", at)) {
      return 2;
    }
    return spaced && (c == '–' || c == '-') && at + 1 < end && text.charAt(at + 1) == ' ' ? 1 : 0;
  }

  /** Whether a single quotation is open after the mark at {@code at}; apostrophes don't count. */
  private static boolean singleAfter(String text, int start, int at, int end, boolean open) {
    boolean letterBefore = at > start && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean letterAfter = at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
    if (open) {
      return letterAfter;
    }
    boolean spaceBefore = at == start || !letterBefore && text.charAt(at - 1) != '.';
    return spaceBefore && letterAfter && closesLater(text, at + 1, end);
  }

  private static boolean closesLater(String text, int from, int end) {
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      boolean mark = c == '\'' || c == '’';
      if (mark && (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
        return true;
      }
    }
    return false;
  }
}
