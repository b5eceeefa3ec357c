package io.wireroom.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The phrases of {@code phrases.txt}, by section. */
final class Phrases {

  private static final String RESOURCE = "phrases.txt";
  private static final String TEXT = read();

  private Phrases() {}

  /**
   * The phrases of a section, in the file's order.
   *
   * @throws IllegalStateException if there is no such section
   */
  static List<String> of(String section) {
    List<String> phrases = new ArrayList<>();
    boolean inside = false;
    for (String line : TEXT.lines().toList()) {
      if (line.startsWith("[")) {
        inside = line.equals("[" + section + "]");
      } else if (inside && !line.isBlank() && !line.startsWith("#")) {
        phrases.add(line.replace('_', ' '));
      }
    }
    if (phrases.isEmpty()) {
      throw new IllegalStateException(RESOURCE + " has no section " + section);
    }
    return List.copyOf(phrases);
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
