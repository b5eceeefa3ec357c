package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.FeedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * One stage of the pipeline by itself: a file or an address in, JSON out.
 *
 * <p>With {@code --jsonl}, every line in is an object with {@code id} and {@code path}, and every
 * line out has that id with what was found, or with {@code line} and {@code error}; the exit code
 * is then 0. Otherwise one document is printed, and the exit code is 2 when it can't be read.
 */
abstract class StageCommand implements Callable<Integer> {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int UNREADABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|URL",
      description = "A file or an address; with --jsonl a file of lines (default: standard input).")
  private @Nullable String source;

  @Option(
      names = "--jsonl",
      description = "Many at once: JSON lines that name files in, JSON lines out.")
  private boolean jsonl;

  private final @Nullable Function<URI, HttpReply> fetch;

  /**
   * @param fetch gets one address, following redirects; null to read files only
   */
  StageCommand(@Nullable Function<URI, HttpReply> fetch) {
    this.fetch = fetch;
  }

  /** Reads a file, and writes what was found. */
  abstract void read(Path file, ObjectNode out) throws IOException, FeedException;

  /** Reads what an address answered, and writes what was found. */
  abstract void read(HttpReply reply, ObjectNode out) throws IOException, FeedException;

  /**
   * Reads the file that a line names, and writes what was found.
   *
   * @param in the line, with what else it says about the file
   */
  abstract void read(Path file, JsonNode in, ObjectNode out) throws IOException, FeedException;

  /** Writes what stands for nothing, beside an error. */
  void writeNothing(ObjectNode out) {}

  @Override
  public Integer call() {
    try {
      if (jsonl) {
        readLines();
      } else if (source == null) {
        return refuse("Name a file or an address, or use --jsonl.");
      } else {
        ObjectNode out = JSON.createObjectNode();
        readOne(source, out);
        out().println(out.toPrettyString());
      }
      return 0;
    } catch (IOException | FeedException | IllegalArgumentException e) {
      String what = source == null ? "standard input" : source;
      return refuse(what + (jsonl ? " can't be read: " : ": ") + Unreadable.why(e));
    } finally {
      out().flush();
    }
  }

  private void readOne(String from, ObjectNode out) throws IOException, FeedException {
    if (!from.matches("(?i)https?://.*")) {
      if (from.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
        throw new IOException("only files and addresses with http:// or https:// can be read");
      }
      read(Path.of(from), out);
      return;
    }
    if (fetch == null) {
      throw new IOException("addresses can't be fetched here; save the answer to a file");
    }
    HttpReply reply = fetch.apply(URI.create(from));
    if (!reply.ok()) {
      throw new IOException(Unreadable.why(reply));
    }
    read(reply, out);
  }

  private void readLines() throws IOException {
    try (BufferedReader lines =
        source == null || source.equals("-")
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(source), StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          out().println(readLine(line, number));
        }
      }
    }
  }

  /** A line that can't be read costs no other: it is answered with an error that names its file. */
  private ObjectNode readLine(String line, int number) {
    ObjectNode out = JSON.createObjectNode();
    String path = "";
    try {
      JsonNode in = JSON.readTree(line);
      out.set("id", in.path("id"));
      path = in.path("path").asText("");
      if (path.isEmpty()) {
        throw new IOException("the line has no \"path\"");
      }
      read(beside(path), in, out);
    } catch (IOException | FeedException | IllegalArgumentException e) {
      out.put("line", number);
      out.put("error", (path.isEmpty() ? "" : path + ": ") + Unreadable.why(e));
      writeNothing(out);
    }
    return out;
  }

  /** Paths are relative to where the command runs, else to the file that lists them. */
  private Path beside(String written) {
    Path path = Path.of(written);
    Path list = source == null ? null : Path.of(source).toAbsolutePath().getParent();
    return Files.exists(path) || list == null ? path : list.resolve(path);
  }

  private int refuse(String message) {
    if (spec != null) {
      spec.commandLine().getErr().println(message);
    }
    return UNREADABLE;
  }

  private PrintWriter out() {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }
}
