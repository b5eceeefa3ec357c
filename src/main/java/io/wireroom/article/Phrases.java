package io.wireroom.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of {@code phrases.txt}, by section. */
final class Phrases {

  private static final String RESOURCE = "phrases.txt";
  private static final Map<String, List<String>> SECTIONS = sections(read());

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

  private static String read() {
    try (InputStream in = Phrases.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
