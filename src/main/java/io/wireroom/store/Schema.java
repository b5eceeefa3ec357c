package io.wireroom.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * The tables. Flyway makes and changes them; it is not even loaded when every migration that this
 * version brings has been made, which is so at nearly every start.
 */
final class Schema {

  private static final String FOLDER = "db/migration";

  private Schema() {}

  /**
   * @param handle a connection to the same state
   */
  static void migrate(DataSource source, Handle handle) {
    if (!made(handle).containsAll(shipped())) {
      Flyway.configure().dataSource(source).locations("classpath:" + FOLDER).load().migrate();
    }
  }

  private static Set<String> made(Handle handle) {
    boolean fresh =
        handle
            .createQuery("SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'")
            .mapTo(Integer.class)
            .findOne()
            .isEmpty();
    return fresh
        ? Set.of()
        : new HashSet<>(
            handle
                .createQuery("SELECT script FROM flyway_schema_history WHERE success = 1")
                .mapTo(String.class)
                .list());
  }

  /** The names of the migrations' files. */
  static Set<String> shipped() {
    URL folder = Schema.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("the migrations are missing");
    }
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? scripts(jar.getJarFile().stream().map(entry -> entry.getName()))
          : inFolder(Path.of(folder.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException("the migrations can't be listed", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return scripts(files.map(file -> FOLDER + "/" + file.getFileName()));
    }
  }

  private static Set<String> scripts(Stream<String> paths) {
    return paths
        .filter(path -> path.startsWith(FOLDER + "/") && path.endsWith(".sql"))
        .map(path -> path.substring(FOLDER.length() + 1))
        .collect(Collectors.toSet());
  }
}
