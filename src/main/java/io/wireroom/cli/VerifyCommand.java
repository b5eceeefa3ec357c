package io.wireroom.cli;

import io.wireroom.brief.Verify;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Proves a brief against its article, offline. Exit 0 when all holds, 1 when something does not.
 */
@Command(
    name = "verify",
    description =
        "Proves a brief against its article: hashes, ranges, and the facts of each claim. Needs no"
            + " network and no state.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BRIEF.json", description = "The brief's JSON document.")
  private Path document = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ARTICLE.txt",
      description = "The article's text, to the byte.")
  private Path article = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path reading = document;
    try {
      byte[] brief = Files.readAllBytes(document);
      reading = article;
      List<Verify.Fault> faults = Verify.check(brief, Files.readAllBytes(article));
      faults.forEach(fault -> out.println("FAILED " + fault));
      if (faults.isEmpty()) {
        out.println("OK " + document + " holds against " + article);
      }
      out.flush();
      return faults.isEmpty() ? 0 : 1;
    } catch (IOException e) {
      err.println(reading + " can't be read: " + Unreadable.why(e));
      err.flush();
      return 1;
    }
  }
}
