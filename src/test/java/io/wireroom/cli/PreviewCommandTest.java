package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewCommandTest {

  private static final Path DEMO = Path.of("src/main/resources/demo/articles");

  @TempDir private Path dir = Path.of("");

  @Test
  void an_article_in_markdown_has_its_title_and_no_marks() throws IOException {
    for (Path file : demo()) {
      String text = preview(file);

      assertThat(text.lines().findFirst()).as("%s", file).contains(field(file, "title"));
      assertThat(text).as("%s", file).doesNotContain("## ", "---", "caption:", "author:");
    }
  }

  @Test
  void an_article_in_markdown_without_front_matter_has_its_first_heading_as_title()
      throws IOException {
    Path file = dir.resolve("port.md");
    String body = "The port closes its east basin on Monday. Ferries use the west basin.\n\n";
    Files.writeString(file, "# Port closes basin\n\nKelmouth: no fields.\n\n" + body.repeat(6));

    assertThat(preview(file)).startsWith("Port closes basin\n").contains("east basin");
  }

  private static List<Path> demo() throws IOException {
    try (Stream<Path> files = Files.list(DEMO)) {
      return files.sorted().toList();
    }
  }

  private static String field(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 2);
  }

  private static String preview(Path file) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new PreviewCommand()).setOut(new PrintWriter(out));
    assertThat(command.execute(file.toString())).isZero();
    return out.toString();
  }
}
