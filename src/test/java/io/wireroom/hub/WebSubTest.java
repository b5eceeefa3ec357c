package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.config.ConfigFile;
import io.wireroom.store.SourceStanding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSub with the shipped routes of a running service, a hub on loopback, and a clock. */
class WebSubTest {

  private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("w", 30));
  private static final String HUB_LINK = "<atom:link rel=\"hub\" href=\"%s\"/>";
  private static final String SELF_LINK = "<atom:link rel=\"self\" href=\"%s\"/>";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private WebServer receiver;
  private PushHub pusher;
  private int port;
  private @Nullable Hub hub;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receiver = new WebServer();
    receiver.on("/hook", WebServer.Answer.ok("application/json", "{}"));
    pusher = new PushHub();
    publish("alpha");
    port = freePort();
  }

  @AfterEach
  void stop() {
    close();
    site.close();
    receiver.close();
    pusher.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = PushHub.Mood.class,
      names = {"WILLING", "HASTY"})
  void a_feed_that_offers_a_hub_is_subscribed_to(PushHub.Mood mood) throws Exception {
    pusher.mood = mood;
    serve();
    awaitState("active");
    await().atMost(LONGEST).until(() -> !pusher.verified().isEmpty());

    assertThat(pusher.asked()).hasSize(1);
    assertThat(pusher.last("hub.mode")).isEqualTo("subscribe");
    assertThat(pusher.last("hub.topic")).isEqualTo(site.at("/self").toString());
    assertThat(pusher.last("hub.callback"))
        .matches("http://127\\.0\\.0\\.1:" + port + "/websub/[0-9a-f]{40}");
    assertThat(pusher.last("hub.secret")).hasSizeBetween(32, 199);
    assertThat(pusher.last("hub.lease_seconds")).isEqualTo("864000");
    HttpResponse<String> answer = pusher.verified().get(0).answer();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(pusher.verified().get(0).challenge());
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(hubOf("news").endsAt()).isAfter(clock.instant().plus(Duration.ofDays(9)));
  }

  @Test
  void link_headers_come_before_what_the_feed_says() throws Exception {
    try (PushHub other = new PushHub()) {
      String links =
          "<%s>; rel=hub, <%s>; rel=\"self\"".formatted(other.address(), site.at("/other"));
      site.on("/feed", new WebServer.Answer(200, Map.of("Link", links), feed("alpha")));
      serve();
      await().atMost(LONGEST).until(() -> other.asked().size() == 1);

      assertThat(other.last("hub.topic")).isEqualTo(site.at("/other").toString());
      assertThat(pusher.asked()).isEmpty();
    }
  }

  @Test
  void a_json_feed_s_hub_is_asked() throws Exception {
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "%s",
         "hubs": [{"type": "WebSub", "url": "%s"}], "items": []}
        """
            .formatted(site.at("/json"), pusher.address());
    site.on("/feed", WebServer.Answer.ok("application/feed+json", json));
    serve();
    awaitState("active");

    assertThat(pusher.last("hub.topic")).isEqualTo(site.at("/json").toString());
  }

  @Test
  void what_was_not_asked_for_is_not_confirmed() throws Exception {
    serve();
    awaitState("active");
    String callback = pusher.last("hub.callback");
    String topic = pusher.last("hub.topic");

    assertThat(question(callback, "unsubscribe", topic)).isEqualTo(404);
    assertThat(question(callback, "subscribe", topic + "x")).isEqualTo(404);
    assertThat(question(callback, "denied", topic + "x")).isEqualTo(404);
    assertThat(question(callback, "", topic)).isEqualTo(404);
    assertThat(question(callback.substring(0, callback.length() - 1), "subscribe", topic))
        .isEqualTo(404);
    assertThat(
            pusher.call(callback, Map.of("hub.mode", "subscribe", "hub.topic", topic)).statusCode())
        .as("without a challenge")
        .isEqualTo(404);
    assertThat(hubOf("news").state()).isEqualTo("active");
    assertThat(question(callback, "subscribe", topic)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void a_push_is_delivered_without_a_poll(String method) throws Exception {
    serve();
    awaitState("active");
    awaitDelivered("alpha");
    publish("beta", "alpha");
    int polls = site.requests("/feed").size();

    byte[] body = feed("beta").getBytes(StandardCharsets.UTF_8);
    assertThat(pusher.push(body, method, Map.of()).statusCode()).isEqualTo(202);

    awaitDelivered("beta");
    assertThat(site.requests("/feed")).hasSize(polls);
  }

  @Test
  void a_push_may_be_compressed() throws Exception {
    serve();
    awaitState("active");
    publish("beta", "alpha");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(feed("beta").getBytes(StandardCharsets.UTF_8));
    }

    pusher.push(packed.toByteArray(), "sha256", Map.of("Content-Encoding", "gzip"));

    awaitDelivered("beta");
  }

  @Test
  void a_push_that_is_not_signed_by_the_hub_is_said_yes_to_and_ignored() throws Exception {
    serve();
    awaitState("active");
    awaitDelivered("alpha");
    byte[] forged = feed("forged").getBytes(StandardCharsets.UTF_8);
    String callback = pusher.last("hub.callback");
    String right = PushHub.sign("sha256", pusher.last("hub.secret"), forged);
    for (String signature :
        new String[] {
          "",
          "sha256=",
          "sha256=" + PushHub.sign("sha256", "guess", forged),
          "sha256=" + right.substring(2),
          "sha1=" + right,
          "md5=" + right,
          right,
          "sha256=zz" + right.substring(2)
        }) {
      assertThat(pusher.push(forged, signature, Map.of(), callback).statusCode())
          .as(signature)
          .isEqualTo(202);
    }
    publish("beta", "alpha");
    pusher.push(feed("beta"));
    awaitDelivered("beta");

    assertThat(receiver.requests("/hook")).noneMatch(event -> event.text().contains("forged"));
  }

  @Test
  void old_content_pushed_again_is_not_delivered_again() throws Exception {
    serve();
    awaitState("active");
    awaitDelivered("alpha");
    publish("beta", "alpha");
    for (int i = 0; i < 3; i++) {
      pusher.push(feed("beta", "alpha"));
    }
    awaitDelivered("beta");
    publish("gamma", "beta", "alpha");
    pusher.push(feed("gamma"));
    awaitDelivered("gamma");

    assertThat(receiver.requests("/hook")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "there is news", "<html><p>See our site</p></html>"})
  void a_push_without_content_has_the_source_polled_at_once(String body) throws Exception {
    site.on(
        "/feed", new WebServer.Answer(200, Map.of("Cache-Control", "max-age=7200"), feed("alpha")));
    serve();
    awaitState("active");
    awaitDelivered("alpha");
    publish("beta", "alpha");

    assertThat(pusher.push(body).statusCode()).isEqualTo(202);

    awaitDelivered("beta");
    assertThat(site.requests("/feed")).hasSize(2);
  }

  @Test
  void while_its_hub_pushes_a_source_is_polled_rarely_and_normally_after_that() throws Exception {
    pusher.leaseSeconds = Duration.ofDays(2).toSeconds();
    serve();
    awaitState("active");
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> site.requests("/feed").size() == 2);
    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofHours(11)) > 0);

    pusher.mood = PushHub.Mood.SILENT;
    clock.forward(Duration.ofDays(2));
    await().atMost(LONGEST).until(() -> !hubOf("news").state().equals("active"));

    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofMinutes(70)) < 0);
    assertThat(hubOf("news").note()).contains("not called back");
  }

  @Test
  void a_source_whose_interval_the_config_says_is_polled_by_that() throws Exception {
    serve("every: 30m", publicUrl());
    awaitState("active");
    clock.forward(Duration.ofMinutes(35));
    await().atMost(LONGEST).until(() -> site.requests("/feed").size() == 2);

    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofMinutes(34)) < 0);
  }

  @Test
  void a_lease_is_renewed_before_it_ends() throws Exception {
    serve();
    awaitState("active");
    Map<String, String> first = pusher.asked().get(0);
    clock.forward(Duration.ofDays(8).plusHours(1));
    await().atMost(LONGEST).until(() -> pusher.verified().size() == 2);

    assertThat(pusher.asked().get(1)).isEqualTo(first);
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(hubOf("news").endsAt())
                    .isAfter(clock.instant().plus(Duration.ofDays(9))));
  }

  @Test
  void a_hub_that_stops_pushing_is_not_relied_on_until_it_pushes_again() throws Exception {
    serve();
    awaitState("active");
    awaitDelivered("alpha");
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofHours(11)) > 0);

    publish("beta", "alpha");
    clock.forward(Duration.ofHours(14));
    awaitDelivered("beta");
    assertThat(untilNextPoll()).isLessThan(Duration.ofMinutes(70));

    publish("gamma", "beta", "alpha");
    pusher.push(feed("gamma"));
    awaitDelivered("gamma");
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofHours(11)) > 0);
  }

  @Test
  void a_denial_is_noted_and_polling_goes_on() throws Exception {
    pusher.mood = PushHub.Mood.DENYING;
    serve();
    await().atMost(LONGEST).until(() -> hubOf("news").note().contains("denied it: not today"));
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> site.requests("/feed").size() == 2);
    assertThat(untilNextPoll()).isLessThan(Duration.ofMinutes(70));
    assertThat(pusher.asked()).hasSize(1);

    pusher.mood = PushHub.Mood.WILLING;
    clock.forward(Duration.ofDays(7));
    awaitState("active");
  }

  @Test
  void a_hub_may_deny_what_it_granted() throws Exception {
    serve();
    awaitState("active");

    assertThat(question(pusher.last("hub.callback"), "denied", pusher.last("hub.topic")))
        .isEqualTo(200);

    await().atMost(LONGEST).until(() -> hubOf("news").state().equals("wanted"));
    assertThat(untilNextPoll()).isLessThan(Duration.ofMinutes(6));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 400, 410, 500, 503})
  void a_hub_that_fails_is_asked_less_and_less_and_polling_goes_on(int status) throws Exception {
    pusher.server().on("/", WebServer.Answer.status(status));
    serve();
    awaitDelivered("alpha");
    await().atMost(LONGEST).until(() -> pusher.server().requests("/").size() == 1);
    await().atMost(LONGEST).until(() -> !hubOf("news").note().isEmpty());
    clock.forward(Duration.ofMinutes(4));
    publish("beta", "alpha");
    clock.forward(Duration.ofMinutes(66));
    awaitDelivered("beta");

    pusher.server().on("/", pusher::receive);
    clock.forward(Duration.ofDays(8));
    awaitState("active");
    assertThat(pusher.server().requests("/").size()).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 400, 410, 503})
  void when_a_hub_fails_the_next_one_that_the_feed_names_is_asked(int status) throws Exception {
    try (WebServer failing = new WebServer()) {
      failing.on("/", new WebServer.Answer(status, Map.of("Retry-After", "60"), ""));
      offerTwo(failing.at("/"));
      awaitState("active");

      assertThat(failing.requests("/")).hasSize(1);
      assertThat(pusher.asked()).hasSize(1);
      assertThat(failing.requests("/").get(0).text())
          .doesNotContain(pusher.last("hub.secret"))
          .doesNotContain(pusher.last("hub.callback").replaceFirst(".*/", ""));
      publish("beta", "alpha");
      pusher.push(feed("beta"));
      awaitDelivered("beta");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PushHub.Mood.class,
      names = {"DENYING", "SILENT"})
  void when_a_hub_denies_or_never_calls_back_the_next_one_is_asked(PushHub.Mood mood)
      throws Exception {
    try (PushHub first = new PushHub()) {
      first.mood = mood;
      offerTwo(first.address());
      if (mood == PushHub.Mood.SILENT) {
        await().atMost(LONGEST).until(() -> hubOf("news").note().contains("not called back"));
        clock.forward(Duration.ofMinutes(61));
      }
      awaitState("active");

      assertThat(first.asked()).hasSize(1);
      assertThat(pusher.asked()).hasSize(1);
      String late = first.last("hub.callback");
      assertThat(question(late, "subscribe", first.last("hub.topic"))).isEqualTo(404);
    }
  }

  @Test
  void when_all_hubs_fail_they_are_asked_in_turn_and_less_and_less() throws Exception {
    try (WebServer one = new WebServer();
        WebServer two = new WebServer()) {
      one.on("/", WebServer.Answer.status(500));
      two.on("/", WebServer.Answer.status(503));
      offerBoth(one.at("/"), HUB_LINK.formatted(two.at("/")), "alpha");
      serve();
      awaitFailed(two, 1);
      clock.forward(Duration.ofMinutes(6));
      awaitFailed(two, 2);
      clock.forward(Duration.ofMinutes(11));
      awaitFailed(two, 3);
      assertThat(one.requests("/")).hasSize(3);
    }
  }

  /** Once the hub was asked so often and what came of it is known. */
  private void awaitFailed(WebServer asked, int times) {
    await().atMost(LONGEST).until(() -> asked.requests("/").size() == times);
    await().atMost(LONGEST).until(() -> hubOf("news").note().contains("503"));
  }

  @Test
  void a_hub_that_moved_is_followed() throws Exception {
    try (WebServer old = new WebServer()) {
      old.on("/", new WebServer.Answer(307, Map.of("Location", pusher.address().toString()), ""));
      offer(old.at("/"), "alpha");
      serve();
      awaitState("active");

      assertThat(pusher.last("hub.mode")).isEqualTo("subscribe");
    }
  }

  @Test
  void a_hub_at_a_private_address_is_not_asked() throws Exception {
    offer(URI.create("http://10.1.2.3/hub"), "alpha");
    serve();

    await()
        .atMost(LONGEST)
        .until(() -> hubOf("news").note().contains("private or special-purpose address"));
  }

  @Test
  void a_hub_that_is_not_offered_any_more_is_told_to_stop() throws Exception {
    serve();
    awaitState("active");
    String callback = pusher.last("hub.callback");
    String secret = pusher.last("hub.secret");
    News.publish(site, "/feed", "beta", "alpha");
    clock.forward(Duration.ofDays(1));
    await().atMost(LONGEST).until(() -> pusher.verified().size() == 2);

    assertThat(pusher.verified().get(1).mode()).isEqualTo("unsubscribe");
    assertThat(pusher.verified().get(1).answer().statusCode()).isEqualTo(200);
    assertThat(pusher.last("hub.secret")).isEmpty();
    byte[] body = feed("late").getBytes(StandardCharsets.UTF_8);
    String signature = "sha256=" + PushHub.sign("sha256", secret, body);
    assertThat(pusher.push(body, signature, Map.of(), callback).statusCode()).isEqualTo(410);
  }

  @Test
  void the_hub_of_a_source_that_has_ended_is_told_to_stop() throws Exception {
    serve();
    awaitState("active");
    site.on("/feed", WebServer.Answer.status(410));
    clock.forward(Duration.ofDays(1));

    await().atMost(LONGEST).until(() -> pusher.verified().size() == 2);
    assertThat(pusher.verified().get(1).mode()).isEqualTo("unsubscribe");
  }

  @Test
  void a_restart_keeps_the_lease_and_polls_what_may_have_been_missed() throws Exception {
    serve();
    awaitState("active");
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> untilNextPoll().compareTo(Duration.ofHours(11)) > 0);
    close();
    publish("beta", "alpha");
    serve();
    clock.forward(Duration.ofMinutes(6));

    awaitDelivered("beta");
    assertThat(pusher.asked()).hasSize(1);
  }

  @Test
  void the_hub_of_a_source_that_was_taken_out_is_told_to_stop() throws Exception {
    serve();
    awaitState("active");
    close();
    open("sources: []", publicUrl());

    await().atMost(LONGEST).until(() -> pusher.verified().size() == 2);
    assertThat(pusher.verified().get(1).mode()).isEqualTo("unsubscribe");
  }

  @Test
  void without_a_public_address_no_hub_is_asked_and_none_is_relied_on() throws Exception {
    serve();
    awaitState("active");
    close();
    pusher.asked().clear();
    serve("first-poll: 5", "bind: 127.0.0.1");
    clock.forward(Duration.ofMinutes(70));
    await().atMost(LONGEST).until(() -> site.requests("/feed").size() >= 2);
    await().atMost(LONGEST).until(() -> !untilNextPoll().isNegative());

    assertThat(untilNextPoll()).isLessThan(Duration.ofMinutes(70));
    assertThat(hubOf("news").state()).isEqualTo("wanted");
    assertThat(pusher.asked()).isEmpty();
  }

  @Test
  void another_public_address_is_told_to_the_hub() throws Exception {
    serve();
    awaitState("active");
    close();
    serve("first-poll: 5", "public-url: \"http://localhost:%d/\"".formatted(port));
    await().atMost(LONGEST).until(() -> pusher.verified().size() == 2);

    assertThat(pusher.last("hub.callback")).startsWith("http://localhost:" + port + "/websub/");
    assertThat(pusher.asked().get(1).get("hub.secret"))
        .isNotEqualTo(pusher.asked().get(0).get("hub.secret"));
  }

  @Test
  void a_push_that_is_too_large_is_not_read_and_the_api_takes_no_more_than_before()
      throws Exception {
    serve();
    awaitState("active");

    assertThat(pusher.push("x".repeat(3_000_000)).statusCode()).isEqualTo(413);
    byte[] large = new byte[100_000];
    String api = "http://127.0.0.1:" + port + "/api/subscriptions";
    Map<String, String> token = Map.of("Authorization", "Bearer correct-horse");
    assertThat(pusher.push(large, "", token, api).statusCode()).isEqualTo(413);
  }

  @Test
  void headers_of_a_push_steer_nothing() throws Exception {
    serve();
    awaitState("active");
    publish("beta", "alpha");
    byte[] body = feed("beta").getBytes(StandardCharsets.UTF_8);
    try (WebServer trap = new WebServer()) {
      Map<String, String> headers =
          Map.of("CamelHttpUri", trap.at("/").toString(), "CamelHttpMethod", "DELETE");

      assertThat(pusher.push(body, "sha256", headers).statusCode()).isEqualTo(202);

      awaitDelivered("beta");
      assertThat(trap.requests("/")).isEmpty();
    }
  }

  private int question(String callback, String mode, String topic) {
    return pusher
        .call(
            callback,
            Map.of(
                "hub.mode",
                mode,
                "hub.topic",
                topic,
                "hub.challenge",
                "x",
                "hub.lease_seconds",
                "864000"))
        .statusCode();
  }

  private void awaitState(String state) {
    await().atMost(LONGEST).until(() -> hubOf("news").state().equals(state));
  }

  private void awaitDelivered(String article) {
    await()
        .atMost(LONGEST)
        .until(
            () ->
                receiver.requests("/hook").stream()
                    .anyMatch(event -> event.text().contains("/a/" + article)));
  }

  private Duration untilNextPoll() {
    return Duration.between(clock.instant(), Objects.requireNonNull(standing("news").next()));
  }

  private SourceStanding.Hub hubOf(String id) {
    SourceStanding.Hub none = new SourceStanding.Hub("", "none", null, "");
    return Objects.requireNonNullElse(standing(id).hub(), none);
  }

  private SourceStanding standing(String id) {
    return SourceStanding.all(Objects.requireNonNull(hub).store()).stream()
        .filter(source -> source.id().equals(id))
        .findAny()
        .orElseThrow();
  }

  /** A feed that names the hub, and the pages of its articles. */
  private void publish(String... articles) {
    offer(pusher.address(), articles);
  }

  private void offer(URI hubAddress, String... articles) {
    offerBoth(hubAddress, "", articles);
  }

  /** A feed that names this hub before the one that pushes. */
  private void offerTwo(URI first) throws IOException {
    offerBoth(first, HUB_LINK.formatted(pusher.address()), "alpha");
    serve();
  }

  private void offerBoth(URI hubAddress, String more, String... articles) {
    News.publish(site, "/feed", articles);
    String feed = feed(hubAddress, articles).replace("<title>Test news", more + "<title>Test news");
    String etag = "\"" + feed.hashCode() + "\"";
    Map<String, String> tag = Map.of("ETag", etag);
    site.on(
        "/feed",
        request ->
            etag.equals(request.headers().get("if-none-match"))
                ? new WebServer.Answer(304, tag, "")
                : new WebServer.Answer(200, tag, feed));
  }

  private String feed(String... articles) {
    return feed(pusher.address(), articles);
  }

  private String feed(URI hubAddress, String... articles) {
    return News.rss(site, articles)
        .replace("<rss ", "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\" ")
        .replace(
            "<title>Test news",
            HUB_LINK.formatted(hubAddress)
                + SELF_LINK.formatted(site.at("/self"))
                + "<title>Test news");
  }

  private String publicUrl() {
    return "public-url: \"http://127.0.0.1:" + port + "\"";
  }

  private void serve() throws IOException {
    serve("first-poll: 5", publicUrl());
  }

  private void serve(String source, String server) throws IOException {
    open("sources: [{id: news, url: \"%s\", %s}]".formatted(site.at("/feed"), source), server);
  }

  private void open(String sources, String server) throws IOException {
    String yaml =
        """
        %s
        destinations: [{id: crm, kind: webhook, url: "%s"}]
        subscriptions: [{to: crm}]
        network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}
        server: {port: %d, token: correct-horse, %s}
        state: {url: "sqlite:%s"}
        """
            .formatted(sources, receiver.at("/hook"), port, server, folder.resolve("state.db"));
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    hub = Hub.service(ConfigFile.read(config, name -> null), Path.of("."), clock);
    hub.start();
  }

  private void close() {
    if (hub != null) {
      hub.close();
      hub = null;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
