package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subscription API of a running hub, asked over HTTP; events go to a real receiver. */
class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/subscriptions";
  private static final String TOKEN = "correct-horse-battery";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer site;
  private WebServer receiver;
  private int port;
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receiver = new WebServer();
    receiver.on("/hook", ApiTest::willing);
    News.publish(site, "/feed", "alpha");
    hub = hub("token: " + TOKEN);
  }

  @AfterEach
  void stop() {
    hub.close();
    site.close();
    receiver.close();
  }

  @Test
  void a_new_subscription_proves_itself_and_gets_the_next_brief_signed() throws Exception {
    await().atMost(LONGEST).until(this::alphaIsDone);

    JsonNode made = json(post(API, "{\"url\": \"%s\"}".formatted(receiver.at("/hook"))));
    assertThat(made.path("status").asText()).isEqualTo("active");
    String secret = made.path("secret").asText();
    assertThat(secret).startsWith("whsec_");
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> !events("brief.published").isEmpty());

    WebServer.Request event = events("brief.published").get(0);
    new Webhook(secret).verify(event.text(), headers(event));
    assertThat(JSON.readTree(event.text()).at("/data/origin/link").asText()).endsWith("/a/beta");
  }

  @Test
  void the_challenge_is_signed_too() throws Exception {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    post(API, "{\"url\": \"%s\", \"secret\": \"%s\"}".formatted(receiver.at("/hook"), secret));

    WebServer.Request challenge = events("subscription.challenge").get(0);
    new Webhook(secret).verify(challenge.text(), headers(challenge));
  }

  @Test
  void the_secret_is_shown_once() throws Exception {
    String id = subscribe("/hook");

    assertThat(send("GET", API + "/" + id, null).body()).doesNotContain("whsec_");
    assertThat(send("GET", API, null).body()).contains(id).doesNotContain("whsec_");
  }

  @Test
  void a_callback_that_does_not_want_events_gets_none_until_it_does() throws Exception {
    receiver.on("/hook", WebServer.Answer.ok("text/plain", "hello"));
    JsonNode made = json(post(API, "{\"url\": \"%s\"}".formatted(receiver.at("/hook"))));
    assertThat(made.path("status").asText()).isEqualTo("pending");
    assertThat(made.path("note").asText()).contains("does not say data.challenge back");
    String id = made.path("id").asText();
    assertThat(patch(id, "{\"status\": \"paused\"}").statusCode()).isEqualTo(422);

    receiver.on("/hook", ApiTest::willing);

    assertThat(json(post(API + "/" + id + "/ping", "")).path("status").asText())
        .isEqualTo("active");
  }

  @Test
  void a_new_address_must_prove_itself_again() throws Exception {
    String id = subscribe("/hook");
    receiver.on("/elsewhere", WebServer.Answer.status(404));

    JsonNode changed = json(patch(id, "{\"url\": \"%s\"}".formatted(receiver.at("/elsewhere"))));

    assertThat(changed.path("status").asText()).isEqualTo("pending");
    assertThat(changed.path("note").asText()).contains("404");
  }

  @Test
  void a_private_address_is_refused_when_it_is_called() throws Exception {
    JsonNode made = json(post(API, "{\"url\": \"http://10.1.2.3/hook\"}"));

    assertThat(made.path("status").asText()).isEqualTo("pending");
    assertThat(made.path("note").asText()).contains("private or special-purpose address");
  }

  @Test
  void a_callback_that_says_410_is_off_and_its_owner_reads_why_until_he_opens_it_again()
      throws Exception {
    await().atMost(LONGEST).until(this::alphaIsDone);
    String id = subscribe("/hook");
    receiver.on("/hook", WebServer.Answer.status(410));
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> status(id).equals("off"));
    assertThat(json(send("GET", API + "/" + id, null)).path("note").asText())
        .contains("wants nothing any more");

    receiver.on("/hook", ApiTest::willing);
    post(API + "/" + id + "/ping", "");
    assertThat(status(id)).isEqualTo("active");
    await().atMost(LONGEST).until(() -> deliveries(id).at("/0/state").asText().equals("delivered"));
  }

  private String status(String id) throws Exception {
    return json(send("GET", API + "/" + id, null)).path("status").asText();
  }

  @Test
  void a_delivery_is_shown_with_its_attempts_and_sent_again_on_request() throws Exception {
    await().atMost(LONGEST).until(this::alphaIsDone);
    String id = subscribe("/hook");
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> deliveries(id).at("/0/attempts/0/status").asInt() == 200);
    String delivery = deliveries(id).at("/0/id").asText();
    assertThat(deliveries(id).at("/0/state").asText()).isEqualTo("delivered");

    HttpResponse<String> replayed =
        post(API + "/" + id + "/deliveries/" + delivery + "/replay", "");

    assertThat(replayed.statusCode()).isEqualTo(202);
    await().atMost(LONGEST).until(() -> events("brief.published").size() == 2);
    assertThat(events("brief.published"))
        .extracting(event -> event.headers().get("webhook-id"))
        .containsExactly(delivery, delivery);
  }

  @Test
  void a_filter_a_pause_and_a_removal_take_effect_at_once() throws Exception {
    await().atMost(LONGEST).until(this::alphaIsDone);
    receiver.on("/watch", ApiTest::willing);
    subscribe("/watch");
    String picky = subscribe("/hook");
    assertThat(patch(picky, "{\"filter\": {\"any\": [\"beta\"]}}").statusCode()).isEqualTo(200);

    News.publish(site, "/feed", "gamma", "beta", "alpha");
    await().atMost(LONGEST).until(() -> briefs("/watch") == 2 && briefs("/hook") == 1);
    assertThat(json(patch(picky, "{\"status\": \"paused\"}")).path("status").asText())
        .isEqualTo("paused");
    News.publish(site, "/feed", "beta2", "gamma", "beta", "alpha");
    await().atMost(LONGEST).until(() -> briefs("/watch") == 3);
    assertThat(send("DELETE", API + "/" + picky, null).statusCode()).isEqualTo(204);

    assertThat(briefs("/hook")).isEqualTo(1);
    assertThat(send("GET", API + "/" + picky, null).statusCode()).isEqualTo(404);
  }

  @Test
  void mistakes_are_named_with_their_field_and_the_way_out() throws Exception {
    JsonNode unknown = json(post(API, "{\"url\": \"https://example.org/\", \"filters\": {}}"));
    assertThat(unknown.path("status").asInt()).isEqualTo(422);
    assertThat(unknown.path("field").asText()).isEqualTo("filters");
    assertThat(unknown.path("detail").asText()).contains("filter, format");

    assertThat(json(post(API, "{}")).path("field").asText()).isEqualTo("url");
    assertThat(
            json(post(API, "{\"url\": \"https://example.org/\", \"filter\": {\"tags\": [1]}}"))
                .path("field")
                .asText())
        .isEqualTo("filter.tags");
    HttpResponse<String> broken = post(API, "{\"url\":");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(send("PUT", API + "/x", "{}").statusCode()).isEqualTo(405);
  }

  @Test
  void a_body_that_is_too_long_is_not_read() throws Exception {
    assertThat(post(API, "{\"url\": \"" + "x".repeat(100_000) + "\"}").statusCode()).isEqualTo(413);
  }

  @Test
  void nobody_gets_in_without_the_token() throws Exception {
    for (String authorization : List.of("Bearer wrong", "Bearer " + TOKEN + "x", "Basic eA==")) {
      HttpRequest request =
          HttpRequest.newBuilder(at(API)).header("Authorization", authorization).build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void without_a_token_this_machine_gets_in_and_no_page_in_its_browser() throws Exception {
    hub.close();
    hub = hub("bind: 127.0.0.1");

    HttpRequest plain = HttpRequest.newBuilder(at(API)).build();
    assertThat(client.send(plain, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    HttpRequest page =
        HttpRequest.newBuilder(at(API)).header("Origin", "https://example.org").build();
    assertThat(client.send(page, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  private Hub hub(String access) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String yaml =
        """
        sources: [{id: news, url: "%s", every: 1s}]
        network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}
        server: {port: %d, %s}
        state: {url: "sqlite:%s"}
        """
            .formatted(site.at("/feed"), port, access, folder.resolve("state.db"));
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    Hub made = Hub.service(ConfigFile.read(config, name -> null), Path.of("."), clock);
    made.start();
    return made;
  }

  /** A callback that says the challenge back. */
  private static WebServer.Answer willing(WebServer.Request request) {
    return WebServer.Answer.ok("application/json", request.text());
  }

  private String subscribe(String path) throws Exception {
    JsonNode made = json(post(API, "{\"url\": \"%s\"}".formatted(receiver.at(path))));
    assertThat(made.path("status").asText()).isEqualTo("active");
    return made.path("id").asText();
  }

  /** Whether the first article's brief was made: later subscriptions do not get it. */
  private boolean alphaIsDone() {
    return Tally.since(hub.store(), Instant.EPOCH).items().stream()
        .anyMatch(item -> item.link().endsWith("/a/alpha") && item.state().equals("done"));
  }

  private JsonNode deliveries(String id) throws Exception {
    return json(send("GET", API + "/" + id + "/deliveries", null)).path("deliveries");
  }

  private List<WebServer.Request> events(String type) {
    return receiver.requests("/hook").stream()
        .filter(request -> request.text().contains("\"type\":\"" + type + "\""))
        .toList();
  }

  private long briefs(String path) {
    return receiver.requests(path).stream()
        .filter(request -> request.text().contains("brief.published"))
        .count();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  private HttpResponse<String> patch(String id, String body) throws Exception {
    return send("PATCH", API + "/" + id, body);
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  private static HttpHeaders headers(WebServer.Request request) {
    return HttpHeaders.of(
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
        (name, value) -> true);
  }
}
