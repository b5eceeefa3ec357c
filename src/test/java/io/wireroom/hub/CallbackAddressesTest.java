package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.wireroom.config.ConfigFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger's callback reaches nothing behind the wall: not by its address, not by a redirect, not
 * by a name that changes its mind. The config allows 127.0.0.1; the machine behind the wall is
 * 127.0.0.2, at the same port as the callback, and counts whoever gets through.
 */
class CallbackAddressesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/subscriptions";
  private static final String REFUSED = "private or special-purpose address";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger intruders = new AtomicInteger();
  private final Names names = new Names();
  private WebServer site;
  private WebServer receiver;
  private HttpServer inner;
  private int port;
  private Hub hub;

  /** One name, which leads where the test wants it to; the rest are the machine's. */
  private static final class Names implements DnsResolver {
    private volatile byte[] address = {127, 0, 0, 1};

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return host.equals("callback.example")
          ? new InetAddress[] {InetAddress.getByAddress(host, address)}
          : GuardedDns.SYSTEM.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    receiver = new WebServer();
    receiver.on("/hook", CallbackAddressesTest::willing);
    inner =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), receiver.at("/").getPort()),
            0);
    inner.createContext(
        "/",
        exchange -> {
          intruders.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    inner.start();
    News.publish(site, "/feed", "alpha");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String yaml =
        """
        sources: [{id: news, url: "%s", every: 1s}]
        network: {allow: [127.0.0.1/32], per-host: {concurrency: 8, delay: 0s}}
        server: {port: %d}
        state: {url: "sqlite:%s"}
        """
            .formatted(site.at("/feed"), port, folder.resolve("state.db"));
    Path config = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    hub = Hub.service(ConfigFile.read(config, name -> null), Path.of("."), clock, names);
    hub.start();
  }

  @AfterEach
  void stop() {
    hub.close();
    site.close();
    receiver.close();
    inner.stop(0);
    assertThat(intruders).hasValue(0);
  }

  /** No connection is kept, so that the name is asked for each time. */
  private static WebServer.Answer willing(WebServer.Request request) {
    return new WebServer.Answer(
        200, Map.of("Content-Type", "application/json", "Connection", "close"), request.text());
  }

  private WebServer.Answer elsewhere() {
    String there = "http://127.0.0.2:" + receiver.at("/").getPort() + "/";
    return new WebServer.Answer(307, Map.of("Location", there, "Connection", "close"), "");
  }

  @Test
  void no_challenge_goes_to_an_address_behind_the_wall() throws Exception {
    for (String host :
        List.of(
            "127.0.0.2",
            "169.254.169.254",
            "10.0.0.1",
            "[::1]",
            "[::ffff:127.0.0.2]",
            "[::ffff:a9fe:a9fe]",
            "[fe80::1]",
            "[fd00::1]",
            "0.0.0.0",
            "2130706434")) {
      String url = "http://" + host + ":" + receiver.at("/").getPort() + "/";

      JsonNode made = send("POST", API, "{\"url\": \"" + url + "\"}");

      assertThat(made.path("status").asText()).as(host).isNotEqualTo("active");
      assertThat(made.path("note").asText()).as(host).contains(REFUSED);
    }
  }

  @Test
  void a_redirect_is_followed_neither_by_the_challenge_nor_by_the_ping_nor_by_a_delivery()
      throws Exception {
    receiver.on("/hook", elsewhere());
    JsonNode made = subscribe();
    assertThat(made.path("status").asText()).isEqualTo("pending");
    assertThat(made.path("note").asText()).contains("307");
    String one = API + "/" + made.path("id").asText();

    receiver.on("/hook", CallbackAddressesTest::willing);
    assertThat(send("POST", one + "/ping", "").path("status").asText()).isEqualTo("active");
    receiver.on("/hook", elsewhere());
    assertThat(send("POST", one + "/ping", "").toString()).contains("307");
    assertThat(attempt(one).path("reason").asText()).contains("307");
  }

  @Test
  void a_name_that_leads_behind_the_wall_after_it_was_verified_gets_nothing_more()
      throws Exception {
    JsonNode made = subscribe();
    assertThat(made.path("status").asText()).isEqualTo("active");
    String one = API + "/" + made.path("id").asText();

    names.address = new byte[] {127, 0, 0, 2};
    JsonNode first = attempt(one);
    assertThat(first.path("reason").asText()).contains(REFUSED);
    assertThat(first.path("status").asInt()).isZero();

    names.address = new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254};
    clock.forward(Duration.ofSeconds(10));
    await().atMost(LONGEST).until(() -> attempts(one).size() > 1);
    assertThat(attempts(one).get(1).path("reason").asText()).contains(REFUSED);
    assertThat(send("POST", one + "/ping", "").toString()).contains(REFUSED);

    names.address = new byte[] {127, 0, 0, 1};
    clock.forward(Duration.ofMinutes(10));
    await().atMost(LONGEST).until(() -> attempts(one).size() > 2);
    assertThat(attempts(one).get(2).path("verdict").asText()).isEqualTo("delivered");
  }

  private JsonNode subscribe() throws Exception {
    String url = "http://callback.example:" + receiver.at("/").getPort() + "/hook";
    return send("POST", API, "{\"url\": \"" + url + "\"}");
  }

  /**
   * The first attempt to deliver an article that comes in now. A poll that is under way while the
   * clock is put forward has taken too long, and the next one waits; so it is put forward again.
   */
  private JsonNode attempt(String one) throws Exception {
    News.publish(site, "/feed", "beta", "alpha");
    clock.forward(Duration.ofHours(1));
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofSeconds(1))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              boolean there = attempts(one).size() > 0;
              if (!there) {
                clock.forward(Duration.ofMinutes(10));
              }
              return there;
            });
    return attempts(one).get(0);
  }

  private JsonNode attempts(String one) throws Exception {
    for (JsonNode each : send("GET", one + "/deliveries", null).path("deliveries")) {
      if (each.path("articleUrl").asText().endsWith("/a/beta")) {
        return each.path("attempts");
      }
    }
    return JSON.createArrayNode();
  }

  private JsonNode send(String method, String path, @Nullable String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body());
  }
}
