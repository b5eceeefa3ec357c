package io.wireroom.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file that comes inside the jar: word lists, templates, schemas. One that isn't there
 * means that the jar was built wrong, which nobody can mend while it runs.
 */
public final class Bundled {

  private Bundled() {}

  /**
   * A whole file as text, which is UTF-8.
   *
   * @param owner whose package the file lies in
   * @param name of the file; from the jar's root when it begins with a slash
   * @throws IllegalStateException if it is not in the jar
   */
  public static String text(Class<?> owner, String name) {
    return new String(bytes(owner, name), StandardCharsets.UTF_8);
  }

  /**
   * A whole file as it is.
   *
   * @param owner whose package the file lies in
   * @param name of the file; from the jar's root when it begins with a slash
   * @throws IllegalStateException if it is not in the jar
   */
  public static byte[] bytes(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read from the jar", e);
    }
  }
}
