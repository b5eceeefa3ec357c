package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polling a hostile site with the shipped routes: every promise about manners, kept. */
class PollingTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private WebServer slack;
  private String perHost = "{concurrency: 8, delay: 0s}";

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    slack = new WebServer();
    slack.on("/", WebServer.Answer.ok("text/plain", "ok"));
    News.publish(site, "/feed", "alpha", "beta");
  }

  @AfterEach
  void stop() {
    site.close();
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "W/\"weak\"", "bare", "\"with space\"", "\"a\", \"b\"", "\"\""})
  void validators_go_back_to_the_letter(String etag) throws Exception {
    String modified = "Tue, 24 Nov 2026 04:00:00 +0000";
    feed("/feed", Map.of("ETag", etag, "Last-Modified", modified));
    run();
    clock.forward(Duration.ofDays(1));
    run();

    assertThat(site.requests("/feed")).hasSize(2);
    assertThat(last("/feed").headers())
        .containsEntry("if-none-match", etag)
        .containsEntry("if-modified-since", modified);
  }

  @Test
  void an_unchanged_feed_costs_one_304_and_nothing_else() throws Exception {
    run();
    slack.forget();
    site.forget();
    clock.forward(Duration.ofDays(1));
    Tally tally = run();

    assertThat(tally.troubled()).isFalse();
    assertThat(site.paths()).containsExactly("/feed");
    assertThat(last("/feed").headers()).containsKey("if-none-match");
    assertThat(slack.paths()).isEmpty();
  }

  @Test
  void a_304_to_a_request_without_a_condition_is_a_failure() throws Exception {
    site.on("/feed", WebServer.Answer.status(304));

    assertThat(source(run()).note()).contains("304");
  }

  @Test
  void a_304_renews_validators_and_freshness() throws Exception {
    run();
    clock.forward(Duration.ofDays(1));
    site.on(
        "/feed",
        new WebServer.Answer(304, Map.of("ETag", "\"two\"", "Cache-Control", "max-age=7200"), ""));
    run();
    clock.forward(Duration.ofMinutes(119));
    run();
    assertThat(site.requests("/feed")).hasSize(2);

    clock.forward(Duration.ofMinutes(2));
    run();

    assertThat(last("/feed").headers()).containsEntry("if-none-match", "\"two\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, 'public, max-age=3600'",
    "Cache-Control, 'max-age=\"3600\"'",
    "Expires, in an hour"
  })
  void freshness_is_waited_for(String name, String value) throws Exception {
    String date = http(clock.instant().plus(Duration.ofHours(1)));
    feed("/feed", Map.of(name, value.equals("in an hour") ? date : value));
    run();
    clock.forward(Duration.ofMinutes(58));
    run();
    assertThat(site.requests("/feed")).hasSize(1);

    clock.forward(Duration.ofMinutes(3));
    run();

    assertThat(site.requests("/feed")).hasSize(2);
  }

  @Test
  void a_ttl_holds_after_a_304_too() throws Exception {
    String rss =
        News.rss(site, "alpha").replace("<title>Test news", "<ttl>120</ttl><title>Test news");
    site.on(
        "/feed",
        request ->
            request.headers().containsKey("if-none-match")
                ? WebServer.Answer.status(304)
                : new WebServer.Answer(200, Map.of("ETag", "\"1\""), rss));
    for (int i = 0; i < 3; i++) {
      run();
      clock.forward(Duration.ofMinutes(61));
    }

    assertThat(site.requests("/feed")).hasSize(2);
  }

  @Test
  void the_hours_and_days_that_a_feed_skips_hold_after_a_304_too() throws Exception {
    clock.set(Instant.parse("2026-11-25T12:10:00Z"));
    String quiet =
        "<skipHours><hour>13</hour><hour>14</hour></skipHours>"
            + "<skipDays><day>Thursday</day></skipDays>";
    String rss = News.rss(site, "alpha").replace("<title>Test news", quiet + "<title>Test news");
    site.on(
        "/feed",
        request ->
            request.headers().containsKey("if-none-match")
                ? WebServer.Answer.status(304)
                : new WebServer.Answer(200, Map.of("ETag", "\"1\""), rss));
    assertThat(source(run()).next())
        .isBetween(Instant.parse("2026-11-25T15:00:00Z"), Instant.parse("2026-11-25T15:05:00Z"));

    clock.set(Instant.parse("2026-11-25T23:10:00Z"));
    assertThat(source(run()).next())
        .isBetween(Instant.parse("2026-11-27T00:00:00Z"), Instant.parse("2026-11-27T00:05:00Z"));
    assertThat(site.requests("/feed")).hasSize(2);
  }

  @Test
  void a_retry_after_holds_all_sources_of_its_host() throws Exception {
    limit("/limited", 429, "7200");
    Tally first = run(source("limited", "/limited"));
    assertThat(source(first, "limited").note()).contains("too often");
    clock.forward(Duration.ofMinutes(119));
    run(source("limited", "/limited"));
    assertThat(site.requests("/feed")).hasSize(1);
    assertThat(site.requests("/limited")).hasSize(1);

    clock.forward(Duration.ofMinutes(20));
    run(source("limited", "/limited"));

    assertThat(site.requests("/feed")).hasSize(2);
    assertThat(site.requests("/limited")).hasSize(2);
  }

  @Test
  void a_retry_after_holds_its_source_alone_when_the_config_says_so() throws Exception {
    limit("/limited", 503, http(clock.instant().plus(Duration.ofHours(3))));
    String more = source("limited", "/limited");
    run(more, "retry-after-scope: source, ");
    clock.forward(Duration.ofHours(2));
    run(more, "retry-after-scope: source, ");

    assertThat(site.requests("/feed")).hasSize(2);
    assertThat(site.requests("/limited")).hasSize(1);
  }

  @Test
  void a_retry_after_holds_no_other_host() throws Exception {
    limit("/limited", 503, "7200");
    String other = site.at("/feed").toString().replace("127.0.0.1", "localhost");
    String more = source("limited", "/limited") + "  - {id: other, url: \"" + other + "\"}\n";
    run(more);
    clock.forward(Duration.ofMinutes(90));
    run(more);

    assertThat(site.requests("/feed")).hasSize(3);
    assertThat(site.requests("/limited")).hasSize(1);
  }

  @Test
  void a_403_with_a_retry_after_is_a_limit_like_a_429() throws Exception {
    limit("/limited", 403, "7200");
    run(source("limited", "/limited"));
    clock.forward(Duration.ofMinutes(90));
    run(source("limited", "/limited"));

    assertThat(site.requests("/feed")).hasSize(1);
  }

  @Test
  void the_same_bytes_from_a_server_without_validators_are_asked_for_once_a_day_in_the_end()
      throws Exception {
    feed("/feed", Map.of());
    for (int hours : new int[] {1, 2, 4, 8, 16, 24, 24}) {
      Instant next = source(run()).next();

      assertThat(Duration.between(clock.instant(), next))
          .isBetween(Duration.ofHours(hours).minusSeconds(60), Duration.ofMinutes(hours * 67L));
      clock.forward(Duration.ofHours(27));
    }
    assertThat(slack.requests("/")).hasSize(1);
  }

  @Test
  void a_first_poll_takes_the_newest_by_date_wherever_they_stand() throws Exception {
    String rss = News.rss(site, "a1", "a2", "a3", "a4", "a5", "a6", "a7");
    for (int i = 1; i <= 7; i++) {
      String date = http(clock.instant().minus(Duration.ofDays(10 - i)));
      String guid = "urn:a" + i + "</guid>";
      rss = rss.replace(guid, guid + "<pubDate>" + date + "</pubDate>");
      site.on("/a/a" + i, WebServer.Answer.ok("text/html; charset=utf-8", News.page("a" + i)));
    }
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", rss));

    run();

    assertThat(slack.requests("/")).hasSize(5);
    assertThat(slack.requests("/")).noneMatch(r -> r.text().contains("Council a1 "));
    assertThat(slack.requests("/")).anyMatch(r -> r.text().contains("Council a7 "));
  }

  @Test
  void a_host_is_asked_by_no_more_at_once_than_the_config_says() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    StringBuilder sources = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      sources.append(source("s" + i, "/s" + i));
      site.raw(
          "/s" + i,
          exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause();
            now.decrementAndGet();
            byte[] body = News.rss(site).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          });
    }
    perHost = "{concurrency: 2, delay: 0s}";

    assertThat(runAll(sources.toString(), "").troubled()).isFalse();

    assertThat(most.get()).isEqualTo(2);
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_absurd_retry_after_is_cut_to_two_days() throws Exception {
    limit("/feed", 429, "99999999999");

    Instant next = source(run()).next();

    assertThat(next)
        .isBetween(
            clock.instant().plus(Duration.ofHours(47)), clock.instant().plus(Duration.ofHours(53)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500, 502, 503})
  void failures_back_off_and_never_end(int status) throws Exception {
    site.on("/feed", WebServer.Answer.status(status));
    for (int i = 0; i < 12; i++) {
      assertThat(source(run()).note()).contains("HTTP " + status);
      clock.forward(Duration.ofHours(27));
    }
    assertThat(site.requests("/feed")).hasSize(12);
    News.publish(site, "/feed", "alpha");

    assertThat(run().troubled()).isFalse();
    assertThat(slack.requests("/")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void permanent_redirects_move_the_source(int status) throws Exception {
    site.on("/old", redirect(status, "/middle"));
    site.on("/middle", redirect(301, "/feed"));
    runOnly("/old");
    clock.forward(Duration.ofDays(1));
    runOnly("/old");

    assertThat(site.requests("/old")).hasSize(1);
    assertThat(last("/feed").headers()).containsKey("if-none-match");
  }

  @Test
  void a_source_moves_to_another_host_and_its_secrets_stay_where_they_were_given_for()
      throws Exception {
    try (WebServer other = new WebServer()) {
      News.publish(other, "/feed", "alpha");
      other.on("/hop", redirect(308, "/feed"));
      String there = other.at("/hop").toString().replace("127.0.0.1", "localhost");
      site.on("/old", redirect(301, there));
      String secret =
          "  - {id: news, url: \""
              + site.at("/old")
              + "\", headers: {X-Key: horse, Cookie: \"a=b\"}}\n";
      runAll(secret, "");
      clock.forward(Duration.ofDays(1));
      runAll(secret, "");

      assertThat(site.requests("/old")).hasSize(1);
      assertThat(last("/old").headers()).containsEntry("x-key", "horse");
      assertThat(other.paths()).filteredOn(path -> path.equals("/feed")).hasSize(2);
      assertThat(other.requests("/feed").get(1).headers()).containsKey("if-none-match");
      assertThat(other.requests("/feed"))
          .allSatisfy(
              request -> assertThat(request.headers()).doesNotContainKeys("x-key", "cookie"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void one_temporary_hop_keeps_the_source_where_it_is(int status) throws Exception {
    site.on("/old", redirect(301, "/middle"));
    site.on("/middle", redirect(status, "/feed"));
    runOnly("/old");
    clock.forward(Duration.ofDays(1));
    runOnly("/old");

    assertThat(site.requests("/old")).hasSize(2);
    assertThat(site.requests("/middle")).hasSize(2);
  }

  @Test
  void a_source_whose_new_place_is_gone_comes_back() throws Exception {
    site.on("/old", redirect(301, "/feed"));
    runOnly("/old");
    site.on("/feed", WebServer.Answer.status(410));
    News.publish(site, "/old", "gamma");
    clock.forward(Duration.ofDays(1));
    assertThat(source(runOnly("/old")).note()).contains("where it had moved is gone");
    clock.forward(Duration.ofDays(1));

    assertThat(runOnly("/old").troubled()).isFalse();
    assertThat(slack.requests("/")).anyMatch(r -> r.text().contains("Council gamma"));
  }

  @Test
  void a_source_moves_only_where_a_feed_answers() throws Exception {
    site.on("/old", redirect(301, "/parked"));
    site.on("/parked", WebServer.Answer.ok("text/html", "<html><p>For sale</p></html>"));
    runOnly("/old");
    clock.forward(Duration.ofDays(1));
    runOnly("/old");

    assertThat(site.requests("/old")).hasSize(2);
  }

  @Test
  void a_gone_source_is_kept_with_what_to_do_and_not_asked_again() throws Exception {
    site.on("/feed", WebServer.Answer.status(410));
    assertThat(source(run()).note()).contains("410").contains("remove it from the config");
    clock.forward(Duration.ofDays(30));
    run();

    assertThat(site.requests("/feed")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "br"})
  void encodings_are_understood(String encoding) throws Exception {
    byte[] body = encoded(encoding, News.rss(site, "alpha").getBytes(StandardCharsets.UTF_8));
    site.raw(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", encoding.replace("raw ", ""));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });

    assertThat(run().troubled()).isFalse();
    assertThat(slack.requests("/")).hasSize(1);
    assertThat(last("/feed").headers().get("accept-encoding")).contains("gzip", "deflate", "br");
  }

  @Test
  void a_bomb_is_stopped_at_the_size_limit() throws Exception {
    byte[] bomb = encoded("gzip", new byte[4_000_000]);
    site.raw(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        });

    assertThat(source(run("", "max-bytes: 1MB, ")).note()).contains("larger than 1000000 bytes");
  }

  @Test
  void a_server_that_drips_is_left_after_the_time_limit() throws Exception {
    site.raw("/feed", PollingTest::drip);

    assertThat(source(run("", "timeout: 1s, ")).note()).contains("in time");
  }

  @Test
  void a_server_that_says_nothing_is_left_after_the_time_limit() throws Exception {
    site.on("/feed", WebServer.Answer.status(0));

    assertThat(run().troubled()).isTrue();
  }

  @Test
  void endless_redirects_end() throws Exception {
    site.on("/feed", redirect(302, "/feed"));

    assertThat(source(run()).note()).contains("redirected too often");
    assertThat(site.requests("/feed").size()).isLessThan(22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", "x", "image/png"})
  void a_wrong_content_type_does_not_matter(String type) throws Exception {
    site.on("/feed", WebServer.Answer.ok(type, News.rss(site, "alpha")));

    assertThat(run().troubled()).isFalse();
    assertThat(slack.requests("/")).hasSize(1);
  }

  @Test
  void a_site_s_address_leads_to_the_feed_that_it_links() throws Exception {
    site.on("/", WebServer.Answer.ok("text/html", page("/feed")));
    runOnly("/");
    assertThat(slack.requests("/")).hasSize(2);
    clock.forward(Duration.ofDays(1));
    runOnly("/");

    assertThat(site.requests("/")).hasSize(1);
    assertThat(site.requests("/feed")).hasSize(2);
  }

  @Test
  void a_page_that_links_to_a_page_is_followed_one_hop() throws Exception {
    site.on("/", WebServer.Answer.ok("text/html", page("/other")));
    site.on("/other", WebServer.Answer.ok("text/html", page("/feed")));

    assertThat(source(runOnly("/")).note()).contains("/other");
    assertThat(site.requests("/feed")).isEmpty();
  }

  @Test
  void a_feed_that_shows_a_page_for_a_while_stays_where_it_is() throws Exception {
    News.publish(site, "/elsewhere", "gamma");
    run();
    site.on("/feed", WebServer.Answer.ok("text/html", page("/elsewhere")));
    clock.forward(Duration.ofDays(1));

    assertThat(run().troubled()).isTrue();
    assertThat(site.requests("/elsewhere")).isEmpty();
  }

  @Test
  void an_item_is_the_same_with_new_words_and_over_https() throws Exception {
    String rss = News.rss(site, "alpha").replace("urn:alpha", "http://example.com/?p=1");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", rss));
    run();
    String edited =
        rss.replace("http://example.com", "https://example.com").replace("approves", "x");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", edited));
    clock.forward(Duration.ofDays(1));
    run();

    assertThat(slack.requests("/")).hasSize(1);
  }

  @Test
  void dates_in_the_future_stop_nothing() throws Exception {
    String rss =
        News.rss(site, "alpha")
            .replace("</guid>", "</guid><pubDate>Tue, 01 Jan 2999 00:00:00 GMT</pubDate>");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", rss));

    Tally tally = run();

    assertThat(slack.requests("/")).hasSize(1);
    assertThat(source(tally).next()).isBefore(clock.instant().plus(Duration.ofHours(25)));
  }

  @Test
  void robots_txt_keeps_us_from_pages_and_not_from_feeds() throws Exception {
    robots("User-agent: *\nDisallow: /a/alpha\nDisallow: /feed\n");

    assertThat(run().troubled()).isFalse();

    assertThat(site.requests("/a/alpha")).isEmpty();
    assertThat(site.requests("/a/beta")).hasSize(1);
    assertThat(site.requests("/robots.txt").size()).isBetween(1, 2);
    assertThat(slack.requests("/"))
        .hasSize(2)
        .anyMatch(r -> r.text().contains("A teaser of alpha"));
  }

  @Test
  void robots_txt_is_not_asked_when_the_config_says_so() throws Exception {
    robots("User-agent: *\nDisallow: /\n");
    run("", "robots: false, ");

    assertThat(site.requests("/robots.txt")).isEmpty();
    assertThat(site.requests("/a/alpha")).hasSize(1);
  }

  @Test
  void a_robots_txt_that_fails_forbids_for_now() throws Exception {
    site.on("/robots.txt", WebServer.Answer.status(503));
    run();
    assertThat(site.requests("/a/alpha")).isEmpty();
    assertThat(slack.requests("/")).isEmpty();

    robots("");
    clock.forward(Duration.ofHours(1));
    run();

    assertThat(slack.requests("/")).hasSize(2);
  }

  @Test
  void the_beginning_of_a_huge_robots_txt_counts() throws Exception {
    robots("User-agent: *\nDisallow: /a/alpha\n" + "# padding\n".repeat(200_000));

    assertThat(run().troubled()).isFalse();
    assertThat(site.requests("/a/alpha")).isEmpty();
    assertThat(site.requests("/a/beta")).hasSize(1);
  }

  @Test
  void a_page_in_place_of_robots_txt_forbids_nothing() throws Exception {
    site.on(
        "/robots.txt",
        WebServer.Answer.ok("text/html", "<!DOCTYPE html><html><body>Disallow: /</body></html>"));

    assertThat(run().troubled()).isFalse();
    assertThat(site.requests("/a/alpha")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 451})
  void a_page_that_is_refused_is_taken_for_walled(int status) throws Exception {
    site.on("/a/alpha", WebServer.Answer.status(status));
    for (int i = 0; i < 8; i++) {
      run();
      clock.forward(Duration.ofHours(25));
    }

    assertThat(slack.requests("/"))
        .hasSize(2)
        .anyMatch(request -> request.text().contains("A teaser of alpha"));
  }

  @Test
  void a_list_page_is_asked_for_only_where_robots_txt_lets_us() throws Exception {
    site.on("/list", WebServer.Answer.ok("text/html", "<h2><a href='/a/alpha'>Alpha</a></h2>"));
    String yaml =
        "  - {id: list, kind: page, select: \"h2 a\", url: \"" + site.at("/list") + "\"}\n";
    run(yaml);
    assertThat(site.requests("/list")).hasSize(1);
    robots("User-agent: wireroom\nDisallow: /list\n");
    clock.forward(Duration.ofDays(2));

    assertThat(source(run(yaml), "list").note()).contains("robots.txt");
    assertThat(site.requests("/list")).hasSize(1);
  }

  @Test
  void a_page_that_moved_to_a_forbidden_host_is_not_used() throws Exception {
    try (WebServer other = new WebServer()) {
      other.on("/robots.txt", WebServer.Answer.ok("text/plain", "User-agent: *\nDisallow: /"));
      other.on("/there", WebServer.Answer.ok("text/html", News.page("secret")));
      site.on(
          "/a/alpha", new WebServer.Answer(302, Map.of("Location", "" + other.at("/there")), ""));

      run();

      assertThat(other.requests("/robots.txt")).isNotEmpty();
      assertThat(slack.requests("/")).noneMatch(r -> r.text().contains("Council secret"));
    }
  }

  private void robots(String rules) {
    site.on("/robots.txt", WebServer.Answer.ok("text/plain", rules));
  }

  private void feed(String path, Map<String, String> headers) {
    site.on(path, new WebServer.Answer(200, headers, News.rss(site, "alpha")));
  }

  private void limit(String path, int status, String retryAfter) {
    site.on(path, new WebServer.Answer(status, Map.of("Retry-After", retryAfter), ""));
  }

  private WebServer.Answer redirect(int status, String to) {
    return new WebServer.Answer(status, Map.of("Location", to), "");
  }

  private static String page(String feed) {
    return "<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='"
        + feed
        + "'></head><body><p>Hello</p></body></html>";
  }

  private WebServer.Request last(String path) {
    List<WebServer.Request> all = site.requests(path);
    return all.get(all.size() - 1);
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 40; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] encoded(String encoding, byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (encoding.endsWith("gzip")) {
      try (OutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(body);
      }
    } else if (encoding.equals("br")) {
      // One uncompressed meta-block and an empty last one. Source: RFC 7932, 9.2.
      int header = (body.length - 1) << 4 | 1 << 20;
      out.write(header);
      out.write(header >> 8);
      out.write(header >> 16);
      out.write(body);
      out.write(3);
    } else {
      java.util.zip.Deflater deflater = new java.util.zip.Deflater(6, encoding.startsWith("raw"));
      try (OutputStream deflate = new DeflaterOutputStream(out, deflater)) {
        deflate.write(body);
      }
    }
    return out.toByteArray();
  }

  private static String http(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private String source(String id, String path) {
    return "  - {id: " + id + ", url: \"" + site.at(path) + "\"}\n";
  }

  private static Tally.SourceRow source(Tally tally) {
    return source(tally, "news");
  }

  private static Tally.SourceRow source(Tally tally, String id) {
    return tally.sources().stream().filter(row -> row.id().equals(id)).findAny().orElseThrow();
  }

  private Tally run() throws Exception {
    return run("");
  }

  private Tally run(String more) throws Exception {
    return run(more, "");
  }

  private Tally run(String more, String network) throws Exception {
    return runAll(source("news", "/feed") + more, network);
  }

  private Tally runOnly(String path) throws Exception {
    return runAll(source("news", path), "");
  }

  private Tally runAll(String sources, String network) throws Exception {
    String yaml =
        "sources:\n"
            + sources
            + "destinations: [{id: desk, kind: slack, rate: 100/s, webhook: \""
            + slack.at("/")
            + "\"}]\nsubscriptions: [{to: desk}]\nnetwork: {allow: [127.0.0.0/8], "
            + network
            + "per-host: "
            + perHost
            + "}\nstate: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }
}
