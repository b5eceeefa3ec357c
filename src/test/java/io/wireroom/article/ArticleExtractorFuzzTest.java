package io.wireroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a stranger serves, the extractor answers with an extract that keeps its promises. */
class ArticleExtractorFuzzTest {
  private static final List<String> SEEDS =
      List.of(
          "news",
          "blog",
          "live-blog",
          "paywalled",
          "script-shell",
          "consent-box",
          "amp",
          "microdata");

  private static final List<String> JUNK =
      List.of(
          "<div>",
          "</div>",
          "<p",
          "<!--",
          "-->",
          "</article>",
          "<table><tr><td>",
          "<script>",
          "<template>",
          "<svg><math>",
          "<noscript>",
          "&#0;",
          "&#x110000;",
          "\"",
          "'",
          "<b><i><a>",
          "<select><option>",
          "<frameset>",
          "<plaintext>",
          "<![CDATA[",
          "\u0000",
          "<textarea>",
          "<base href=':'>",
          "{\"@type\":",
          "<meta charset=utf-16>",
          "<html lang='\ud800'>",
          "<time datetime='2024-99-99'>");

  private final ArticleExtractor extractor = new ArticleExtractor();

  /** A change: at a place, so many bytes make way for a piece of junk, so often. */
  record Change(int at, int removed, String junk, int times) {}

  @Property(tries = 400)
  void never_fails(@ForAll("pages") byte[] page, @ForAll("contentTypes") String contentType) {
    Extract extract = extractor.extract(page, contentType, URI.create("https://site.example/a"));
    assertThat(extract.text()).doesNotContain("\n\n\n").isEqualTo(extract.text().strip());
    assertThat(extract.status() == ArticleStatus.FULL && extract.text().isEmpty()).isFalse();
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        "",
        "text/html",
        "text/html; charset=utf-16",
        "text/html;charset=nonsense",
        "a; charset=gbk");
  }

  @Provide
  Arbitrary<byte[]> pages() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, 4_000),
                Arbitraries.integers().between(0, 60),
                Arbitraries.of(JUNK),
                Arbitraries.frequency(Tuple.of(9, 1), Tuple.of(1, 400)))
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(SEEDS), change.list().ofMaxSize(12))
        .as(ArticleExtractorFuzzTest::changed);
  }

  private static byte[] changed(String seed, List<Change> changes) {
    byte[] page = page(seed);
    for (Change change : changes) {
      int at = Math.min(change.at(), page.length);
      int to = Math.min(page.length, at + change.removed());
      byte[] junk = change.junk().repeat(change.times()).getBytes(StandardCharsets.UTF_8);
      byte[] next = Arrays.copyOf(page, page.length - (to - at) + junk.length);
      System.arraycopy(junk, 0, next, at, junk.length);
      System.arraycopy(page, to, next, at + junk.length, page.length - to);
      page = next;
    }
    return page;
  }

  private static byte[] page(String name) {
    try {
      return Files.readAllBytes(Path.of("src", "test", "resources", "article", name + ".html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
