package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {

  private static final String NEW = "- {id: new, url: \"https://example.com/new\", name: \"New!\"}";

  @Test
  void a_source_goes_after_the_last_one_and_all_else_stays() {
    String text =
        """
        # My config
        sources:   # what I read
          # first
          - {id: a, url: "https://example.com/a"}   # a comment

          - id: b   # b
            url: https://example.com/b
            tags: [x,
                   y]   # the end

        # Where it goes
        destinations: []
        """;
    assertThat(added(text)).isEqualTo(text.replace("# the end\n", "# the end\n  " + NEW + "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'sources:~  NEW~'",
    "'# only this', '# only this~sources:~  NEW~'",
    "'server: {port: 1}~', 'server: {port: 1}~sources:~  NEW~'",
    "'sources:~', 'sources:~  NEW~'",
    "'sources:', 'sources:~  NEW~'",
    "'sources: # none yet~~server: {port: 1}', 'sources: # none yet~  NEW~~server: {port: 1}'",
    "'sources: []  # none~server: {port: 1}~', 'sources:  # none~  NEW~server: {port: 1}~'",
    "'sources:~- {id: a}', 'sources:~- {id: a}~NEW~'",
    "'sources:~- id: a~  name: >~    folded~    text~b: 1~', 'sources:~- id: a~  name: >~   "
        + " folded~    text~NEW~b: 1~'",
    "'sources:~- id: é😀~  url:~', 'sources:~- id: é😀~  url:~NEW~'",
  })
  void it_finds_its_place(String text, String result) {
    assertThat(added(text.replace('~', '\n')))
        .isEqualTo(result.replace('~', '\n').replace("NEW", NEW));
  }

  @Test
  void it_joins_a_list_in_brackets() {
    assertThat(added("sources: [{id: a}, {id: b}]  # two\n"))
        .isEqualTo("sources: [{id: a}, {id: b}, " + NEW.substring(2) + "]  # two\n");
    assertThat(added("sources: [\n  {id: a},\n]\n"))
        .isEqualTo("sources: [\n  {id: a}, " + NEW.substring(2) + "]\n");
  }

  @Test
  void line_ends_stay_as_they_are() {
    assertThat(added("sources:\r\n  - {id: a}\r\nserver: {}\r\n"))
        .isEqualTo("sources:\r\n  - {id: a}\r\n  " + NEW + "\r\nserver: {}\r\n");
  }

  @Test
  void a_feed_that_is_there_is_not_added_again() {
    SourceList list = SourceList.of("sources: [{id: a, url: https://example.com/a}]");
    assertThat(list.add("https://example.com/a", "A", List.of())).isEqualTo(SourceList.Added.KNOWN);
    assertThat(list.text()).isEqualTo("sources: [{id: a, url: https://example.com/a}]");
  }

  @Test
  void ids_are_made_from_titles_and_never_taken_twice() {
    SourceList list = SourceList.of("sources: [{id: the-verge, url: https://example.com/a}]");
    list.add("https://example.com/1", "The Verge", List.of());
    list.add("https://example.com/2", "Élan & Co.", List.of("Deep Tech"));
    list.add("https://www.example.com/3.xml", "東京", List.of());
    list.add("https://example.com/4", "", List.of());
    list.add("https://example.com/5", "a \"b\" \\ ${HOME}\n", List.of());
    assertThat(list.yaml())
        .isEqualTo(
            """
            sources:
              - {id: the-verge-2, url: "https://example.com/1", name: "The Verge"}
              - {id: elan-co, url: "https://example.com/2", name: "Élan & Co.", tags: ["Deep Tech"]}
              - {id: "example-com-3-xml", url: "https://www.example.com/3.xml", name: "東京"}
              - {id: example-com-4, url: "https://example.com/4"}
              - {id: a-b-home, url: "https://example.com/5", name: "a \\"b\\" \\\\ $${HOME} "}
            """
                .replace("\"example-com-3-xml\"", "example-com-3-xml"));
  }

  @Test
  void what_has_no_web_address_is_left_out() {
    assertThat(SourceList.of("").add("feed:x", "X", List.of()))
        .isEqualTo(SourceList.Added.BAD_ADDRESS);
  }

  @Test
  void a_file_without_a_safe_place_is_refused() {
    assertThatThrownBy(() -> added("{sources: []}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> added("sources: [")).hasMessageContaining("line 1, column");
    assertThatThrownBy(() -> added("sources: x\n")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String added(String text) {
    SourceList list = SourceList.of(text);
    assertThat(list.add("https://example.com/new", "New!", List.of()))
        .isEqualTo(SourceList.Added.YES);
    return list.text();
  }
}
