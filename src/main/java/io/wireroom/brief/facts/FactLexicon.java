package io.wireroom.brief.facts;

import io.wireroom.bundle.Bundled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * The words that the fact gate knows of a language, read from {@code facts/en.txt}: sections of
 * groups, a group being words and phrases that mean the same to the gate. Immutable, thread-safe.
 */
final class FactLexicon {

  /** Sections written in base forms: words and phrases are compared by stem, however short. */
  private static final Set<String> BASE_FORMS =
      Set.of("senses", "stands-coming", "stands-planned", "stands-wanted", "stands-possible");

  static final FactLexicon ENGLISH = read("/facts/en.txt");

  /** A coach does not premiere and a state says nothing: these are not compared by stem. */
  private static final Set<String> EXACT =
      Set.of("roles", "say-neutral", "people", "strangers", "speakers");

  private static final int LONGEST_PHRASE = 3;

  /** Words shorter than this are compared as they are: their stems say too little. */
  private static final int STEMMED_LENGTH = 5;

  /**
   * Words of a passage that a section knows.
   *
   * @param groups the groups they belong to
   * @param from index of the first word
   * @param to one past the last
   */
  record Hit(Set<Integer> groups, int from, int to) {

    boolean in(Hit other) {
      return groups.stream().anyMatch(other.groups::contains);
    }
  }

  /**
   * @param groups word, phrase or stem to the groups it is in
   * @param starts first words of its phrases
   * @param values what follows {@code =} on a group's line, else its first word
   * @param lines on which line each group stands: groups of one line exclude each other
   */
  private record Section(
      Map<String, Set<Integer>> groups,
      Set<String> starts,
      List<String> values,
      List<Integer> lines) {

    Section() {
      this(new HashMap<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<String, Section> sections;

  private FactLexicon(Map<String, Section> sections) {
    this.sections = sections;
  }

  /** All that a section knows in a passage, longest phrases first taken, left to right. */
  List<Hit> hits(String section, TokenizedText passage) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      Hit hit = at(section, passage, i);
      if (hit.to() > hit.from()) {
        hits.add(hit);
        i = hit.to() - 1;
      }
    }
    return hits;
  }

  /** What a section knows at an index; a hit of no words when nothing. */
  Hit at(String section, TokenizedText passage, int index) {
    if (index < 0 || index >= passage.size()) {
      return new Hit(Set.of(), index, index);
    }
    Section known = section(section);
    Word word = passage.word(index);
    if (known.starts().contains(word.lower())) {
      for (int length = LONGEST_PHRASE; length > 1; length--) {
        Set<Integer> found = known.groups().get(passage.phrase(index, length));
        if (found != null) {
          return new Hit(found, index, index + length);
        }
      }
    }
    boolean bases = BASE_FORMS.contains(section);
    if (bases && known.starts().contains("~" + word.stem())) {
      for (int length = LONGEST_PHRASE; length > 1; length--) {
        Set<Integer> found = known.groups().get("~" + passage.stems(index, length));
        if (found != null) {
          return new Hit(found, index, index + length);
        }
      }
    }
    Set<Integer> found = known.groups().get(word.lower());
    boolean stemmed = word.lower().length() >= STEMMED_LENGTH && !EXACT.contains(section);
    if (found == null && (stemmed || bases)) {
      found = known.groups().get("~" + word.stem());
    }
    return found == null ? new Hit(Set.of(), index, index) : new Hit(found, index, index + 1);
  }

  /** Like {@link #at}, but for the words that end right before an index. */
  Hit before(String section, TokenizedText passage, int index) {
    for (int length = LONGEST_PHRASE; length > 0; length--) {
      if (index >= length) {
        Hit hit = at(section, passage, index - length);
        if (hit.to() == index && hit.from() == index - length) {
          return hit;
        }
      }
    }
    return new Hit(Set.of(), index, index);
  }

  /** Whether a section knows the words at an index. */
  boolean knows(String section, TokenizedText passage, int index) {
    return index >= 0 && index < passage.size() && !at(section, passage, index).groups().isEmpty();
  }

  /** Whether two groups stand on one line of a section, which says that they exclude each other. */
  boolean exclude(String section, Hit one, Hit other) {
    List<Integer> lines = section(section).lines();
    return !one.in(other)
        && one.groups().stream()
            .anyMatch(
                mine ->
                    other.groups().stream()
                        .anyMatch(theirs -> lines.get(mine).equals(lines.get(theirs))));
  }

  /** Whether a section knows a word, wherever it stands. */
  boolean has(String section, Word word) {
    Map<String, Set<Integer>> groups = section(section).groups();
    return groups.containsKey(word.lower())
        || (word.lower().length() >= STEMMED_LENGTH && groups.containsKey("~" + word.stem()));
  }

  /** The base form of an irregular word; the word itself when it is none. */
  String base(String lower) {
    Section section = section("irregular");
    Set<Integer> group = section.groups().get(lower);
    return group == null ? lower : section.values().get(group.iterator().next());
  }

  /** What a section says of its group: the text after {@code =}, else its first word. */
  String value(String section, int group) {
    return section(section).values().get(group);
  }

  private Section section(String name) {
    Section section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException("no section [" + name + "] in the lexicon");
    }
    return section;
  }

  private static FactLexicon read(String resource) {
    return parse(Bundled.text(FactLexicon.class, resource));
  }

  private static FactLexicon parse(String text) {
    Map<String, Section> sections = new HashMap<>();
    Section current = new Section();
    boolean bases = false;
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.startsWith("[")) {
        current = new Section();
        String name = line.substring(1, line.length() - 1);
        bases = BASE_FORMS.contains(name);
        sections.put(name, current);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        for (String side : line.split(" \\| ", -1)) {
          group(current, side, bases);
          current.lines().add(number);
        }
      }
    }
    return new FactLexicon(sections);
  }

  private static void group(Section section, String line, boolean bases) {
    PorterStemmer stemmer = new PorterStemmer();
    int group = section.values().size();
    String value = "";
    for (String word : line.split(" ", -1)) {
      if (word.startsWith("=")) {
        value = word.substring(1);
        continue;
      }
      boolean exact = word.startsWith("!");
      String form = exact ? word.substring(1) : word;
      section.groups().computeIfAbsent(form, key -> new HashSet<>()).add(group);
      if (exact) {
        continue;
      }
      if (word.indexOf('_') > 0) {
        section.starts().add(word.substring(0, word.indexOf('_')));
      }
      boolean phrase = word.indexOf('_') > 0;
      if (bases || (word.length() >= STEMMED_LENGTH && !phrase)) {
        List<String> stems = new ArrayList<>();
        for (String part : word.split("_", -1)) {
          stems.add(stemmer.stem(part));
        }
        if (phrase) {
          section.starts().add("~" + stems.get(0));
        }
        section
            .groups()
            .computeIfAbsent("~" + String.join("_", stems), key -> new HashSet<>())
            .add(group);
      }
    }
    section.values().add(value.isEmpty() ? line.split(" ", 2)[0] : value);
  }
}
