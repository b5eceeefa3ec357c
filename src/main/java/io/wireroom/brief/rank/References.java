package io.wireroom.brief.rank;

import java.util.Set;

/** Tells whether a sentence hangs on something outside of it. */
final class References {

  /** How many words at the start are looked at for one that refers back. */
  static final int REACH = 4;

  /** "It is" and so many words more may lead to the "to" or "that" which it stands for. */
  private static final int NEAR = 7;

  /** Before a name: "former president Ann Pryce". */
  private static final int TITLE_WORDS = 2;

  private static final Set<String> PERSONS = Set.of("he", "she");

  private final Passage passage;
  private final int[] words;

  private References(Passage passage, int[] words) {
    this.passage = passage;
    this.words = words;
  }

  /**
   * Whether a reader needs another sentence to know who or what is meant.
   *
   * @param words the words that are kept, in order
   */
  static boolean back(Passage passage, int[] words) {
    References references = new References(passage, words);
    return references.startsWithPronoun()
        || references.speaksUnnamed()
        || references.followsPlace()
        || references.isSaidByNobody()
        || SentenceContext.needs(passage, words)
        || FirstPerson.speaks(passage, words);
  }

  /**
   * Whether it starts with a word that stands for something said before. In "In his youth, Smith …"
   * the name comes after the comma; in "it is hard to …" the pronoun stands for nothing; "both are"
   * has left its noun behind.
   */
  private boolean startsWithPronoun() {
    boolean led = false;
    for (int i = 0; i < Math.min(REACH, words.length); i++) {
      String word = lower(i);
      if (passage.lexicon.grammar().bare().contains(word)
          && i + 1 < words.length
          && passage.lexicon.grammar().finite().contains(lower(i + 1))) {
        return true;
      }
      if (passage.is(words[i], Passage.REFERS) && !isArticle(i)) {
        return !standsForNothing(i) && !(led && nameFollows(i));
      }
      if (passage.lexicon.grammar().leads().contains(word)
          || passage.lexicon.grammar().sources().contains(word)) {
        led = true;
      } else if (countsOf(i)) {
        i++;
      } else if (!passage.lexicon.openers().contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** "All of", "most of": what it counts comes next. */
  private boolean countsOf(int i) {
    return passage.lexicon.grammar().bare().contains(lower(i))
        && i + 1 < words.length
        && lower(i + 1).equals("of");
  }

  /**
   * Whether a pronoun comes right after a phrase that names nobody: "In Virginia, they voted",
   * "Rebranded as a news site, it posted", "Surely, he is".
   */
  private boolean followsPlace() {
    String first = lower(0);
    boolean nobody =
        passage.lexicon.grammar().places().contains(first)
            || first.length() > 4 && (first.endsWith("ed") || first.endsWith("ly"));
    for (int i = 0; nobody && i + 1 < words.length; i++) {
      if (passage.isBeforeComma(words[i])) {
        return passage.is(words[i + 1], Passage.REFERS)
            && !standsForNothing(i + 1)
            && !nameFollows(i + 1);
      }
    }
    return false;
  }

  /** "The Chronicle says he was arrested": a paper and a company are neither he nor she. */
  private boolean isSaidByNobody() {
    boolean body = lower(0).equals("the");
    for (int i = 1; body && i + 1 < words.length; i++) {
      if (says(i)) {
        int next = lower(i + 1).equals("that") ? i + 2 : i + 1;
        return next < words.length && PERSONS.contains(lower(next));
      }
      body =
          passage.is(words[i], Passage.CAPITAL)
              || passage.lexicon.grammar().bodies().contains(lower(i));
    }
    return false;
  }

  /**
   * "Das Kabinett", "das neue Gesetz", "het kabinet", where "das teilte …" and "het is …" point
   * back. German tells its nouns by their capitals.
   */
  private boolean isArticle(int i) {
    Lexicon.Grammar grammar = passage.lexicon.grammar();
    if (!grammar.articles().contains(lower(i)) || i + 1 >= words.length) {
      return false;
    }
    boolean verb =
        grammar.copulas().contains(lower(i + 1)) || passage.lexicon.speech().contains(lower(i + 1));
    boolean noun = passage.tellsNames || isUpper(i + 1) || i + 2 < words.length && isUpper(i + 2);
    return !verb && noun;
  }

  private boolean isUpper(int i) {
    return Character.isUpperCase(passage.text.charAt(passage.start[words[i]]));
  }

  private boolean standsForNothing(int i) {
    String next = i + 1 < words.length ? lower(i + 1) : "";
    if (!passage.lexicon.grammar().expletives().contains(lower(i) + " " + next)) {
      return false;
    }
    if (!lower(i).equals("it")) {
      return true;
    }
    boolean took = next.startsWith("t");
    for (int j = i + 2; j < (took ? words.length : Math.min(words.length, i + NEAR)); j++) {
      if (passage.lexicon.grammar().extraposed().contains(lower(j))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name comes at once after the next comma, or after its title: "author Ann Pryce". */
  private boolean nameFollows(int from) {
    for (int i = from; i + 1 < words.length; i++) {
      if (passage.isBeforeComma(words[i])) {
        int name = i + 1;
        while (name < Math.min(words.length - 1, i + 1 + TITLE_WORDS) && isTitle(name)) {
          name++;
        }
        return isName(name);
      }
    }
    return false;
  }

  private boolean isTitle(int i) {
    return passage.isContent(words[i])
        && !isName(i)
        && !passage.lexicon.grammar().finite().contains(lower(i));
  }

  /** "…, he said", where nobody was named before. */
  private boolean speaksUnnamed() {
    boolean named = false;
    for (int i = 0; i < words.length; i++) {
      boolean speaker =
          !passage.is(words[i], Passage.QUOTED)
              && passage.lexicon.speakers().contains(lower(i))
              && (says(i + 1) || says(i - 1) && afterMark(i - 1));
      if (speaker && !named) {
        return true;
      }
      named |= !passage.is(words[i], Passage.QUOTED) && isName(i);
    }
    return false;
  }

  /** Whether a comma or a closing quotation mark stands before a word. */
  private boolean afterMark(int i) {
    int at = passage.start[words[i]] - 1;
    while (at > 0 && Sentences.isSpace(passage.text.charAt(at))) {
      at--;
    }
    return at >= 0
        && (passage.text.charAt(at) == ',' || FullStop.isCloser(passage.text.charAt(at)));
  }

  private boolean says(int i) {
    return i >= 0 && i < words.length && passage.lexicon.speech().contains(lower(i));
  }

  private boolean isName(int i) {
    return isName(passage, words[i]);
  }

  /** Whether a word may be a name, as far as capitals tell. */
  static boolean isName(Passage passage, int word) {
    return passage.isContent(word) && (passage.is(word, Passage.CAPITAL) || !passage.tellsNames);
  }

  private String lower(int i) {
    return passage.lower(words[i]);
  }
}
