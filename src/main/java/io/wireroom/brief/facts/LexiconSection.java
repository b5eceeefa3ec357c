package io.wireroom.brief.facts;

import io.wireroom.brief.facts.FactLexicon.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * One section of the lexicon: groups of words and phrases, found in a passage as they are written
 * or by their stems. Which of the two is right differs by section, so it is kept in one place here.
 * A group's number is its place in the section, from 0.
 */
final class LexiconSection {

  /** Sections written in base forms: words and phrases are compared by stem, however short. */
  private static final Set<String> BASE_FORMS =
      Set.of("senses", "stands-coming", "stands-planned", "stands-wanted", "stands-possible");

  /** A coach does not premiere and a state says nothing: these are not compared by stem. */
  private static final Set<String> EXACT =
      Set.of("roles", "say-neutral", "people", "strangers", "speakers");

  /** Words shorter than this are compared as they are: their stems say too little. */
  private static final int STEMMED_LENGTH = 5;

  /** Before what is a stem, and not a word as written. */
  private static final String STEM = "~";

  private final boolean bases;
  private final boolean exact;

  /** Word, phrase or stem to the groups it is in. */
  private final Map<String, Set<Integer>> groups = new HashMap<>();

  /** First words of its phrases. */
  private final Set<String> starts = new HashSet<>();

  /** What follows {@code =} on a group's line, else its first word. */
  private final List<String> values = new ArrayList<>();

  /** On which line each group stands: groups of one line exclude each other. */
  private final List<Integer> lines = new ArrayList<>();

  LexiconSection(String name) {
    this.bases = BASE_FORMS.contains(name);
    this.exact = EXACT.contains(name);
  }

  /** Adds the groups of a line, which {@code |} parts. */
  void add(String line) {
    int number = lines.isEmpty() ? 0 : lines.get(lines.size() - 1) + 1;
    for (String group : line.split(" \\| ", -1)) {
      addGroup(group);
      lines.add(number);
    }
  }

  private void addGroup(String line) {
    int group = values.size();
    String value = "";
    for (String word : line.split(" ", -1)) {
      if (word.startsWith("=")) {
        value = word.substring(1);
      } else if (word.startsWith("!")) {
        know(word.substring(1), group);
      } else {
        know(word, group);
        addInflected(word, group);
      }
    }
    values.add(value.isEmpty() ? line.split(" ", 2)[0] : value);
  }

  /** A word or phrase that is known by its stem, or by its first word, as well. */
  private void addInflected(String word, int group) {
    boolean phrase = word.indexOf('_') > 0;
    if (phrase) {
      starts.add(word.substring(0, word.indexOf('_')));
    }
    if (bases || (word.length() >= STEMMED_LENGTH && !phrase)) {
      PorterStemmer stemmer = new PorterStemmer();
      List<String> stems = new ArrayList<>();
      for (String part : word.split("_", -1)) {
        stems.add(stemmer.stem(part));
      }
      if (phrase) {
        starts.add(STEM + stems.get(0));
      }
      know(STEM + String.join("_", stems), group);
    }
  }

  private void know(String form, int group) {
    groups.computeIfAbsent(form, any -> new HashSet<>()).add(group);
  }

  /** What it knows at an index, the longest phrase first; a hit of no words when nothing. */
  Hit at(TokenizedText passage, int index) {
    Word word = passage.word(index);
    if (starts.contains(word.lower())) {
      for (int length = FactLexicon.LONGEST_PHRASE; length > 1; length--) {
        Set<Integer> found = groups.get(passage.phrase(index, length));
        if (found != null) {
          return new Hit(found, index, index + length);
        }
      }
    }
    if (bases && starts.contains(STEM + word.stem())) {
      for (int length = FactLexicon.LONGEST_PHRASE; length > 1; length--) {
        Set<Integer> found = groups.get(STEM + passage.stems(index, length));
        if (found != null) {
          return new Hit(found, index, index + length);
        }
      }
    }
    @Nullable Set<Integer> found = groups.get(word.lower());
    if (found == null && (bases || (isStemmed(word) && !exact))) {
      found = groups.get(STEM + word.stem());
    }
    return found == null ? new Hit(Set.of(), index, index) : new Hit(found, index, index + 1);
  }

  private static boolean isStemmed(Word word) {
    return word.lower().length() >= STEMMED_LENGTH;
  }

  /** Whether it knows a word, wherever it stands. */
  boolean has(Word word) {
    return groups.containsKey(word.lower())
        || (isStemmed(word) && groups.containsKey(STEM + word.stem()));
  }

  /** Whether two groups stand on one line, which says that they exclude each other. */
  boolean exclude(Hit one, Hit other) {
    return !one.in(other)
        && one.groups().stream()
            .anyMatch(
                mine ->
                    other.groups().stream()
                        .anyMatch(theirs -> lines.get(mine).equals(lines.get(theirs))));
  }

  /** What it says of a group. */
  String value(int group) {
    return values.get(group);
  }

  /** What it says of the group of a word; the word itself when it does not know it. */
  String valueOf(String word) {
    @Nullable Set<Integer> group = groups.get(word);
    return group == null ? word : values.get(group.iterator().next());
  }
}
