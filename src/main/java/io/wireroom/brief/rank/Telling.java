package io.wireroom.brief.rank;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a sentence that says something from what is set like one: labels, scores, bare quotes. */
final class Telling {

  /** "Q: …", "Ann Pryce: …", "Rockledge (0-1): …": who speaks, or what a line is about. */
  private static final Pattern LABEL =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\d.'’&-]*(?: \\p{Lu}[\\p{L}\\d.'’&-]*){0,3}(?: \\([^)]{1,20}\\))?:\\s.*",
          Pattern.DOTALL);

  /** "(left)", "pictured above": words that only mean something beside the picture. */
  private static final Pattern CAPTION =
      Pattern.compile(
          "Pictured .*|.*(?:\\((?:left|right|centre|center|above|below)\\)|, pictured[ ,.]).*");

  private static final Set<String> RELATIVE = Set.of("who", "which", "whose");

  private static final Set<String> CONTRACTIONS = Set.of("s", "re", "ve", "ll", "d", "t", "m");

  private Telling() {}

  /** Whether somebody says something in it, and in the page's own voice or with a speaker. */
  static boolean of(Passage passage, Variant variant) {
    String line = variant.text(passage);
    return !LABEL.matcher(line).matches()
        && !CAPTION.matcher(line).matches()
        && !startsInTheMiddle(line)
        && !isBareQuotation(passage, variant.words())
        && hasVerb(passage, variant.words());
  }

  /** How many words have letters, at least two of them; in scripts without spaces, each counts. */
  static int letters(Passage passage, int[] words) {
    return (int)
        Arrays.stream(words)
            .filter(w -> Character.isLetter(passage.text.codePointAt(passage.start[w])))
            .filter(
                w ->
                    passage.end[w] - passage.start[w] > 1
                        || passage.text.charAt(passage.start[w]) > '\u0E00')
            .count();
  }

  /** A small letter at the start, but for names such as iPhone; an ellipsis; all in brackets. */
  private static boolean startsInTheMiddle(String line) {
    if (line.startsWith("(") && line.lastIndexOf(')') >= line.length() - 2) {
      return true;
    }
    int at = 0;
    while (at < line.length() && FullStop.isOpener(line.charAt(at))) {
      at++;
    }
    if (at + 1 >= line.length()) {
      return true;
    }
    char first = line.charAt(at);
    return first == '…'
        || line.startsWith("...", at)
        || Character.isLowerCase(first) && !hasCapital(line, at);
  }

  private static boolean hasCapital(String line, int from) {
    for (int at = from; at < line.length() && !Sentences.isSpace(line.charAt(at)); at++) {
      if (Character.isUpperCase(line.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** All of it between quotation marks, so that nobody is known to have said it. */
  private static boolean isBareQuotation(Passage passage, int[] words) {
    return Arrays.stream(words).allMatch(w -> passage.is(w, Passage.QUOTED));
  }

  /**
   * Whether some word can be the verb of the sentence and not only of a clause about one of its
   * nouns, in languages whose verbs are listed. A word in -ed may be one, but not before "by".
   */
  private static boolean hasVerb(Passage passage, int[] words) {
    Lexicon lexicon = passage.lexicon;
    if (lexicon.grammar().finite().isEmpty()) {
      return true;
    }
    boolean relative = false;
    for (int i = 0; i < words.length; i++) {
      if (RELATIVE.contains(passage.lower(words[i])) && i > 0) {
        relative = true;
      } else if (isVerb(passage, words, i)) {
        if (!relative) {
          return true;
        }
        relative = false;
      }
    }
    return false;
  }

  private static boolean isVerb(Passage passage, int[] words, int i) {
    Lexicon lexicon = passage.lexicon;
    String word = passage.lower(words[i]);
    if (lexicon.grammar().finite().contains(word) || lexicon.speech().contains(word)) {
      return true;
    }
    if (i == 0) {
      return false;
    }
    boolean past = word.length() > 4 && word.endsWith("ed");
    boolean by = i + 1 < words.length && passage.lower(words[i + 1]).equals("by");
    boolean contracted = passage.isAfterApostrophe(words[i]) && CONTRACTIONS.contains(word);
    return past && !by
        || lexicon.grammar().presents().contains(word)
        || lexicon.grammar().bases().contains(word) && isPlural(passage, words[i - 1])
        || contracted && !(word.equals("s") && isOwner(passage, words[i - 1]));
  }

  private static boolean isPlural(Passage passage, int word) {
    String noun = passage.lower(word);
    return passage.lexicon.grammar().plurals().contains(noun)
        || noun.length() > 3 && noun.endsWith("s") && passage.isContent(word);
  }

  /** "The castle's" has no verb in it, "it's" has. */
  private static boolean isOwner(Passage passage, int word) {
    return passage.isContent(word);
  }
}
