package io.wireroom.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for a state that is thrown away. */
record Scratch(Path folder) implements AutoCloseable {

  static Scratch of(String name) throws IOException {
    return new Scratch(Files.createTempDirectory("wireroom-" + name));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Removes the folder and the files in it. */
  @Override
  public void close() {
    try {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
