package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.HttpReply;
import io.wireroom.poll.FeedException;
import io.wireroom.poll.FeedJson;
import io.wireroom.poll.FeedParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code parse}: shows what Wireroom reads in a feed, one stage of the pipeline by itself. A line
 * of {@code --jsonl} may have {@code headers}, the HTTP response's, and {@code baseUrl}; the line
 * out is {@code {"id","feed","entries"}}.
 */
@Command(
    name = "parse",
    description =
        "Read a feed (RSS, Atom, JSON Feed, sitemap) and print it as JSON. Lines of --jsonl:"
            + " {\"id\",\"path\",\"headers\",\"baseUrl\"}.",
    mixinStandardHelpOptions = true)
public final class ParseCommand extends StageCommand {

  private final FeedParser parser = new FeedParser();

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
    super(fetch);
  }

  @Override
  void read(Path file, ObjectNode out) throws IOException, FeedException {
    FeedJson.write(parser.parse(Files.readAllBytes(file), Map.of(), ""), out);
  }

  @Override
  void read(HttpReply reply, ObjectNode out) throws FeedException {
    FeedJson.write(parser.parse(reply.body(), reply.headers(), reply.uri().toString()), out);
  }

  @Override
  void read(Path file, JsonNode in, ObjectNode out) throws IOException, FeedException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : in.path("headers").properties()) {
      headers.put(header.getKey(), header.getValue().asText());
    }
    byte[] body = Files.readAllBytes(file);
    FeedJson.write(parser.parse(body, headers, in.path("baseUrl").asText("")), out);
  }

  @Override
  void writeNothing(ObjectNode out) {
    out.putObject("feed");
    out.putArray("entries");
  }
}
