package io.wireroom.brief.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what may be left out of a sentence so that the rest is still a sentence and says nothing
 * that the whole does not.
 *
 * <p>Datelines, list marks, linking words, brackets and asides between dashes go in every language;
 * the rules that need grammar are {@link EnglishCuts}. Conditions ({@code if}, {@code unless}),
 * negations, hedges ({@code allegedly}, {@code some}) and contrasts ({@code but}, {@code although})
 * never go. Who said so may go where the verb is neutral ({@code said}, never {@code claimed} or
 * {@code denied}), nothing is quoted, and the speaker is no side in a dispute ({@code the
 * lawsuit}).
 */
final class Shortener {

  private static final int FEWEST_WORDS = 4;

  private final Lexicon lexicon;

  Shortener(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The ranges that may be left out of a sentence, each by itself or together. */
  List<Cut> cuts(Passage passage, int index) {
    Sentence sentence = passage.sentences.get(index);
    String text = passage.text;
    List<Cut> cuts = new ArrayList<>();
    int start = sentence.start();
    boolean opensBlock = index == 0 || passage.sentences.get(index - 1).block() != sentence.block();
    if (ListMark.lengthAt(text, start) == 1) {
      start++;
      while (start < sentence.end() && Sentences.isSpace(text.charAt(start))) {
        start++;
      }
    }
    if (opensBlock) {
      start = Dateline.skip(text, start, sentence.end());
    }
    start = Label.skip(text, start, sentence.end(), lexicon);
    if (start > sentence.start()) {
      cuts.add(new Cut(sentence.start(), start, Cut.Kind.DATELINE));
    }
    Clauses clauses = new Clauses(text, start, sentence.end());
    if (!clauses.balanced || sentence.heading()) {
      return cuts;
    }
    int body = opener(text, clauses, cuts);
    brackets(text, clauses, cuts);
    dashes(text, clauses, cuts);
    if (lexicon.language().equals("en")) {
      new EnglishCuts(new EnglishSentence(text, clauses, lexicon, body)).addTo(cuts);
    }
    cuts.removeIf(
        cut ->
            !cut.kind().always()
                && (leaves(text, sentence, cut) < FEWEST_WORDS
                    || leavesHanging(text, clauses, cut)));
    return cuts;
  }

  /** "However, …" and "But …"; what follows must be able to stand first. */
  private int opener(String text, Clauses clauses, List<Cut> cuts) {
    Clauses.Part first = clauses.parts.get(0);
    String words = text.substring(first.from(), first.to());
    if (clauses.parts.size() > 1
        && clauses.parts.get(1).before() == ','
        && lexicon.openers().contains(words.toLowerCase(Locale.ROOT))) {
      int next = clauses.parts.get(1).from();
      cuts.add(new Cut(first.from(), next, Cut.Kind.OPENER));
      return next;
    }
    return first.from();
  }

  private static void brackets(String text, Clauses clauses, List<Cut> cuts) {
    for (int[] bracket : clauses.brackets()) {
      boolean spaced =
          bracket[0] > clauses.parts.get(0).from()
              && Sentences.isSpace(text.charAt(bracket[0] - 1))
              && (bracket[1] >= text.length()
                  || !Character.isLetterOrDigit(text.charAt(bracket[1])));
      if (spaced && text.charAt(bracket[0]) == '(') {
        cuts.add(new Cut(bracket[0], bracket[1], Cut.Kind.BRACKET));
      }
    }
  }

  /** Between two dashes; a last dash often brings the point, so what follows it stays. */
  private static void dashes(String text, Clauses clauses, List<Cut> cuts) {
    int opened = -1;
    for (int i = 1; i < clauses.parts.size(); i++) {
      Clauses.Part part = clauses.parts.get(i);
      if (part.before() != '-') {
        continue;
      }
      if (opened < 0) {
        opened = part.markAt();
      } else {
        cuts.add(new Cut(opened, part.from(), Cut.Kind.DASH));
        opened = -1;
      }
    }
  }

  /** Whether a cut from the end leaves an "and" or "of course" there, or before its last aside. */
  private boolean leavesHanging(String text, Clauses clauses, Cut cut) {
    if (cut.to() < clauses.bodyEnd) {
      return false;
    }
    int from = clauses.parts.get(0).from();
    int before = cut.from();
    for (Clauses.Part part : clauses.parts) {
      if (part.to() <= cut.from() && part.before() != 0) {
        before = part.markAt();
      }
    }
    return hangs(text.substring(from, Math.max(from, cut.from())))
        || hangs(text.substring(from, Math.max(from, before)));
  }

  private boolean hangs(String rest) {
    String lower = rest.stripTrailing().toLowerCase(Locale.ROOT);
    int last = lower.lastIndexOf(' ') + 1;
    int two = lower.lastIndexOf(' ', last - 2) + 1;
    return lexicon.joins().contains(lower.substring(last))
        || last > 0 && lexicon.openers().contains(lower.substring(two));
  }

  private static int leaves(String text, Sentence sentence, Cut cut) {
    String rest =
        text.substring(sentence.start(), Math.max(sentence.start(), cut.from()))
            + " "
            + text.substring(Math.min(cut.to(), sentence.end()), sentence.end());
    return rest.strip().split("\\s+", -1).length;
  }
}
