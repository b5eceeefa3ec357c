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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

class DemoCommandTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void shows_what_arrived_and_where_and_ends() {
    assertThat(demo(DemoCommandTest::deliverOneArticle, "--dir", folder.toString(), "--no-stay"))
        .isZero();

    assertThat(out.toString())
        .contains("$ wireroom run --once --config " + folder.resolve("wireroom.yaml"))
        .containsPattern("Brackwater orders six electric ferries as its.*  1 +1 +1 +1\n")
        .containsPattern("A lost string quartet.* - +- +- +-\n")
        .contains("Refused: nothing.")
        .contains("  Brackwater orders six electric ferries as its diesel fleet nears 40\n  Key Takeaways\n")
        .containsPattern("Look at +http://127.0.0.1:\\d+/");
    assertThat(folder.resolve("news-archive/briefs/ferries.txt")).exists();
  }

  @Test
  void what_a_receiver_refuses_is_told() {
    demo(
        config -> {
          post(text(folder.resolve("secrets/slack-webhook")), "{\"blocks\":[{\"type\":\"x\"}]}", Map.of());
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
  void a_hub_that_fails_shows_in_the_exit_code_and_never_stays() {
    assertThat(demo(config -> 2, "--dir", folder.toString(), "--stay")).isEqualTo(2);
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

  /** As much of a hub as it takes: reads the config, and delivers one article to all that it names. */
  private static int deliverOneArticle(Path config) {
    Map<?, ?> yaml =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(config));
    Map<?, ?> slack = destination(yaml, 0);
    Map<?, ?> harbour = destination(yaml, 1);
    Map<?, ?> bucket = destination(yaml, 2);
    Map<?, ?> webhook = destination(yaml, 3);
    String feed = String.valueOf(((Map<?, ?>) ((List<?>) yaml.get("sources")).get(0)).get("url"));
    String link =
        get(feed).lines().filter(line -> line.contains("electric-ferries</link>")).findFirst().orElseThrow()
            .replaceAll("</?link>", "");
    String brief =
        "Brackwater orders six electric ferries as its diesel fleet nears 40\nKey Takeaways\n" + link + "\n";

    assertThat(post(secret(config, slack.get("webhook")), "{\"text\":\"<" + link + ">\"}", Map.of())).isEqualTo(200);
    assertThat(
            post(
                harbour.get("api") + "chat.postMessage",
                "{\"channel\":\"" + harbour.get("channel") + "\",\"text\":\"" + link + "\"}",
                Map.of("Authorization", "Bearer " + secret(config, harbour.get("token")))))
        .isEqualTo(200);
    assertThat(
            new SignedS3(secret(config, bucket.get("access-key")), secret(config, bucket.get("secret-key")), CLOCK)
                .send(
                    "PUT",
                    URI.create(
                        bucket.get("endpoint")
                            + String.valueOf(bucket.get("url")).replace("s3://", "")
                            + "/ferries.txt"),
                    brief,
                    Map.of())
                .statusCode())
        .isEqualTo(200);
    String body = "{\"headline\":\"x\",\"url\":\"" + link + "\"}";
    long now = CLOCK.instant().getEpochSecond();
    try {
      assertThat(
              post(
                  String.valueOf(webhook.get("url")),
                  body,
                  Map.of(
                      "webhook-id", "msg_1",
                      "webhook-timestamp", Long.toString(now),
                      "webhook-signature",
                          new Webhook(secret(config, webhook.get("secret"))).sign("msg_1", now, body))))
          .isEqualTo(200);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
    return 0;
  }

  private static Map<?, ?> destination(Map<?, ?> yaml, int index) {
    return (Map<?, ?>) ((List<?>) yaml.get("destinations")).get(index);
  }

  private static String secret(Path config, Object value) {
    return text(config.resolveSibling(String.valueOf(value).replaceAll("^\\$\\{file:|}$", "")));
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
