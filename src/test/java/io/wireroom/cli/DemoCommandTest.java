package io.wireroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.wireroom.demo.SignedS3;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

class DemoCommandTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path folder;

  DemoCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shows_what_arrived_and_where_and_ends() {
    assertThat(demo(DemoCommandTest::deliverOneArticle, "--dir", folder.toString(), "--no-stay"))
        .isZero();

    assertThat(out.toString())
        .contains("$ wireroom run --once --config " + folder.resolve("wireroom.yaml"))
        .containsPattern("Brackwater orders six electric ferries as its.*  1 +1 +1 +1\n")
        .containsPattern("A lost string quartet.* - +- +- +-\n")
        .contains("Refused: nothing.")
        .contains("ferries as its diesel fleet nears 40\n  Key Takeaways\n")
        .containsPattern("Look at +http://127.0.0.1:\\d+/");
    assertThat(folder.resolve("news-archive/briefs/ferries.txt")).exists();
  }

  @Test
  void what_a_receiver_refuses_is_told() {
    demo(
        config -> {
          post(
              text(folder.resolve("secrets/slack-webhook")),
              "{\"blocks\":[{\"type\":\"x\"}]}",
              Map.of());
          return 0;
        },
        "--dir",
        folder.toString(),
        "--no-stay");

    assertThat(out.toString())
        .contains("Refused: 1\n  slack: blocks[0]: is of the unknown type 'x'");
  }

  @Test
  void a_run_with_nothing_new_says_so() {
    assertThat(demo(config -> 0, "--dir", folder.toString(), "--no-stay")).isZero();

    assertThat(out.toString()).contains("Nothing arrived");
  }

  @Test
  void a_hub_that_fails_shows_in_the_exit_code_and_one_that_never_ran_ends_the_demo() {
    assertThat(demo(config -> 2, "--dir", folder.toString(), "--no-stay")).isEqualTo(2);
    assertThat(demo(config -> 1, "--dir", folder.toString(), "--stay")).isEqualTo(1);
  }

  @Test
  void a_port_that_is_taken_is_named_and_nothing_is_left_running() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // The base is the index, which starts last.
      String base = Integer.toString(Math.min(taken.getLocalPort(), 65_531));

      assertThat(demo(config -> 0, "--dir", folder.toString(), "--port-base", base)).isEqualTo(2);
      assertThat(err.toString()).contains("can't listen on 127.0.0.1:");
    }
  }

  private int demo(OnceRunner hub, String... args) {
    return new CommandLine(new DemoCommand(hub, CLOCK))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  /** As much of a hub as it takes: reads the config, and delivers one article to what it names. */
  private static int deliverOneArticle(Path config) {
    Settings settings = new Settings(config);
    String feed = settings.value("sources", 0, "url");
    String link =
        get(feed)
            .lines()
            .filter(line -> line.contains("electric-ferries</link>"))
            .findFirst()
            .orElseThrow()
            .replaceAll("</?link>", "");
    String headline = "Brackwater orders six electric ferries as its diesel fleet nears 40";

    String inSlack = "{\"text\":\"<" + link + ">\",\"channel\":\"#harbour-desk\"}";
    assertThat(post(settings.value("destinations", 0, "webhook"), inSlack, Map.of()))
        .isEqualTo(200);
    assertThat(
            post(
                settings.value("destinations", 1, "api") + "chat.postMessage",
                inSlack,
                Map.of("Authorization", "Bearer " + settings.value("destinations", 1, "token"))))
        .isEqualTo(200);

    String bucket = settings.value("destinations", 2, "url").replace("s3://", "");
    SignedS3 s3 =
        new SignedS3(
            settings.value("destinations", 2, "access-key"),
            settings.value("destinations", 2, "secret-key"),
            CLOCK);
    URI object =
        URI.create(settings.value("destinations", 2, "endpoint") + bucket + "/ferries.txt");
    String text = headline + "\nKey Takeaways\n" + link + "\n";
    assertThat(s3.send("PUT", object, text, Map.of()).statusCode()).isEqualTo(200);

    String body = "{\"headline\":\"" + headline + "\",\"url\":\"" + link + "\"}";
    String hook = settings.value("destinations", 3, "url");
    assertThat(post(hook, body, signed(settings.value("destinations", 3, "secret"), body)))
        .isEqualTo(200);
    return 0;
  }

  private static Map<String, String> signed(String secret, String body) {
    long now = CLOCK.instant().getEpochSecond();
    try {
      return Map.of(
          "webhook-id", "msg_1",
          "webhook-timestamp", Long.toString(now),
          "webhook-signature", new Webhook(secret).sign("msg_1", now, body));
    } catch (WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The demo's config, read by a parser that knows nothing of Wireroom. */
  private record Settings(Path file) {

    /** A value of the n-th source or destination, secrets filled in. */
    String value(String list, int index, String key) {
      Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text(file));
      Object entry = ((List<?>) in(yaml, list)).get(index);
      String value = String.valueOf(in(Objects.requireNonNull(entry), key));
      return value.startsWith("${file:")
          ? text(file.resolveSibling(value.substring("${file:".length(), value.length() - 1)))
          : value;
    }

    private static Object in(Object map, String key) {
      return Objects.requireNonNull(((Map<?, ?>) map).get(key), key);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String get(String uri) {
    return send(HttpRequest.newBuilder(URI.create(uri))).body();
  }

  private static int post(String uri, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri)).POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request).statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
