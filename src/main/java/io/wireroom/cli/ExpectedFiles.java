package io.wireroom.cli;

import io.wireroom.hub.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder with what a test's destinations got when somebody last looked at it and agreed. */
final class ExpectedFiles {

  private static final int LONGEST = 160;

  /** How much of a line is shown before the place where it differs. */
  private static final int BEFORE = 40;

  private static final String NO_LINE = "(no such line)";

  private final Path folder;

  /**
   * @param folder need not be there
   */
  ExpectedFiles(Path folder) {
    this.folder = folder;
  }

  boolean exist() {
    return Files.isDirectory(folder);
  }

  /** How what came differs from what is kept, file by file, in words; none when it does not. */
  List<String> compare(Map<String, List<Sample>> came) throws IOException {
    Map<String, byte[]> now = files(came);
    Set<String> names = new TreeSet<>(now.keySet());
    names.addAll(kept());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      byte[] got = now.get(name);
      if (got == null) {
        differences.add(name + " is expected, and did not come");
      } else if (!Files.exists(file)) {
        differences.add(name + " came, and is not expected");
      } else if (!Arrays.equals(got, Files.readAllBytes(file))) {
        differences.add(name + " differs" + where(Files.readAllBytes(file), got));
      }
    }
    return differences;
  }

  /** Keeps what came, and nothing else. */
  void update(Map<String, List<Sample>> came) throws IOException {
    Map<String, byte[]> now = files(came);
    for (String name : kept()) {
      if (!now.containsKey(name)) {
        Files.delete(folder.resolve(name));
      }
    }
    for (Map.Entry<String, byte[]> file : now.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.write(path, file.getValue());
    }
    Files.createDirectories(folder);
  }

  private static Map<String, byte[]> files(Map<String, List<Sample>> came) {
    Map<String, byte[]> files = new TreeMap<>();
    came.forEach(
        (destination, samples) ->
            samples.forEach(
                sample -> files.put(destination + "/" + sample.name(), sample.bytes())));
    return files;
  }

  private Set<String> kept() throws IOException {
    if (!exist()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString().replace('\\', '/')));
    }
    return names;
  }

  /** The first line that differs, as it was and as it is, from a little before the difference. */
  private static String where(byte[] before, byte[] now) {
    List<String> old = lines(before);
    List<String> fresh = lines(now);
    int line = 0;
    while (line < old.size() && line < fresh.size() && old.get(line).equals(fresh.get(line))) {
      line++;
    }
    String was = line < old.size() ? old.get(line).strip() : NO_LINE;
    String is = line < fresh.size() ? fresh.get(line).strip() : NO_LINE;
    int same = 0;
    while (same < was.length() && same < is.length() && was.charAt(same) == is.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - BEFORE);
    return " in line " + (line + 1) + ":\n  - " + from(was, from) + "\n  + " + from(is, from);
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private static String from(String line, int from) {
    int to = Math.min(line.length(), from + LONGEST);
    return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
  }
}
