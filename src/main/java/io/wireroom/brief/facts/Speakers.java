package io.wireroom.brief.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds who speaks where a passage says "said", since what is said is true only of them: before the
 * verb, after it, or on either side.
 */
final class Speakers {

  static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "who", "we", "i");
  static final Set<String> STOPS = Set.of(".", "!", "?", ";", ":");

  private static final int SUBJECT_WORDS = 12;

  /** Before "who said", the speaker stands close. */
  private static final int RELATIVE_WORDS = 6;

  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "its", "his", "her", "their");
  private static final Set<String> PLACES = Set.of("in", "at", "from", "near", "on");
  private static final Set<String> QUOTE_ENDS = Set.of("\"", "\u201d", "\u2019", "'", "\u00bb");

  private Speakers() {}

  /**
   * Stems of whoever may be speaking in the evidence: of the words before the verb, of those after
   * it where the verb follows a quotation ("\u2026", said Ida Renn) or is "according to", of both
   * where only a comma stands before it.
   */
  static Set<String> candidates(TokenizedText passage, FactLexicon.Hit verb) {
    return words(passage, verb).stream().map(Speakers::key).collect(Collectors.toSet());
  }

  /** The words that {@link #candidates} are the stems of. */
  static List<Word> words(TokenizedText passage, FactLexicon.Hit verb) {
    List<Word> words = new ArrayList<>();
    if (speaksAfter(passage, verb)) {
      words.addAll(wordsAfter(passage, verb.to()));
    } else {
      boolean relative = passage.at(verb.from() - 1, "which") || passage.at(verb.from() - 1, "who");
      words.addAll(wordsBefore(passage, verb.from(), relative ? RELATIVE_WORDS : SUBJECT_WORDS));
      if (passage.at(verb.from() - 1, ",")) {
        words.addAll(wordsAfter(passage, verb.to()));
      }
    }
    return words;
  }

  /** The speaker in the sentence: the words of the clause next to the verb, first to last. */
  static List<Word> inSentence(TokenizedText passage, FactLexicon.Hit verb) {
    // "…, said Ida Renn"
    boolean inverted =
        passage.at(verb.from() - 1, ",")
            && verb.to() < passage.size()
            && (passage.word(verb.to()).capital()
                || ARTICLES.contains(passage.word(verb.to()).lower()));
    if (inverted || speaksAfter(passage, verb)) {
      List<Word> after = wordsAfter(passage, verb.to());
      return upToPlace(passage, ofOneClause(after));
    }
    int nearest = verb.from() - 1;
    while (nearest > 0 && !passage.word(nearest).isWord()) {
      nearest--;
    }
    int clause = nearest >= 0 ? passage.word(nearest).clause() : 0;
    List<Word> before =
        wordsBefore(passage, verb.from(), SUBJECT_WORDS).stream()
            .filter(word -> word.clause() == clause)
            .toList();
    return upToPlace(passage, before);
  }

  /** Who follows the verb. */
  static List<Word> behind(TokenizedText passage, FactLexicon.Hit verb) {
    return upToPlace(passage, ofOneClause(wordsAfter(passage, verb.to())));
  }

  /** "The authority, which expects no rain": the authority speaks. */
  private static List<Word> ofOneClause(List<Word> words) {
    return words.stream().filter(word -> word.clause() == words.get(0).clause()).toList();
  }

  /** "Police in Carrow": it is the police who speak; "Renn's lawyer": the lawyer. */
  private static List<Word> upToPlace(TokenizedText passage, List<Word> all) {
    int owner = 0;
    for (int i = 0; i + 1 < all.size(); i++) {
      boolean plural = passage.at(passage.words().indexOf(all.get(i)) + 1, "'");
      owner = all.get(i).possessive() || plural ? i + 1 : owner;
    }
    List<Word> words = all.subList(owner, all.size());
    for (int i = 1; i < words.size(); i++) {
      int index = passage.words().indexOf(words.get(i));
      for (int before = index - 1; before > index - 3 && before > 0; before--) {
        if (PLACES.contains(passage.word(before).lower())) {
          return words.subList(0, i);
        }
      }
    }
    return words;
  }

  /** Whether the speaker stands behind the verb: "according to", or behind a quotation. */
  static boolean speaksAfter(TokenizedText passage, FactLexicon.Hit verb) {
    return passage.at(verb.from(), "according")
        || (passage.at(verb.to(), "by") && !passage.word(verb.from()).lower().endsWith("s"))
        || (verb.from() > 0 && QUOTE_ENDS.contains(passage.word(verb.from() - 1).text()));
  }

  private static List<Word> wordsBefore(TokenizedText passage, int verb, int most) {
    List<Word> words = new ArrayList<>();
    int reach = most;
    for (int i = verb - 1; i >= 0 && i > verb - reach; i--) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || (word.is("but") && !words.isEmpty())) {
        break;
      }
      if (word.is(")")) {
        // What stands in brackets does not speak, and does not count.
        int open = opening(passage, i);
        reach += i - open;
        i = open;
      } else if (speaks(word)) {
        words.add(0, word);
      }
    }
    return words;
  }

  private static int opening(TokenizedText passage, int closing) {
    int open = closing;
    while (open > 0 && !passage.word(open).is("(")) {
      open--;
    }
    return open;
  }

  private static List<Word> wordsAfter(TokenizedText passage, int from) {
    List<Word> words = new ArrayList<>();
    for (int i = from; i < passage.size() && i < from + SUBJECT_WORDS; i++) {
      Word word = passage.word(i);
      if (STOPS.contains(word.text()) || word.text().equals("\u201c") || word.is("that")) {
        break;
      }
      if (speaks(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean speaks(Word word) {
    return TokenizedText.isContent(word) || PRONOUNS.contains(word.lower());
  }

  /** How a word is compared: by stem, a pronoun as it is. */
  static String key(Word word) {
    return PRONOUNS.contains(word.lower()) ? word.lower() : word.stem();
  }
}
