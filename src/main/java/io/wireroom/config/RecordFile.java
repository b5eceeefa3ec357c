package io.wireroom.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file that holds one record, read without a mistake.
 *
 * @param report where its keys stand, for what else there is to be said of them
 */
record RecordFile<T>(T value, Report report) {

  /** A config of 10,000 sources has about 1 MB. */
  static final int MAX_BYTES = 3 * 1024 * 1024;

  /**
   * Reads a file.
   *
   * @param start what to do with one that is empty
   * @param environment the value of an environment variable, null when it isn't set
   * @throws ConfigException with every mistake
   */
  static <T> RecordFile<T> read(
      Path file, Class<T> type, String start, Function<String, @Nullable String> environment) {
    String text = text(file);
    Report report = new Report(file.toString(), text);
    Node root = root(text, start, report);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    T value = new Binder(report, new Variables(environment, folder)).bind(type, root);
    if (value == null) {
      throw new ConfigException(report.mistakes());
    }
    return new RecordFile<>(value, report);
  }

  private static Node root(String text, String start, Report report) {
    try {
      Optional<Node> root = YamlText.compose(text);
      if (root.isEmpty() || Binder.isNull(root.get())) {
        report.unparsed(0, 0, "the file is empty", start);
        throw new ConfigException(report.mistakes());
      }
      return root.get();
    } catch (YamlText.SyntaxMistake e) {
      report.unparsed(e.line, e.column, e.message, e.hint);
      throw new ConfigException(report.mistakes());
    }
  }

  private static String text(Path file) {
    if (!Files.exists(file)) {
      throw unreadable(
          file,
          "there is no such file",
          "copy the sample config/wireroom.yaml and edit it, or name yours with --config");
    }
    if (Files.isDirectory(file)) {
      throw unreadable(file, "this is a folder", "name the file in it");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unreadable(file, "the file is larger than 3 MB", "");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable(file, "the file is not in UTF-8", "save it in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "the file can't be read", "check its owner and rights");
    }
  }

  private static ConfigException unreadable(Path file, String message, String hint) {
    return new ConfigException(List.of(new Mistake(file.toString(), 0, 0, "", message, hint, "")));
  }
}
