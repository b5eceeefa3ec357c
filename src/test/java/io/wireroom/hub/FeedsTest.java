package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.wireroom.config.ConfigFile;
import io.wireroom.poll.Feed;
import io.wireroom.poll.FeedParser;
import io.wireroom.store.SqlNews;
import io.wireroom.store.Tally;
import io.wireroom.web.FeedName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feeds of a running hub, read over HTTP as feed readers and WebSub hubs read them. */
class FeedsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer site;
  private WebServer receiver;
  private int port;

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private Hub hub;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receiver = new WebServer();
    receiver.on("/hook", request -> WebServer.Answer.ok("application/json", request.text()));
    News.publish(site, "/feed", "alpha");
  }

  @AfterEach
  void stop() {
    hub.close();
    site.close();
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void a_feed_is_read_back_by_our_own_parser(String form) throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));

    HttpResponse<byte[]> answer = get("/feeds/all." + form);

    assertThat(answer.statusCode()).isEqualTo(200);
    Feed feed =
        new FeedParser()
            .parse(
                answer.body(),
                Map.of("content-type", header(answer, "content-type")),
                at("/feeds/all." + form).toString());
    assertThat(feed.title()).isEqualTo("Wireroom");
    assertThat(feed.self()).isEqualTo(at("/feeds/all." + form).toString());
    Feed.Entry entry = feed.entries().get(0);
    assertThat(entry.title()).isEqualTo(News.title("alpha"));
    assertThat(entry.link()).isEqualTo(site.at("/a/alpha").toString());
    assertThat(entry.id()).startsWith("urn:uuid:");
    assertThat(entry.content()).contains("<h3 lang=\"en\">Key Takeaways</h3>");
    assertThat(entry.categories()).contains("Städte & Dörfer");
    assertThat(entry.authors()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void a_feed_is_read_back_by_the_library_others_use(String form) throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));

    HttpResponse<byte[]> answer = get("/feeds/all." + form);

    String type = header(answer, "content-type");
    SyndFeed feed =
        new SyndFeedInput()
            .build(new XmlReader(new ByteArrayInputStream(answer.body()), type, false));
    SyndEntry entry = feed.getEntries().get(0);
    assertThat(entry.getTitle()).isEqualTo(News.title("alpha"));
    assertThat(entry.getCategories().get(0).getName()).isEqualTo("Städte & Dörfer");
  }

  @Test
  void a_feed_is_sent_once_and_then_only_when_it_has_changed() throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));
    HttpResponse<byte[]> first = get("/feeds/all.atom");
    String tag = header(first, "etag");
    assertThat(tag).matches("\"[A-Za-z0-9_-]+\"");
    assertThat(header(first, "cache-control")).isEqualTo("private, max-age=300");
    String modified = header(first, "last-modified");

    assertThat(get("/feeds/all.atom", "If-None-Match", "\"other\", W/" + tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/feeds/all.atom", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> both =
        get("/feeds/all.atom", "If-None-Match", "\"other\"", "If-Modified-Since", modified);
    assertThat(both.statusCode()).as("If-None-Match outranks If-Modified-Since").isEqualTo(200);

    clock.forward(Duration.ofMinutes(1));
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> done("beta"));
    HttpResponse<byte[]> changed =
        get("/feeds/all.atom", "If-None-Match", tag, "If-Modified-Since", modified);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(header(changed, "etag")).isNotEqualTo(tag);
  }

  @Test
  void head_says_the_same_without_a_body() throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));
    HttpResponse<byte[]> get = get("/feeds/all.rss");

    HttpRequest head =
        HttpRequest.newBuilder(at("/feeds/all.rss"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> answer = client.send(head, HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    for (String name : List.of("etag", "last-modified", "content-type", "link", "cache-control")) {
      assertThat(header(answer, name)).as(name).isEqualTo(header(get, name));
    }
    assertThat(header(answer, "content-length")).isEqualTo("" + get.body().length);
  }

  @Test
  void a_feed_is_compressed_for_those_who_take_it_so_under_a_tag_of_its_own() throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));
    HttpResponse<byte[]> plain = get("/feeds/all.json");

    HttpResponse<byte[]> zipped = get("/feeds/all.json", "Accept-Encoding", "br;q=1, gzip;q=0.5");

    assertThat(header(zipped, "content-encoding")).isEqualTo("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(header(zipped, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(header(plain, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(get("/feeds/all.json", "Accept-Encoding", "gzip;q=0"), "content-encoding"))
        .isEmpty();
  }

  @Test
  void a_tag_and_a_subscription_have_feeds_of_their_own_and_others_do_not() throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> done("beta"));

    assertThat(titles("/feeds/tags/st%C3%A4dte%20%26%20d%C3%B6rfer.json")).hasSize(2);
    assertThat(titles("/feeds/subscriptions/only-beta.json")).containsExactly(News.title("beta"));
    assertThat(titles("/feeds/tags/planned.json")).as("a source has it").isEmpty();
    assertThat(get("/feeds/tags/nobodys.json").statusCode()).isEqualTo(404);
    assertThat(get("/feeds/subscriptions/none.json").statusCode()).isEqualTo(404);
    assertThat(get("/feeds/all.xml").statusCode()).isEqualTo(404);
    assertThat(get("/feeds").statusCode()).isEqualTo(404);
  }

  @Test
  void a_subscription_that_is_changed_has_its_feed_filled_anew() throws Exception {
    open("port: %d");
    News.publish(site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> done("beta"));
    assertThat(titles("/feeds/subscriptions/only-beta.json")).hasSize(1);

    hub.close();
    open("port: %d", "alpha");

    assertThat(titles("/feeds/subscriptions/only-beta.json")).containsExactly(News.title("alpha"));
  }

  @Test
  void the_same_story_told_twice_is_in_a_feed_once() throws Exception {
    open("port: %d");
    News.publish(site, "/feed", "alpha");
    await().atMost(LONGEST).until(() -> done("alpha"));
    site.on("/a/copy", WebServer.Answer.ok("text/html; charset=utf-8", News.page("alpha")));
    News.publish(site, "/feed", "alpha");
    String body = News.rss(site, "copy", "alpha");
    site.on("/feed", WebServer.Answer.ok("application/rss+xml", body));
    await().atMost(LONGEST).until(() -> done("copy"));

    assertThat(titles("/feeds/all.json")).hasSize(1);
  }

  @Test
  void with_a_token_a_feed_opens_to_the_token_or_to_its_own_key_and_to_nothing_else()
      throws Exception {
    open("port: %d, token: horse");
    await().atMost(LONGEST).until(() -> done("alpha"));

    HttpResponse<byte[]> closed = get("/feeds/all.json");
    assertThat(closed.statusCode()).isEqualTo(401);
    assertThat(header(closed, "www-authenticate")).startsWith("Basic ");
    assertThat(get("/feeds/all.json", "Authorization", "Bearer horse").statusCode()).isEqualTo(200);
    assertThat(get("/feeds/all.json", "Authorization", basic("me:horse")).statusCode())
        .isEqualTo(200);
    assertThat(get("/feeds/all.json", "Authorization", basic("horse:me")).statusCode())
        .isEqualTo(401);

    String front = text(get("/", "Authorization", basic("me:horse")));
    String feed = front.replaceAll("(?s).*href=\"(http[^\"]*/feeds/all\\.json[^\"]*)\".*", "$1");
    URI keyed = URI.create(feed.replace("&#61;", "="));
    assertThat(keyed.getQuery()).startsWith("key=");
    assertThat(get(keyed.getPath() + "?" + keyed.getQuery()).statusCode()).isEqualTo(200);
    assertThat(get("/feeds/subscriptions/only-beta.json?" + keyed.getQuery()).statusCode())
        .as("another feed's key")
        .isEqualTo(401);
    assertThat(get("/feeds/all.json?key=horse").statusCode()).isEqualTo(401);
  }

  @Test
  void open_feeds_are_anybodys_and_those_of_the_api_stay_their_owners() throws Exception {
    open("port: %d, token: horse, open: true");
    await().atMost(LONGEST).until(() -> done("alpha"));
    assertThat(header(get("/feeds/all.json"), "cache-control")).startsWith("public");

    JsonNode made = subscribe();
    String path = made.at("/feeds/json").asText();
    String id = made.path("id").asText();

    assertThat(get("/feeds/subscriptions/" + id + ".json").statusCode()).isEqualTo(401);
    assertThat(titles(path)).hasSize(1);
    assertThat(header(get(path), "cache-control")).startsWith("private");
    assertThat(header(get(path), "link")).doesNotContain("key=");
    remove(id);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void without_a_token_a_page_of_another_site_reads_no_feed() throws Exception {
    open("port: %d");
    await().atMost(LONGEST).until(() -> done("alpha"));

    assertThat(get("/feeds/all.json", "Origin", "https://example.org").statusCode()).isEqualTo(403);
    assertThat(get("/feeds/all.json", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(403);
  }

  @Test
  void a_websub_hub_is_named_and_told_of_what_is_new_until_it_knows() throws Exception {
    receiver.on("/hub", WebServer.Answer.status(503));
    open(
        "port: %d, token: horse, open: true, public-url: 'https://news.example/wire/', hub: '"
            + receiver.at("/hub")
            + "'");
    await().atMost(LONGEST).until(() -> done("alpha"));

    HttpResponse<byte[]> atom = get("/feeds/all.atom");
    assertThat(header(atom, "link"))
        .isEqualTo(
            "<"
                + receiver.at("/hub")
                + ">; rel=\"hub\", <https://news.example/wire/feeds/all.atom>; rel=\"self\"");
    Feed feed = new FeedParser().parse(atom.body(), Map.of(), "");
    assertThat(feed.hubs()).containsExactly(receiver.at("/hub").toString());
    assertThat(feed.self()).isEqualTo("https://news.example/wire/feeds/all.atom");
    assertThat(JSON.readTree(get("/feeds/all.json").body()).at("/hubs/0/type").asText())
        .isEqualTo("WebSub");

    News.publish(site, "/feed", "gamma", "beta", "alpha");
    await().atMost(LONGEST).until(() -> done("beta") && done("gamma"));
    await().atMost(LONGEST).until(() -> notices().size() == 2);
    receiver.on("/hub", WebServer.Answer.status(204));
    receiver.forget();
    clock.forward(Duration.ofMinutes(1));

    await().atMost(LONGEST).until(() -> notices().size() == 2);
    assertThat(notices())
        .as("only the feeds that somebody has read")
        .containsExactlyInAnyOrder(
            "hub.mode=publish&hub.url=https://news.example/wire/feeds/all.atom",
            "hub.mode=publish&hub.url=https://news.example/wire/feeds/all.json");
  }

  private List<String> notices() {
    return receiver.requests("/hub").stream()
        .map(request -> URLDecoder.decode(request.text(), StandardCharsets.UTF_8))
        .toList();
  }

  private void open(String server) throws IOException {
    open(server, "beta");
  }

  private void open(String server, String word) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String yaml =
        """
        sources:
          - {id: news, url: "%s", every: 1s, tags: ["Städte & Dörfer"]}
          - {id: later, url: "%s", every: 1d, tags: [planned]}
        subscriptions: [{id: only-beta, when: {any: ["%s"]}}]
        network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}
        server: {%s}
        state: {url: "sqlite:%s"}
        """
            .formatted(
                site.at("/feed"),
                site.at("/none"),
                word,
                server.formatted(port),
                folder.resolve("state.db"));
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    hub = Hub.service(ConfigFile.read(config, name -> null), Path.of("."), clock);
    hub.start();
  }

  /** Whether an article was worked on: it has a brief of its own, or was merged. */
  private boolean done(String id) {
    return new SqlNews(hub.store())
            .newest(FeedName.ALL, 50).stream()
                .anyMatch(brief -> brief.origin().url().endsWith("/a/" + id))
        || Tally.since(hub.store(), Instant.EPOCH).items().stream()
            .anyMatch(item -> item.link().endsWith("/a/" + id) && item.state().equals("done"));
  }

  private JsonNode subscribe() throws Exception {
    String body = "{\"url\": \"%s\"}".formatted(receiver.at("/hook"));
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/subscriptions"))
            .header("Authorization", "Bearer horse")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private void remove(String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/subscriptions/" + id))
            .header("Authorization", "Bearer horse")
            .DELETE()
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
  }

  private List<String> titles(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body()).path("items").findValuesAsText("title");
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
