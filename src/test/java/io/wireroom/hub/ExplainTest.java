package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an article came or did not, after runs of the shipped routes. */
class ExplainTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private WebServer receivers;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receivers = new WebServer();
    receivers.on("/hook", WebServer.Answer.ok("application/json", "{}"));
    receivers.on("/down", new WebServer.Answer(500, Map.of(), "no"));
    News.publish(site, "/feed", "alpha");
  }

  @AfterEach
  void stop() {
    site.close();
    receivers.close();
  }

  @Test
  void names_each_stage_and_what_every_subscription_made_of_it() throws Exception {
    HubConfig config = run();

    Explanation explanation = Explanation.of(config, site.at("/a/alpha") + "#comments");

    assertThat(explanation.known()).isTrue();
    assertThat(explanation.steps().stream().map(step -> step.stage() + " " + step.about()))
        .startsWith("poll news")
        .contains("deliver all", "deliver broken", "deliver picky");
    assertThat(says(explanation, "poll"))
        .singleElement()
        .asString()
        .startsWith("listed it as " + site.at("/a/alpha") + "; seen 20");
    assertThat(says(explanation, "deliver"))
        .satisfiesExactly(
            all ->
                assertThat(all)
                    .startsWith("to hook: matches: takes every brief; delivered ")
                    .contains(" after 1 try"),
            broken ->
                assertThat(broken)
                    .startsWith("to down: matches: takes every brief; failed so far, 1 try, next ")
                    .contains("500"),
            picky ->
                assertThat(picky).isEqualTo("to hook: does not match: it says none of \"zebra\""));
  }

  @Test
  void says_that_a_copy_was_told_before_and_where() throws Exception {
    site.on("/a/copy", WebServer.Answer.ok("text/html; charset=utf-8", News.page("alpha")));
    run();
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", News.rss(site, "copy", "alpha")));
    clock.forward(Duration.ofHours(2));

    Explanation explanation = Explanation.of(run(), site.at("/a/copy").toString());

    assertThat(says(explanation, "story"))
        .singleElement()
        .asString()
        .startsWith("not sent: the same text as brief ")
        .endsWith(" (" + site.at("/a/alpha") + ")");
    assertThat(says(explanation, "deliver")).isEmpty();
  }

  @Test
  void says_how_the_sources_of_the_site_are_when_none_listed_it() throws Exception {
    HubConfig config = run();

    Explanation explanation = Explanation.of(config, site.at("/a/unknown").toString());

    assertThat(explanation.known()).isFalse();
    assertThat(says(explanation, "poll"))
        .singleElement()
        .asString()
        .startsWith("did not list it; last read ");
    assertThat(says(Explanation.of(config, "https://elsewhere.example/x"), "poll"))
        .containsExactly(
            "no source listed this address, and no source of the config is on this site");
  }

  private static List<String> says(Explanation explanation, String stage) {
    return explanation.steps().stream()
        .filter(step -> step.stage().equals(stage))
        .map(Explanation.Step::says)
        .toList();
  }

  private HubConfig run() throws Exception {
    String yaml =
        """
        sources: [{id: news, url: "%s"}]
        destinations:
          - {id: hook, kind: webhook, url: "%s"}
          - {id: down, kind: webhook, url: "%s"}
        subscriptions:
          - {id: all, to: hook}
          - {id: broken, to: down}
          - {id: picky, to: hook, when: {any: [zebra]}}
        network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay: 0s}}
        state: {url: "sqlite:%s"}
        """
            .formatted(
                site.at("/feed"),
                receivers.at("/hook"),
                receivers.at("/down"),
                folder.resolve("state.db"));
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    HubConfig config = ConfigFile.read(file, name -> null);
    try (Hub hub = Hub.once(config, Path.of("."), clock)) {
      hub.runOnce(Duration.ZERO, null);
    }
    return config;
  }
}
