package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  // the base and most cases are those of RFC 3986, section 5.4
  @ParameterizedTest
  @CsvSource({
    "g,http://a/b/c/g",
    "./g,http://a/b/c/g",
    "g/,http://a/b/c/g/",
    "/g,http://a/g",
    "//g,http://g",
    "?y,http://a/b/c/d;p?y",
    "g?y,http://a/b/c/g?y",
    "#s,http://a/b/c/d;p?q#s",
    ".,http://a/b/c/",
    "..,http://a/b/",
    "../g,http://a/b/g",
    "../../g,http://a/g",
    "../../../g,http://a/g",
    "g/./h,http://a/b/c/g/h",
    "mailto:x@y,mailto:x@y",
    "ä b,http://a/b/c/ä b"
  })
  void resolves_as_the_rfc_says(String reference, String expected) {
    assertThat(Links.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(expected);
  }

  @Test
  void leaves_a_reference_alone_when_no_base_is_known() {
    assertThat(Links.absolute("", "/news/1")).isEqualTo("/news/1");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "' JavaScript:alert(1)'",
    "'java\nscript:alert(1)'",
    "data:text/html,x"
  })
  void drops_an_address_that_would_run_code(String reference) {
    assertThat(Links.absolute("http://a/", reference)).isNull();
  }

  @Test
  void joins_an_address_that_was_broken_over_lines() {
    assertThat(Links.absolute("", " http://a/\n\t b ")).isEqualTo("http://a/ b");
  }
}
