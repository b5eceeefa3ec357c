package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What somebody sees who names the wrong file. */
class UnreadableTest {
  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_file_that_is_not_there_is_named_once_and_without_a_stack_trace() {
    String missing = dir.resolve("none.txt").toString();
    for (Object command :
        new Object[] {new BriefCommand(), new PreviewCommand(), new VerifyCommand()}) {
      err.getBuffer().setLength(0);
      String[] args =
          command instanceof VerifyCommand
              ? new String[] {missing, missing}
              : new String[] {missing};
      assertThat(run(command, args)).isEqualTo(1);
      assertThat(err.toString()).isEqualTo(missing + " can't be read: there is no such file\n");
    }
  }

  @Test
  void a_folder_is_said_to_be_one() {
    assertThat(run(new PreviewCommand(), dir.toString())).isEqualTo(1);
    assertThat(err).hasToString(dir + " can't be read: it is a folder, not a file\n");
  }

  @Test
  void a_bad_line_costs_no_other() throws Exception {
    Path lines = dir.resolve("articles.jsonl");
    Files.writeString(
        lines, "{\"id\":\"a\",\"text\":\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"A word.\"}\n");
    assertThat(run(new BriefCommand(), "--jsonl", lines.toString())).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"line\":1", "it is not JSON at line 1, column"),
            second ->
                assertThat(second)
                    .contains("\"line\":2", "an article needs \\\"id\\\" and \\\"text\\\""),
            third -> assertThat(third).contains("\"id\":\"c\""));
  }

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
