package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void exits_0_when_the_brief_holds_and_1_with_what_fails_when_not() throws IOException {
    Path brief = Path.of("src/test/resources/brief/harbour.json");
    Path article = Path.of("src/test/resources/brief/harbour-article.txt");
    Path changed =
        Files.writeString(
            folder.resolve("a.txt"), Files.readString(article).replace("14 ferries", "15 ferries"));

    assertThat(run(brief, article)).isZero();
    assertThat(out.toString()).startsWith("OK ");
    assertThat(run(brief, changed)).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED made.textHash")
        .contains("FAILED takeaways[1].evidence[0]")
        .contains("number \"14\"");
  }

  @Test
  void says_which_file_it_cannot_read() {
    assertThat(run(folder.resolve("none.json"), folder)).isEqualTo(1);
    assertThat(err.toString()).contains("none.json");
  }

  private int run(Path brief, Path article) {
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(brief.toString(), article.toString());
  }
}
