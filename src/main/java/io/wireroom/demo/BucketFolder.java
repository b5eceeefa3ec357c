package io.wireroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of a bucket as files in a folder: a key is a path below it. */
final class BucketFolder {

  private static final String UNFINISHED = ".unfinished";

  private final Path folder;

  /** An object, without its content. */
  record Entry(String key, long size, Instant modified) {}

  BucketFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a key can be a file below the folder, and nowhere else. */
  boolean takes(String key) {
    return !key.isEmpty()
        && key.indexOf('\0') < 0
        && key.indexOf('\\') < 0
        && !key.endsWith(UNFINISHED)
        && Arrays.stream(key.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  byte @Nullable [] read(String key) {
    Path file = folder.resolve(key);
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String key, byte[] content) {
    Path file = folder.resolve(key);
    Path unfinished = folder.resolve(key + UNFINISHED);
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String key) {
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All objects whose key starts with {@code prefix}, by key. */
  List<Entry> list(String prefix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(this::entry)
          .filter(entry -> entry.key().startsWith(prefix) && !entry.key().endsWith(UNFINISHED))
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entry entry(Path file) {
    try {
      String key = folder.relativize(file).toString().replace('\\', '/');
      return new Entry(key, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ETag of a content, with its quotes: MD5, as S3 has it for objects put in one piece. */
  static String etag(byte[] content) {
    try {
      return "\""
          + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content))
          + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
