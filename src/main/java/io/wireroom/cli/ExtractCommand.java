package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.article.ArticleExtractor;
import io.wireroom.article.Extract;
import io.wireroom.article.Passage;
import io.wireroom.net.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code extract}: shows the article that Wireroom finds in a page, one stage of the pipeline by
 * itself. A line of {@code --jsonl} may have {@code url}, where the page was found; a file that
 * ends in {@code .gz} is unpacked.
 */
@Command(
    name = "extract",
    description =
        "Find the article in a page (text, title, authors, date, …) and print it as JSON."
            + " articleBody is the running text; blocks has its paragraphs, headings, list items,"
            + " quotations and, in their places, the captions. Lines of --jsonl:"
            + " {\"id\",\"path\",\"url\"}.",
    mixinStandardHelpOptions = true)
public final class ExtractCommand extends StageCommand {

  /** In bytes, unpacked; more than the extractor reads of a page. */
  private static final int LARGEST_PAGE = 16 * 1024 * 1024;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the page in FILE was found, to resolve its links.")
  private @Nullable URI url;

  private final ArticleExtractor extractor = new ArticleExtractor();

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
    super(fetch);
  }

  @Override
  void read(Path file, ObjectNode out) throws IOException {
    write(extractor.extract(bytes(file), null, url), out);
  }

  @Override
  void read(HttpReply reply, ObjectNode out) {
    write(extractor.extract(reply.body(), reply.header("content-type"), reply.uri()), out);
  }

  @Override
  void read(Path file, JsonNode in, ObjectNode out) throws IOException {
    String address = in.path("url").asText("");
    URI page = address.isEmpty() ? null : URI.create(address);
    write(extractor.extract(bytes(file), null, page), out);
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
}
