package io.wireroom.brief.facts;

import io.wireroom.bundle.Bundled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that the fact gate knows of a language, kept as data so that a list can be read and
 * completed without the code; read from {@code facts/en.txt}: sections of groups, a group being
 * words and phrases that mean the same to the gate. Immutable, thread-safe.
 */
final class FactLexicon {

  static final FactLexicon ENGLISH = read("/facts/en.txt");

  /** Of how many words a phrase may be. */
  static final int LONGEST_PHRASE = 3;

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

  private final Map<String, LexiconSection> sections;

  private FactLexicon(Map<String, LexiconSection> sections) {
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
    return section(section).at(passage, index);
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
    return section(section).exclude(one, other);
  }

  /** Whether a section knows a word, wherever it stands. */
  boolean has(String section, Word word) {
    return section(section).has(word);
  }

  /** The base form of an irregular word; the word itself when it is none. */
  String base(String lower) {
    return section("irregular").valueOf(lower);
  }

  /** What a section says of its group: the text after {@code =}, else its first word. */
  String value(String section, int group) {
    return section(section).value(group);
  }

  private LexiconSection section(String name) {
    LexiconSection section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException("no section [" + name + "] in the lexicon");
    }
    return section;
  }

  private static FactLexicon read(String resource) {
    return parse(Bundled.text(FactLexicon.class, resource));
  }

  private static FactLexicon parse(String text) {
    Map<String, LexiconSection> sections = new HashMap<>();
    LexiconSection current = new LexiconSection("");
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        String name = line.substring(1, line.length() - 1);
        current = new LexiconSection(name);
        sections.put(name, current);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return new FactLexicon(sections);
  }
}
