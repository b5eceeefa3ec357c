package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.time.ManualClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309, line by line. */
class RobotsTest {

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T12:00:00Z"));
  private final Robots robots =
      new Robots(true, "Wireroom/1.0 (+https://example.com)", Duration.ofSeconds(5), clock);

  @ParameterizedTest
  @CsvSource({
    "'User-agent: *|Disallow: /', false",
    "'User-agent: *|Disallow:', true",
    "'User-agent: *|Disallow: /news', false",
    "'User-agent: *|Disallow: /newsletters', true",
    // 2.2.1: the group of our own name counts and no other, wherever it is and however it is
    // written
    "'User-agent: *|Disallow: /||User-agent: wireroom|Disallow: /x', true",
    "'User-agent: WIREROOM|Disallow: /||User-agent: *|Allow: /', false",
    "'User-agent: wire|Disallow: /', true",
    "'User-agent: wirerooms|Disallow: /', true",
    // several groups of one name are one, and one group may have several names
    "'User-agent: wireroom|Disallow: /x||User-agent: wireroom|Disallow: /news', false",
    "'User-agent: other|User-agent: wireroom|Disallow: /news', false",
    // 2.2.2: the longest match counts, Allow where both are as long
    "'User-agent: *|Disallow: /news|Allow: /news/one', true",
    "'User-agent: *|Allow: /news|Disallow: /news/one', false",
    "'User-agent: *|Disallow: /news/one.html|Allow: /news/one.html', true",
    // 2.2.3: * and $
    "'User-agent: *|Disallow: /*.html$', false",
    "'User-agent: *|Disallow: /*.htm$', true",
    "'User-agent: *|Disallow: /n*s/*.html', false",
    // comments, and lines that are none
    "'# all|User-agent: * # us|Disallow: /news # not', false",
    "'<html>|Disallow: /', true",
    "'', true"
  })
  void rules_mean_what_the_rfc_says(String file, boolean allowed) {
    learn(200, file.replace('|', '\n'), null);

    assertThat(robots.allows(call("/news/one.html"))).isEqualTo(allowed);
  }

  @Test
  void paths_match_by_case() {
    learn(200, "User-agent: *\nDisallow: /News\n", null);

    assertThat(robots.allows(call("/news"))).isTrue();
    assertThat(robots.allows(call("/News"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void a_site_without_rules_allows_all(int status) {
    learn(status, "no", null);

    assertThat(robots.allows(call("/news"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void a_site_whose_rules_fail_allows_nothing_for_now(int status) {
    learn(status, "User-agent: *\nAllow: /\n", null);
    assertThat(robots.allows(call("/news"))).isFalse();
    assertThat(robots.unknown(call("/news"))).isFalse();

    clock.forward(Duration.ofMinutes(10));

    assertThat(robots.unknown(call("/news"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpReply.Failure.class,
      names = {"CONNECT", "TIMEOUT", "UNKNOWN_HOST", "BROKEN"})
  void a_site_that_can_t_be_reached_allows_nothing_for_now(HttpReply.Failure failure) {
    learn(0, "", failure);

    assertThat(robots.allows(call("/news"))).isFalse();
  }

  @Test
  void more_than_five_redirects_are_no_rules() {
    assertThat(robots.request(call("/news")).redirects()).isEqualTo(5);
    learn(302, "", HttpReply.Failure.TOO_MANY_REDIRECTS);

    assertThat(robots.allows(call("/news"))).isTrue();
  }

  @Test
  void rules_are_kept_for_a_day_and_old_ones_when_new_ones_fail() {
    learn(200, "User-agent: *\nDisallow: /news\n", null);
    clock.forward(Duration.ofHours(24).minusSeconds(1));
    assertThat(robots.unknown(call("/news"))).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(robots.unknown(call("/news"))).isTrue();

    learn(503, "", null);

    assertThat(robots.allows(call("/news"))).isFalse();
    assertThat(robots.allows(call("/other"))).isTrue();
  }

  @Test
  void rules_are_read_up_to_500_kib_and_the_rest_is_left() {
    String filler = "# " + "x".repeat(997) + "\n";
    String file =
        "User-agent: *\n" + filler.repeat(511) + "Disallow: /news\n" + filler.repeat(2000);
    int most = robots.request(call("/")).maxBytes();
    assertThat(most).isGreaterThanOrEqualTo(500 * 1024);

    learn(200, file.substring(0, most), HttpReply.Failure.TOO_LARGE);

    assertThat(robots.allows(call("/news"))).isFalse();
    assertThat(robots.allows(call("/other"))).isTrue();
  }

  @Test
  void each_scheme_host_and_port_has_rules_of_its_own() {
    learn(200, "User-agent: *\nDisallow: /\n", null);

    assertThat(robots.unknown(call("https://site.example:8443/news"))).isTrue();
    assertThat(robots.unknown(call("http://site.example/news"))).isTrue();
    assertThat(robots.unknown(call("https://SITE.example/other"))).isFalse();
  }

  private void learn(int status, String file, HttpReply.@Nullable Failure failure) {
    HttpCall asked = robots.request(call("/"));
    byte[] body = file.getBytes(StandardCharsets.UTF_8);
    robots.learn(
        asked,
        new HttpReply(
            status,
            asked.uri(),
            List.of(),
            Map.of("content-type", "text/plain"),
            body,
            failure,
            "",
            Duration.ZERO));
  }

  private static HttpCall call(String address) {
    URI uri = URI.create(address.startsWith("/") ? "https://site.example" + address : address);
    return HttpCall.get(uri, Map.of(), Duration.ofSeconds(5), 1000);
  }
}
