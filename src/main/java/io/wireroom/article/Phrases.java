package io.wireroom.article;

import io.wireroom.bundle.Bundled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of {@code phrases.txt}, by section. */
final class Phrases {

  private static final String RESOURCE = "phrases.txt";
  private static final Map<String, List<String>> SECTIONS =
      sections(Bundled.text(Phrases.class, RESOURCE));

  private Phrases() {}

  /**
   * The phrases of a section, in the file's order.
   *
   * @throws IllegalStateException if there is no such section
   */
  static List<String> of(String section) {
    List<String> phrases = SECTIONS.get(section);
    if (phrases == null) {
      throw new IllegalStateException(RESOURCE + " has no section " + section);
    }
    return phrases;
  }

  private static Map<String, List<String>> sections(String text) {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> phrases = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        phrases = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), phrases);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        phrases.add(line.replace('_', ' '));
      }
    }
    sections.replaceAll((name, lines) -> List.copyOf(lines));
    return sections;
  }
}
