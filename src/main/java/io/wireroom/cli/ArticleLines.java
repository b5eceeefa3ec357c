package io.wireroom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.poll.Item;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;

/**
 * Reads articles given on the command line: as JSON ({@code {"id","title","text"}}, optionally
 * {@code "url"}, {@code "language"}) or as plain text.
 */
final class ArticleLines {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNDETERMINED = "und";

  private final Clock clock;

  ArticleLines(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param line one JSON object
   * @throws IOException if it is not JSON, or lacks an id or a text
   */
  Article fromJson(String line) throws IOException {
    JsonNode fields = JSON.readTree(line);
    if (!fields.path("id").isValueNode() || !fields.path("text").isTextual()) {
      throw new IOException("an article needs \"id\" and \"text\"");
    }
    String id = fields.path("id").asText();
    return article(
        id,
        fields.hasNonNull("url") ? fields.path("url").asText() : "",
        fields.path("title").asText(""),
        fields.path("language").asText(UNDETERMINED),
        fields.path("text").asText());
  }

  /** A plain text; its name is its id. */
  Article fromText(String name, String title, String language, String text) throws IOException {
    return article(name, "", title, language, text);
  }

  private Article article(String id, String url, String title, String language, String text)
      throws IOException {
    URI address = address(url, id);
    Item item =
        new Item(
            id, "cli", "", address, title, null, "", "", List.of(), List.of(), clock.instant());
    ArticleStatus status = text.isBlank() ? ArticleStatus.EMPTY : ArticleStatus.FULL;
    return new Article(item, address, title, List.of(), null, language, "", null, text, status);
  }

  private static URI address(String url, String id) throws IOException {
    try {
      return url.isEmpty() ? new URI("urn", "article:" + id, null) : new URI(url);
    } catch (URISyntaxException e) {
      throw new IOException("not an address: " + url, e);
    }
  }
}
