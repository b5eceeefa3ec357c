package io.wireroom.brief.facts;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The verb by which a clause stands with what goes before it, since the small words there tell
 * whether it is done, planned or only possible: "will not be ordered", "has asked", "wants".
 * Heuristic: the forms of English verbs and the small words before them, no parse.
 *
 * @param standing how the clause stands by it
 * @param at index of its first word
 * @param trigger index of a verb such as plan or ask that gives the standing; -1 when none does
 * @param verb index of the verb that says what happens; -1 when none is found
 */
record VerbChain(Standing standing, int at, int trigger, int verb) {

  private static final Set<String> FUTURE = Set.of("will", "shall", "would");
  private static final Set<String> CHANCE = Set.of("may", "might", "could");
  private static final Set<String> DUTY = Set.of("must", "should", "ought");
  private static final Set<String> HAVE = Set.of("has", "have", "had", "having");
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "am");
  private static final Set<String> BEEN = Set.of("be", "been", "being");
  private static final Set<String> BETWEEN =
      Set.of(
          "not", "never", "also", "still", "now", "already", "just", "yet", "no", "longer", "so",
          "far", "ever", "always", "again", "since", "even", "only", "he", "she", "they", "it");

  /** After "was destroyed" or "laid", these words do not begin an object. */
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "by", "in", "on", "at", "from", "for", "during", "since", "last", "to", "with", "as",
          "after", "before", "until", "around", "about", "near", "over", "under", "through",
          "between", "against", "into", "of", "off", "out", "up", "down", "without", "within");

  private static final List<Standing> TRIGGERED =
      List.of(Standing.COMING, Standing.PLANNED, Standing.WANTED, Standing.POSSIBLE);

  private static final int LONGEST = 8;

  static final VerbChain NONE = new VerbChain(Standing.UNKNOWN, -1, -1, -1);

  /** The verb by which the words from one index up to another stand. */
  static VerbChain of(TokenizedText passage, FactLexicon lexicon, int from, int to) {
    VerbChain past = NONE;
    for (int i = from; i < to; i++) {
      if (lexicon.knows("say-neutral", passage, i)) {
        continue;
      }
      VerbChain chain = chain(passage, lexicon, i, to);
      if (chain.at() >= 0) {
        boolean object =
            past.at() >= 0
                && past.at() + 1 < to
                && !PREPOSITIONS.contains(passage.word(past.at() + 1).lower());
        return object ? past : chain;
      }
      if (past.at() < 0 && VerbForms.isPast(passage, lexicon, i)) {
        past = new VerbChain(Standing.DONE, i, -1, i);
      }
    }
    return past;
  }

  private static VerbChain chain(TokenizedText passage, FactLexicon lexicon, int from, int to) {
    VerbChain triggered = triggered(passage, lexicon, from, to);
    if (triggered.at() >= 0) {
      return triggered;
    }
    String first = passage.word(from).lower();
    boolean modal = FUTURE.contains(first) || CHANCE.contains(first) || DUTY.contains(first);
    boolean may = passage.word(from).text().equals("May");
    boolean did = Set.of("did", "do", "does").contains(first);
    boolean can = first.equals("can");
    if (may || !(modal || did || can || HAVE.contains(first) || BE.contains(first))) {
      return NONE;
    }
    boolean perfect = false;
    int end = Math.min(to, from + LONGEST);
    int i = from + 1;
    while (i < end) {
      String word = passage.word(i).lower();
      perfect |= HAVE.contains(word);
      boolean small =
          BETWEEN.contains(word)
              || BEEN.contains(word)
              || HAVE.contains(word)
              || VerbForms.isAdverb(word);
      boolean toVerb = word.equals("to") && (i == from + 1 || passage.at(i - 1, "not"));
      if (!small && !toVerb) {
        break;
      }
      if (toVerb) {
        Standing standing = HAVE.contains(first) ? Standing.WANTED : Standing.COMING;
        return new VerbChain(standing, from, -1, verb(passage, i + 1, end));
      }
      VerbChain inner = triggered(passage, lexicon, i + 1, to);
      if (inner.at() >= 0) {
        return new VerbChain(inner.standing(), from, inner.trigger(), inner.verb());
      }
      i++;
    }
    VerbChain inner = triggered(passage, lexicon, i, to);
    if (inner.at() >= 0) {
      return new VerbChain(inner.standing(), from, inner.trigger(), inner.verb());
    }
    int verb = i < end && TokenizedText.isContent(passage.word(i)) ? i : -1;
    // "They were tyre marks", "it will be late": no verb tells what happens.
    boolean copula = BE.contains(passage.word(i - 1).lower()) || passage.at(i - 1, "be");
    if (verb >= 0
        && copula
        && !VerbForms.isParticiple(lexicon, passage.word(verb).lower())
        && !passage.word(verb).lower().endsWith("ing")) {
      verb = -1;
    }
    Standing standing = standing(first, perfect, verb < 0 ? "" : passage.word(verb).lower());
    boolean participle = verb >= 0 && VerbForms.isParticiple(lexicon, passage.word(verb).lower());
    if ((HAVE.contains(first) || BE.contains(first)) && !participle) {
      standing = Standing.UNKNOWN;
    }
    return new VerbChain(standing, from, -1, verb);
  }

  private static Standing standing(String first, boolean perfect, String verb) {
    if (FUTURE.contains(first)) {
      return perfect ? Standing.UNKNOWN : Standing.COMING;
    }
    if (CHANCE.contains(first)) {
      return perfect ? Standing.UNKNOWN : Standing.POSSIBLE;
    }
    if (DUTY.contains(first)) {
      return perfect ? Standing.UNKNOWN : Standing.WANTED;
    }
    boolean present = Set.of("is", "are", "am", "can", "do", "does").contains(first);
    return present || verb.endsWith("ing") ? Standing.UNKNOWN : Standing.DONE;
  }

  private static VerbChain triggered(
      TokenizedText passage, FactLexicon lexicon, int index, int to) {
    if (index >= to
        || VerbForms.BEFORE_NOUNS.contains(index > 0 ? passage.word(index - 1).lower() : "")) {
      return NONE;
    }
    for (Standing standing : TRIGGERED) {
      String section = "stands-" + standing.name().toLowerCase(Locale.ROOT);
      FactLexicon.Hit hit = lexicon.at(section, passage, index);
      if (!hit.groups().isEmpty() && (hit.to() > index + 1 || isVerb(passage, index))) {
        return new VerbChain(standing, index, index, verb(passage, hit.to(), to));
      }
    }
    return NONE;
  }

  /** Whether a word such as "demand" can be a verb where it stands: not "weak demand". */
  private static boolean isVerb(TokenizedText passage, int index) {
    String word = passage.word(index).lower();
    if (index == 0 || word.endsWith("s") || word.endsWith("ed") || word.endsWith("ing")) {
      return true;
    }
    Word before = passage.word(index - 1);
    return BETWEEN.contains(before.lower())
        || !TokenizedText.isContent(before)
        || VerbForms.isAdverb(before.lower())
        || before.lower().endsWith("s")
        || word.equals("sought");
  }

  /** The next verb after "to", else the next word that says something. */
  private static int verb(TokenizedText passage, int from, int to) {
    int first = -1;
    for (int i = from; i < Math.min(to, from + LONGEST); i++) {
      Word word = passage.word(i);
      boolean content = TokenizedText.isContent(word) && !VerbForms.isAdverb(word.lower());
      if (content && (passage.at(i - 1, "to") || (passage.at(i - 1, "be") && i > from))) {
        return i;
      }
      if (content && first < 0) {
        first = i;
      }
    }
    return first;
  }
}
