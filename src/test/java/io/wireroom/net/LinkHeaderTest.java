package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {

  private static final URI BASE = URI.create("https://example.com/news/feed");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://hub.example/>; rel=hub",
        "<https://hub.example/>; rel=\"hub\"",
        "<https://hub.example/>;REL=\"HUB\"",
        "<https://hub.example/>; rel=\"alternate hub\"",
        "< https://hub.example/ > ; title=\"a, b; <c>\" ; rel=hub",
        "<https://other.example/>; rel=\"x\\\"hub\", <https://hub.example/>; rel=hub",
        "<https://a.example/>; title=\"rel=hub\"; rel=next, <https://hub.example/>; rel='x'; a,"
            + " <https://hub.example/>; rel=hub",
        "<https://a.example/>; rel=next; rel=hub, <https://hub.example/>; rel=hub",
        "<https://a.example/>; rel=hub; anchor=\"/other\", <https://hub.example/>; rel=hub"
      })
  void a_relation_is_found_as_the_rfc_writes_it(String header) {
    assertThat(LinkHeader.targets(header, BASE, "hub")).contains("https://hub.example/").hasSize(1);
  }

  @Test
  void several_are_given_in_their_order_and_absolute() {
    String header = "</one>; rel=hub, <two?x=1>; rel=hub, <https://three.example>; rel=self";

    assertThat(LinkHeader.targets(header, BASE, "hub"))
        .isEqualTo(List.of("https://example.com/one", "https://example.com/news/two?x=1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hub", "<>", "<::>; rel=hub", "<https://hub.example/>", "<a; rel=hub"})
  void what_is_no_link_is_left_out(String header) {
    assertThat(LinkHeader.targets(header, BASE, "hub")).isEmpty();
  }

  @Property(tries = 500)
  void whatever_comes_ends(
      @ForAll @StringLength(max = 3000) @CharRange(from = ' ', to = '?') String header) {
    assertThat(LinkHeader.targets("<" + header + "\"\\", BASE, "hub")).hasSizeLessThan(3000);
  }
}
