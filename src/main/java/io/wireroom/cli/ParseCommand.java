package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.Feed;
import io.wireroom.poll.FeedException;
import io.wireroom.poll.FeedJson;
import io.wireroom.poll.FeedParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code parse}: shows what Wireroom reads in a feed, one stage of the pipeline by itself.
 *
 * <p>With {@code --jsonl}, every line in names a file and what its server said ({@code
 * {"id","path","headers","baseUrl"}}), and every line out is that feed ({@code
 * {"id","feed","entries"}}), with {@code "error"} and nothing in them when it can't be read; the
 * exit code is then 0. Otherwise one feed is printed, and the exit code is 2 when it can't be read.
 */
@Command(
    name = "parse",
    description = "Read a feed (RSS, Atom, JSON Feed, sitemap) and print it as JSON.",
    mixinStandardHelpOptions = true)
public final class ParseCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|URL",
      description =
          "A feed's file or address; with --jsonl a file of lines (default: standard input).")
  @Nullable String source;

  @Option(
      names = "--jsonl",
      description = "Many feeds: JSON lines with id, path, headers and baseUrl in, JSON lines out.")
  boolean jsonl;

  private final FeedParser parser = new FeedParser();
  private final @Nullable Function<URI, HttpReply> fetch;

  /** Reads files only. */
  public ParseCommand() {
    this(null);
  }

  /**
   * Also reads addresses.
   *
   * @param fetch gets one address, following redirects
   */
  public ParseCommand(@Nullable Function<URI, HttpReply> fetch) {
    this.fetch = fetch;
  }

  @Override
  public Integer call() throws IOException {
    if (jsonl) {
      try (BufferedReader lines = lines()) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            out().println(JSON.writeValueAsString(line(line, number)));
          }
        }
      } catch (IOException unreadable) {
        out().flush();
        return refuse(
            (source == null ? "standard input" : source)
                + " can't be read: "
                + Unreadable.why(unreadable));
      }
      out().flush();
      return 0;
    }
    if (source == null) {
      return refuse("Name a file or an address, or use --jsonl.");
    }
    try {
      ObjectNode out = JSON.createObjectNode();
      FeedJson.write(one(source), out);
      out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out));
      return 0;
    } catch (IOException | FeedException unreadable) {
      return refuse(source + ": " + Unreadable.why(unreadable));
    }
  }

  private Feed one(String from) throws IOException, FeedException {
    if (!from.startsWith("http://") && !from.startsWith("https://")) {
      return parser.parse(Files.readAllBytes(Path.of(from)), Map.of(), "");
    }
    if (fetch == null) {
      throw new IOException("addresses can't be fetched here; save the feed to a file");
    }
    HttpReply reply = fetch.apply(URI.create(from));
    if (!reply.ok()) {
      throw new IOException("status " + reply.status() + " " + reply.detail());
    }
    return parser.parse(reply.body(), reply.headers(), reply.uri().toString());
  }

  /** A line that can't be read costs no other: it is answered with an error that names its file. */
  private ObjectNode line(String line, int number) {
    ObjectNode out = JSON.createObjectNode();
    String path = "";
    try {
      JsonNode in = JSON.readTree(line);
      out.set("id", in.path("id"));
      path = in.path("path").asText("");
      if (path.isEmpty()) {
        throw new IOException("the line has no \"path\"");
      }
      Map<String, String> headers = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> header : in.path("headers").properties()) {
        headers.put(header.getKey(), header.getValue().asText());
      }
      byte[] body = Files.readAllBytes(path(path));
      FeedJson.write(parser.parse(body, headers, in.path("baseUrl").asText("")), out);
    } catch (IOException | FeedException unreadable) {
      out.put("line", number);
      out.put("error", (path.isEmpty() ? "" : path + ": ") + Unreadable.why(unreadable));
      out.putObject("feed");
      out.putArray("entries");
    }
    return out;
  }

  /** Paths are relative to where the command runs, else to the file that lists them. */
  private Path path(String written) {
    Path path = Path.of(written);
    Path list = source == null ? null : Path.of(source).toAbsolutePath().getParent();
    return Files.exists(path) || list == null ? path : list.resolve(path);
  }

  private BufferedReader lines() throws IOException {
    return source == null || source.equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(source), StandardCharsets.UTF_8);
  }

  private int refuse(String message) {
    if (spec != null) {
      spec.commandLine().getErr().println(message);
    }
    return 2;
  }

  private PrintWriter out() {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }
}
