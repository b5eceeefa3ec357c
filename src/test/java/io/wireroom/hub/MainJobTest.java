package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end: the shipped routes, a real site, real receivers, a SQLite file. */
class MainJobTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private WebServer receivers;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receivers = new WebServer();
    receivers.on("/slack", WebServer.Answer.ok("text/plain", "ok"));
    receivers.on("/hook", WebServer.Answer.ok("application/json", "{}"));
    News.publish(site, "/feed", "alpha", "beta", "gamma");
  }

  @AfterEach
  void stop() {
    site.close();
    receivers.close();
  }

  @Test
  void every_new_article_reaches_every_receiver_once() throws Exception {
    Tally tally = run();

    assertThat(tally.troubled()).isFalse();
    assertThat(receivers.requests("/slack")).hasSize(3);
    assertThat(receivers.requests("/hook")).hasSize(3);
    assertThat(files()).hasSize(3).allMatch(file -> file.endsWith(".json"));
  }

  @Test
  void a_second_run_with_nothing_new_sends_nothing_and_costs_one_304() throws Exception {
    run();
    site.forget();
    receivers.forget();

    Tally tally = run();

    assertThat(tally.troubled()).isFalse();
    assertThat(site.paths()).containsExactly("/feed");
    assertThat(receivers.paths()).isEmpty();
  }

  @Test
  void webhooks_verify_with_the_library_that_others_wrote() throws Exception {
    run();

    Webhook verifier = new Webhook(SECRET);
    for (WebServer.Request request : receivers.requests("/hook")) {
      verifier.verify(request.text(), headers(request));
      JsonNode body = JSON.readTree(request.text());
      assertThat(body.at("/data/origin/link").asText()).startsWith(site.at("/a/").toString());
    }
    assertThat(
            receivers.requests("/hook").stream().map(r -> r.headers().get("webhook-id")).distinct())
        .hasSize(3);
  }

  @Test
  void a_first_poll_takes_the_newest_five_and_the_rest_never_comes() throws Exception {
    News.publish(site, "/feed", "a1", "a2", "a3", "a4", "a5", "a6", "a7");
    run();
    assertThat(receivers.requests("/slack")).hasSize(5);

    News.publish(site, "/feed", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7");
    run();

    assertThat(receivers.requests("/slack")).hasSize(6);
  }

  @Test
  void an_edited_title_is_no_new_article() throws Exception {
    run();
    String edited = News.rss(site, "alpha", "beta", "gamma").replace("approves", "rejects");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", edited));
    receivers.forget();

    run();

    assertThat(receivers.paths()).isEmpty();
  }

  @Test
  void the_same_text_at_two_addresses_is_told_once() throws Exception {
    News.publish(site, "/feed", "alpha");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", News.rss(site, "alpha", "copy")));
    site.on("/a/copy", WebServer.Answer.ok("text/html", News.page("alpha")));

    Tally tally = run();

    assertThat(receivers.requests("/slack")).hasSize(1);
    assertThat(tally.items())
        .singleElement()
        .satisfies(item -> assertThat(item.outcome()).startsWith("the same text as brief"));
  }

  @Test
  void a_receiver_that_fails_gets_it_later_and_the_others_do_not_wait() throws Exception {
    receivers.on("/hook", WebServer.Answer.status(500));

    Tally tally = run();

    assertThat(tally.troubled()).isTrue();
    assertThat(receivers.requests("/slack")).hasSize(3);
    assertThat(lane(tally, "crm").pending()).isEqualTo(3);
    assertThat(lane(tally, "crm").note()).contains("500");
    assertThat(lane(tally, "crm").next()).isNotNull();

    receivers.on("/hook", WebServer.Answer.ok("application/json", "{}"));
    receivers.forget();
    clock.forward(Duration.ofMinutes(10));
    Tally second = run();

    assertThat(second.troubled()).isFalse();
    assertThat(receivers.requests("/hook")).hasSize(3);
    assertThat(receivers.requests("/slack")).isEmpty();
  }

  @Test
  void a_429_is_waited_out_when_it_is_short() throws Exception {
    int[] refusals = {2};
    receivers.on(
        "/slack",
        request ->
            refusals[0]-- > 0
                ? new WebServer.Answer(429, Map.of("Retry-After", "1"), "rate_limited")
                : WebServer.Answer.ok("text/plain", "ok"));

    Tally tally = runWaiting(Duration.ofSeconds(10));

    assertThat(tally.troubled()).isFalse();
    assertThat(lane(tally, "newsroom").delivered()).isEqualTo(3);
  }

  @Test
  void bad_sources_are_named_and_cost_the_others_nothing() throws Exception {
    site.on("/html", WebServer.Answer.ok("text/html", "<html><body><p>Hello</p></body></html>"));
    site.on("/empty", WebServer.Answer.ok("application/rss+xml", ""));
    String more =
        "  - {id: html, url: \""
            + site.at("/html")
            + "\"}\n"
            + "  - {id: empty, url: \""
            + site.at("/empty")
            + "\"}\n"
            + "  - {id: nobody, url: \"http://127.0.0.1:1/feed\"}\n";

    Tally tally = run(more);

    assertThat(receivers.requests("/slack")).hasSize(3);
    assertThat(tally.troubled()).isTrue();
    assertThat(tally.sources())
        .filteredOn(source -> !source.note().isEmpty())
        .extracting(Tally.SourceRow::id)
        .containsExactly("empty", "html", "nobody");
    assertThat(tally.sources())
        .filteredOn(source -> !source.note().isEmpty())
        .allSatisfy(source -> assertThat(source.next()).isAfter(clock.instant()));
  }

  @Test
  void an_empty_page_gets_the_teaser_and_no_invention() throws Exception {
    site.on("/a/alpha", WebServer.Answer.ok("text/html", ""));

    run();

    JsonNode brief = brief("alpha");
    assertThat(brief.path("status").asText()).isEqualTo("thin");
    assertThat(brief.path("takeaways")).isEmpty();
    assertThat(brief.path("summary")).isEmpty();
    assertThat(brief.path("teaser").asText()).isEqualTo("A teaser of alpha.");
  }

  @Test
  void a_page_that_fails_is_tried_again_and_then_sent_with_what_the_feed_has() throws Exception {
    site.on("/a/alpha", WebServer.Answer.status(503));

    Tally tally = run();
    assertThat(receivers.requests("/slack")).hasSize(2);
    assertThat(tally.items())
        .singleElement()
        .satisfies(item -> assertThat(item.outcome()).contains("HTTP 503"));

    for (int i = 0; i < 3; i++) {
      clock.forward(Duration.ofHours(2));
      run();
    }

    assertThat(receivers.requests("/slack")).hasSize(3);
    assertThat(brief("alpha").path("status").asText()).isEqualTo("thin");
  }

  @Test
  void private_addresses_are_refused_on_a_redirect_too() throws Exception {
    site.on("/a/alpha", new WebServer.Answer(302, Map.of("Location", "http://10.1.2.3/"), ""));

    run();

    assertThat(brief("alpha").path("status").asText()).isEqualTo("thin");
  }

  private Tally run() throws Exception {
    return run("");
  }

  private Tally run(String moreSources) throws Exception {
    return run(moreSources, Duration.ZERO);
  }

  private Tally runWaiting(Duration patience) throws Exception {
    return run("", patience);
  }

  private Tally run(String moreSources, Duration patience) throws Exception {
    String yaml =
        "sources:\n  - {id: news, url: \""
            + site.at("/feed")
            + "\"}\n"
            + moreSources
            + "destinations:\n"
            + "  - {id: newsroom, kind: slack, webhook: \""
            + receivers.at("/slack")
            + "\", rate:"
            + " 100/s}\n"
            + "  - {id: crm, kind: webhook, url: \""
            + receivers.at("/hook")
            + "\", secret: \""
            + SECRET
            + "\"}\n"
            + "  - {id: archive, kind: storage, url: \"file:"
            + folder.resolve("out")
            + "\"}\n"
            + "subscriptions: [{to: newsroom}, {to: crm}, {to: archive}]\n"
            + "network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(patience, null);
    }
  }

  private JsonNode brief(String id) throws IOException {
    for (WebServer.Request request : receivers.requests("/hook")) {
      JsonNode data = JSON.readTree(request.text()).path("data");
      if (data.at("/origin/link").asText().endsWith("/a/" + id)) {
        return data;
      }
    }
    throw new AssertionError("no webhook about " + id);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private static Tally.LaneRow lane(Tally tally, String id) {
    return tally.lanes().stream().filter(l -> l.destinationId().equals(id)).findAny().orElseThrow();
  }

  private static HttpHeaders headers(WebServer.Request request) {
    return HttpHeaders.of(
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
        (name, value) -> true);
  }
}
