package io.wireroom.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what is sent with files under {@code src/test/resources/deliver}; {@code
 * -Dgolden.update=true} rewrites them, and the diff is the review.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/deliver");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultPrettyPrinter PRETTY = printer();

  private Golden() {}

  /** JSON is laid out for people first. */
  public static void assertJson(String name, byte[] body) throws IOException {
    assertText(name, JSON.writer(PRETTY).writeValueAsString(JSON.readTree(body)) + "\n");
  }

  public static void assertText(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }
}
