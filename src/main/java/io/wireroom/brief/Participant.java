package io.wireroom.brief;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody or something with a name in a sentence, or whoever it says speaks, and the part of the
 * sentence that is about them.
 *
 * @param heads indexes of the words by which the evidence may have it: of a name its parts, of a
 *     speaker without one the noun
 * @param words indexes of all words that belong to it: its name, and what it is called before and
 *     behind it
 * @param partFrom index of the first word of the part
 * @param partTo one past its last
 * @param speaks whether the part is what it says
 */
record Participant(
    Set<Integer> heads, Set<Integer> words, int partFrom, int partTo, boolean speaks) {

  private static final Set<String> PART_WORDS =
      Set.of("while", "whereas", "but", "although", "though");

  /** Stems of what somebody thinks. */
  private static final Set<String> VIEWS =
      TokenizedText.of(
              "opinion view words judgement judgment estimate estimation reckoning account belief"
                  + " assessment eyes")
          .contentStems();

  private static final Set<String> AUXILIARIES = Set.of("having", "being", "going");
  private static final Set<String> DETERMINERS = Set.of("the", "its", "their", "his", "her", "a");
  private static final Set<String> PLACES =
      Set.of("in", "at", "near", "from", "outside", "off", "across", "through", "to", "of");

  /** How far before a name what it is called may begin. */
  private static final int DESCRIPTION = 4;

  /** How long what stands behind a name between commas may be, to be what it is called. */
  private static final int APPOSITION = 9;

  static List<Participant> in(TokenizedText sentence, FactLexicon lexicon, Set<Integer> dates) {
    List<Participant> all = new ArrayList<>();
    Set<Integer> done = new TreeSet<>();
    List<Set<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (isName(sentence, lexicon, i) && !dates.contains(i)) {
        Set<Integer> group = group(sentence, lexicon, i);
        groups.add(group);
        i = group.stream().max(Integer::compare).orElse(i);
      }
    }
    SpeechVerbs speech = new SpeechVerbs(sentence, sentence);
    List<FactLexicon.Hit> verbs = SpeechVerbs.in(sentence, lexicon);
    verbs.addAll(lexicon.hits("say-act", sentence));
    for (FactLexicon.Hit verb : verbs) {
      if (!(speech.isReport(verb) || isDenied(sentence, verb)) || speech.isNoun(verb)) {
        continue;
      }
      Set<Integer> heads = new TreeSet<>();
      for (Word word : Speakers.inSentence(sentence, verb)) {
        if (!AUXILIARIES.contains(word.lower())) {
          heads.add(sentence.words().indexOf(word));
        }
      }
      if (heads.isEmpty()) {
        continue;
      }
      int last = heads.stream().max(Integer::compare).orElse(0);
      Set<Integer> named =
          groups.stream()
              .filter(group -> group.stream().anyMatch(heads::contains))
              .findFirst()
              .or(
                  () ->
                      groups.stream()
                          .filter(group -> described(sentence, group).contains(last))
                          .findFirst())
              .orElse(Set.of());
      Set<Integer> words = new TreeSet<>(heads);
      if (!named.isEmpty()) {
        words.addAll(described(sentence, named));
        done.addAll(named);
      } else if (Speakers.PRONOUNS.contains(sentence.word(last).lower())) {
        continue;
      }
      if (dates.contains(last) || sentence.word(last).isNumber()) {
        continue;
      }
      Set<Integer> who = named.isEmpty() ? Set.of(last) : named;
      for (int i = Math.min(verb.from(), last); i < Math.max(verb.to(), last); i++) {
        words.add(i);
      }
      all.add(speaking(sentence, who, words, verb));
    }
    for (int i = 0; i + 1 < sentence.size(); i++) {
      if (VIEWS.contains(sentence.word(i).stem()) && sentence.at(i + 1, "of")) {
        views(sentence, groups, i, all, done);
      }
    }
    for (Set<Integer> group : groups) {
      if (group.stream().noneMatch(done::contains) && acts(sentence, group)) {
        int at = group.stream().min(Integer::compare).orElse(0);
        all.add(
            new Participant(
                group, described(sentence, group), start(sentence, at), end(sentence, at), false));
      }
    }
    return all;
  }

  /** "In the opinion of the agriculture secretary": as good as that she says so. */
  private static void views(
      TokenizedText sentence,
      List<Set<Integer>> groups,
      int view,
      List<Participant> all,
      Set<Integer> done) {
    TreeSet<Integer> who = new TreeSet<>();
    int end = view + 2;
    while (end < sentence.size() && sentence.word(end).isWord()) {
      if (TokenizedText.isContent(sentence.word(end))) {
        who.add(end);
      }
      end++;
    }
    if (who.isEmpty()) {
      return;
    }
    Set<Integer> words = new TreeSet<>(who);
    words.add(view);
    Set<Integer> heads = Set.of(who.last());
    for (Set<Integer> group : groups) {
      if (group.stream().anyMatch(who::contains)) {
        heads = group;
        words.addAll(described(sentence, group));
        done.addAll(group);
        break;
      }
    }
    all.add(new Participant(heads, words, start(sentence, view), end(sentence, view), true));
  }

  /** "Does not think": a report as well. */
  private static boolean isDenied(TokenizedText sentence, FactLexicon.Hit verb) {
    return sentence.at(verb.from() - 1, "not")
        && verb.from() >= 2
        && Set.of("do", "does", "did").contains(sentence.word(verb.from() - 2).lower());
  }

  /** Indexes of the words of its part that are not its own. */
  Set<Integer> told(int size) {
    Set<Integer> told = new TreeSet<>();
    for (int i = partFrom; i < Math.min(size, partTo); i++) {
      if (!words.contains(i)) {
        told.add(i);
      }
    }
    return told;
  }

  /** The same of those that no mark parts from it, or from where it speaks. */
  Set<Integer> toldNear(TokenizedText sentence) {
    TreeSet<Integer> near = new TreeSet<>(told(sentence.size()));
    near.removeIf(i -> !tells(sentence.word(i)));
    int head = heads.stream().min(Integer::compare).orElse(0);
    int own = sentence.word(head).clause();
    boolean alone = near.stream().noneMatch(i -> sentence.word(i).clause() == own);
    Integer next = speaks ? near.floor(head) : near.ceiling(head);
    int clause =
        (speaks || alone) && !near.isEmpty()
            ? sentence.word(next == null ? near.first() : next).clause()
            : own;
    near.removeIf(i -> sentence.word(i).clause() != clause);
    return near;
  }

  private static boolean tells(Word word) {
    return word.isNumber() || TokenizedText.isContent(word);
  }

  /** Not one that only says where, or whose something is. */
  private static boolean acts(TokenizedText sentence, Set<Integer> group) {
    int first = group.stream().min(Integer::compare).orElse(0);
    Word last = sentence.word(group.stream().max(Integer::compare).orElse(0));
    boolean place = first > 0 && PLACES.contains(sentence.word(first - 1).lower());
    boolean owner = TokenizedText.fold(last.text()).length() < last.text().length();
    boolean model = group.stream().anyMatch(i -> sentence.word(i).lower().matches(".*\\d.*"));
    return !place && !owner && !model;
  }

  String text(TokenizedText sentence) {
    int from = heads.stream().min(Integer::compare).orElse(0);
    int to = heads.stream().max(Integer::compare).orElse(0) + 1;
    return sentence.slice(from, to);
  }

  private static Participant speaking(
      TokenizedText sentence, Set<Integer> who, Set<Integer> words, FactLexicon.Hit verb) {
    int at = who.stream().min(Integer::compare).orElse(0);
    int start = start(sentence, at);
    int end = end(sentence, at);
    // "…, the minister said", "… told analysts"
    boolean closes = verb.to() + 1 >= end || sentence.at(verb.to(), ",");
    if (verb.from() > start && (at > verb.from() || closes)) {
      int all = wholeStart(sentence, at);
      return new Participant(who, words, all, Math.min(end, Math.max(at, verb.to()) + 1), true);
    }
    return new Participant(who, words, Math.min(at, verb.from()), end, true);
  }

  private static int wholeStart(TokenizedText sentence, int at) {
    int from = at;
    while (from > 0 && !Speakers.STOPS.contains(sentence.word(from - 1).text())) {
      from--;
    }
    return from;
  }

  private static int start(TokenizedText sentence, int at) {
    int from = at;
    while (from > 0 && !parts(sentence, from - 1)) {
      from--;
    }
    return from;
  }

  private static int end(TokenizedText sentence, int at) {
    int to = at;
    while (to < sentence.size() && !parts(sentence, to)) {
      to++;
    }
    return to;
  }

  /** A stop, or "while"; not the "but" of "but not". */
  private static boolean parts(TokenizedText sentence, int i) {
    Word word = sentence.word(i);
    boolean goesOn = word.is("but") && (sentence.at(i + 1, "not") || sentence.at(i + 1, "only"));
    return Speakers.STOPS.contains(word.text()) || (PART_WORDS.contains(word.lower()) && !goesOn);
  }

  static boolean isName(TokenizedText passage, FactLexicon lexicon, int i) {
    Word word = passage.word(i);
    return word.capital()
        && word.lower().length() > 1
        && !lexicon.knows("titles", passage, i)
        && (!word.opens() || CommonWords.mayBeName(passage, lexicon, i))
        && !lexicon.knows("weekdays", passage, i)
        && !lexicon.knows("months", passage, i);
  }

  private static Set<Integer> group(TokenizedText sentence, FactLexicon lexicon, int first) {
    Set<Integer> group = new LinkedHashSet<>();
    int i = first;
    while (i < sentence.size() && isName(sentence, lexicon, i)) {
      group.add(i);
      boolean possessive =
          TokenizedText.fold(sentence.word(i).text()).length() < sentence.word(i).text().length();
      i++;
      if (possessive) {
        break;
      }
    }
    return group;
  }

  /** A name with "the goalkeeper" before it, or ", the goalkeeper of the team," behind it. */
  static Set<Integer> described(TokenizedText passage, Set<Integer> group) {
    Set<Integer> words = new TreeSet<>(group);
    int first = group.stream().min(Integer::compare).orElse(0);
    for (int i = first - 1; i >= Math.max(0, first - DESCRIPTION); i--) {
      if (!TokenizedText.isContent(passage.word(i))) {
        break;
      }
      words.add(i);
    }
    if (passage.at(first - 1, ",")) {
      // "its director, Janek Suoma"
      for (int i = first - 2; i >= Math.max(0, first - 2 - DESCRIPTION); i--) {
        if (!TokenizedText.isContent(passage.word(i))) {
          if (DETERMINERS.contains(passage.word(i).lower())) {
            for (int inner = i; inner < first; inner++) {
              words.add(inner);
            }
          }
          break;
        }
      }
    }
    int behind = group.stream().max(Integer::compare).orElse(0) + 1;
    if (!passage.at(behind, ",")) {
      return words;
    }
    for (int i = behind + 1; i < Math.min(passage.size(), behind + APPOSITION); i++) {
      Word word = passage.word(i);
      if (word.is(",") || Speakers.STOPS.contains(word.text())) {
        for (int inner = behind; inner < i; inner++) {
          words.add(inner);
        }
        break;
      }
    }
    return words;
  }
}
