package io.wireroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of our own, each of a kind that the web is full of, and what a reader should be given of
 * them. {@code -Dgolden.update=true} rewrites the golden files; the diff is the review.
 */
class GoldenPagesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "article");

  private final ArticleExtractor extractor = new ArticleExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news", "blog", "live-blog", "list-article", "paywalled", "empty", "script-shell",
        "consent-box", "hidden-instructions", "spanish", "amp", "microdata", "teaser", "quoted-post"
      })
  void reads_the_page_as_its_golden_file_says(String name) throws IOException {
    byte[] page = Files.readAllBytes(FOLDER.resolve(name + ".html"));
    String read =
        written(extractor.extract(page, "text/html", URI.create("https://site.example/a/" + name)));
    Path golden = FOLDER.resolve(name + ".golden.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, read, StandardCharsets.UTF_8);
    }
    assertThat(read).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private static String written(Extract extract) {
    return String.join(
                "\n",
                "title: " + extract.title(),
                "authors: " + String.join(", ", extract.authors()),
                "published: " + extract.published(),
                "site: " + extract.siteName(),
                "language: " + extract.language(),
                "canonical: " + extract.canonicalUrl(),
                "image: " + extract.image(),
                "status: " + extract.status().word(),
                "",
                extract.text(),
                "",
                extract.passages().stream()
                    .filter(passage -> passage.kind() == Passage.Kind.CAPTION)
                    .map(caption -> "caption: " + caption.text())
                    .collect(Collectors.joining("\n")))
            .strip()
        + "\n";
  }
}
