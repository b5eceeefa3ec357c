package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OpmlTest {

  @Test
  void nested_folders_and_categories_become_tags() throws IOException {
    assertThat(
            read(
                """
                <?xml version="1.0"?>
                <opml version="1.1"><head><title>Mine</title></head><body>
                  <outline text="Top &amp; Co" xmlUrl="https://example.com/top?a=1&amp;b=2"/>
                  <outline text="Tech">
                    <outline text="Deep Tech" title="deeper">
                      <outline type="rss" text="t" title="Chips" xmlUrl="https://example.com/chips"
                          htmlUrl="https://example.com/" category="/hardware,news"/>
                    </outline>
                    <outline TEXT="Odd case" XMLURL=" https://example.com/odd "/>
                  </outline>
                </body></opml>
                """))
        .containsExactly(
            new Opml.Outline("https://example.com/top?a=1&b=2", "Top & Co", null, List.of()),
            new Opml.Outline(
                "https://example.com/chips",
                "Chips",
                "https://example.com/",
                List.of("Tech", "Deep Tech", "hardware", "news")),
            new Opml.Outline("https://example.com/odd", "Odd case", null, List.of("Tech")));
  }

  @Test
  void a_feed_in_two_folders_comes_once_with_both_tags() throws IOException {
    assertThat(
            read(
                """
                <opml><body>
                <outline text="a"><outline text="x" xmlUrl="https://example.com/x"/></outline>
                <outline text="b"><outline text="x" xmlUrl="https://example.com/x"/></outline>
                </body></opml>
                """))
        .containsExactly(new Opml.Outline("https://example.com/x", "x", null, List.of("a", "b")));
  }

  @Test
  void the_encoding_is_the_one_that_the_file_declares() throws IOException {
    String text =
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?><opml><body>"
            + "<outline text=\"Zürich “heute”\" xmlUrl=\"https://example.com/z\"/></body></opml>";
    assertThat(Opml.read(text.getBytes(Charset.forName("windows-1252"))).get(0).title())
        .isEqualTo("Zürich “heute”");
  }

  @Test
  void entities_from_outside_are_not_fetched() throws IOException {
    assertThat(
            read(
                "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body>"
                    + "<outline text=\"&x;\" xmlUrl=\"https://example.com/x\"/></body></opml>"))
        .singleElement()
        .satisfies(outline -> assertThat(outline.title()).doesNotContain("root"));
  }

  @Test
  void what_is_not_opml_is_refused() {
    assertThatThrownBy(() -> read("<html><body>Not found</body></html>"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not OPML");
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
  }

  @Property(tries = 200)
  void what_is_written_is_read_again(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 20) String title,
      @ForAll @Size(max = 3)
          List<@CharRange(from = 'a', to = 'é') @StringLength(min = 1, max = 5) String> tags)
      throws IOException {
    List<String> plain =
        tags.stream().filter(tag -> tag.chars().allMatch(Character::isLetter)).distinct().toList();
    List<Opml.Outline> outlines =
        List.of(
            new Opml.Outline(
                "https://example.com/?a=1&b=\"<>", title, "https://example.com", plain),
            new Opml.Outline("https://example.com/2", "", null, List.of()));
    assertThat(read(Opml.write(title, outlines))).containsExactlyInAnyOrderElementsOf(outlines);
  }

  private static List<Opml.Outline> read(String text) throws IOException {
    return Opml.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
