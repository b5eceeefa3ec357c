package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.article.ArticleExtractor;
import io.wireroom.article.Extract;
import io.wireroom.article.Passage;
import io.wireroom.net.HttpReply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code extract}: shows the article that Wireroom finds in a page, one stage of the pipeline by
 * itself.
 *
 * <p>With {@code --jsonl}, every line in names a file ({@code {"id","path","url"}}; a path that
 * ends in {@code .gz} is unpacked), and every line out is what was found in it, or {@code
 * {"id","line","error"}}; the exit code is then 0. Otherwise one page is printed, and the exit code
 * is 2 when it can't be read.
 */
@Command(
    name = "extract",
    description =
        "Find the article in a page (text, title, authors, date, …) and print it as JSON."
            + " articleBody is the running text; blocks has its paragraphs, headings, list items,"
            + " quotations and, in their places, the captions.",
    mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** In bytes, unpacked; more than the extractor reads of a page. */
  private static final int LARGEST_PAGE = 16 * 1024 * 1024;

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|URL",
      description =
          "A page's file or address; with --jsonl a file of lines (default: standard input).")
  @Nullable String source;

  @Option(
      names = "--jsonl",
      description = "Many pages: JSON lines with id, path and url in, JSON lines out.")
  boolean jsonl;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the page in FILE was found, to resolve its links.")
  @Nullable URI url;

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final @Nullable Function<URI, HttpReply> fetch;

  /** Reads files only. */
  public ExtractCommand() {
    this(null);
  }

  /**
   * Also reads addresses.
   *
   * @param fetch gets one address, following redirects
   */
  public ExtractCommand(@Nullable Function<URI, HttpReply> fetch) {
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
      write(one(source), out);
      out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out));
      out().flush();
      return 0;
    } catch (IOException | IllegalArgumentException unreadable) {
      return refuse(source + ": " + Unreadable.why(unreadable));
    }
  }

  private Extract one(String from) throws IOException {
    if (!from.startsWith("http://") && !from.startsWith("https://")) {
      return extractor.extract(bytes(Path.of(from)), null, url);
    }
    if (fetch == null) {
      throw new IOException("addresses can't be fetched here; save the page to a file");
    }
    HttpReply reply = fetch.apply(URI.create(from));
    if (!reply.ok()) {
      throw new IOException("status " + reply.status() + " " + reply.detail());
    }
    return extractor.extract(reply.body(), reply.header("content-type"), reply.uri());
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
      String address = in.path("url").asText("");
      URI page = address.isEmpty() ? null : URI.create(address);
      write(extractor.extract(bytes(path(path)), null, page), out);
    } catch (IOException | IllegalArgumentException unreadable) {
      out.put("line", number);
      out.put("error", (path.isEmpty() ? "" : path + ": ") + Unreadable.why(unreadable));
    }
    return out;
  }

  private static void write(Extract extract, ObjectNode out) {
    out.put("title", extract.title());
    out.put("byline", String.join(", ", extract.authors()));
    out.put("published", extract.published() == null ? null : extract.published().toString());
    out.put("siteName", extract.siteName());
    out.put("language", extract.language());
    out.put("canonicalUrl", text(extract.canonicalUrl()));
    out.put("image", text(extract.image()));
    out.put("articleBody", extract.text());
    out.put("status", extract.status().word());
    ArrayNode blocks = out.putArray("blocks");
    for (Passage passage : extract.passages()) {
      blocks.addObject().put("kind", passage.kind().word()).put("text", passage.text());
    }
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
      byte[] page = in.readNBytes(LARGEST_PAGE);
      int binary = ArticleExtractor.binaryAt(page);
      if (binary >= 0) {
        throw new IOException("this is binary data, not a page (byte " + binary + ")");
      }
      return page;
    }
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
