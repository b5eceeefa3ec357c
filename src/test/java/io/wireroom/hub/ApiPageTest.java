package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends each request on the page src/docs/api.md to a hub, and compares what the page promises. */
class ApiPageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```http\\n(.*?)^```$");

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();

  /** What stands on the page for what is different each time. */
  private final Map<String, String> real = new LinkedHashMap<>();

  /** A request or an answer as the page has it. */
  private record Message(String first, Map<String, String> headers, String body) {

    static Message of(String block) {
      String[] parts = block.split("\\n\\n", 2);
      List<String> lines = parts[0].lines().toList();
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        headers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
      }
      return new Message(lines.get(0), headers, parts.length == 2 ? parts[1] : "");
    }
  }

  @Test
  void every_request_is_answered_as_the_page_says() throws Exception {
    List<Message> messages = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("src/docs/api.md")));
    while (blocks.find()) {
      messages.add(Message.of(blocks.group(1)));
    }
    assertThat(messages).hasSizeGreaterThan(15);
    try (RunningHub hub = new RunningHub(folder, clock, "token: correct-horse-battery", "")) {
      real.put("https://crm.example.com/hooks/news", hub.receiver.at("/hook").toString());
      await().atMost(LONGEST).until(() -> hub.done("alpha"));
      for (int i = 0; i < messages.size(); i += 2) {
        if (messages.get(i).first().endsWith("/deliveries")) {
          News.publish(hub.site, "/feed", "beta", "alpha");
          await().atMost(LONGEST).until(() -> arrived(hub));
        }
        check(messages.get(i + 1), send(hub, messages.get(i)), messages.get(i).first());
      }
    }
  }

  private static boolean arrived(RunningHub hub) {
    return hub.receiver.requests("/hook").stream()
        .anyMatch(request -> request.text().contains("brief.published"));
  }

  private HttpResponse<String> send(RunningHub hub, Message asked) throws Exception {
    String[] line = made(asked.first()).split(" ");
    String body = made(asked.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.at(line[1]))
            .method(
                line[0],
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    asked.headers().forEach(request::header);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (line[1].endsWith("/deliveries")) {
      JsonNode first = JSON.readTree(answer.body()).at("/deliveries/0");
      if (!first.path("state").asText().equals("delivered")) {
        await().atMost(LONGEST).until(() -> send(hub, asked).body().contains("\"delivered\""));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      }
    }
    return answer;
  }

  private void check(Message promised, HttpResponse<String> answer, String asked) throws Exception {
    assertThat("HTTP/1.1 " + answer.statusCode())
        .as(asked + ": " + answer.body())
        .isEqualTo(promised.first());
    if (!promised.body().isEmpty()) {
      same(JSON.readTree(promised.body()), JSON.readTree(answer.body()), asked);
    }
    promised
        .headers()
        .forEach(
            (name, value) ->
                assertThat(answer.headers().firstValue(name)).as(name).contains(made(value)));
  }

  /** The same members everywhere, and the same values but for what is different each time. */
  private void same(JsonNode promised, JsonNode actual, String where) {
    assertThat(actual.getNodeType()).as(where).isEqualTo(promised.getNodeType());
    if (promised.isObject()) {
      assertThat(names(actual)).as(where).isEqualTo(names(promised));
      names(promised)
          .forEach(name -> same(promised.get(name), actual.get(name), where + " / " + name));
    } else if (promised.isArray()) {
      assertThat(actual).as(where).hasSameSizeAs(promised);
      for (int i = 0; i < promised.size(); i++) {
        same(promised.get(i), actual.get(i), where + " / " + i);
      }
    } else if (where.matches(".*/ (id|briefId)")) {
      real.putIfAbsent(promised.asText(), actual.asText());
      assertThat(actual.asText()).as(where).isEqualTo(real.get(promised.asText()));
    } else if (where.matches(".*/ (rss|atom|json)")) {
      assertThat(actual.asText().replaceAll("key=.*", ""))
          .as(where)
          .isEqualTo(made(promised.asText()).replaceAll("key=.*", ""));
    } else if (!where.matches(".*/ (createdAt|at|tookMs|secret|answer|articleUrl)")) {
      assertThat(actual.asText()).as(where).isEqualTo(made(promised.asText()));
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private String made(String text) {
    String made = text;
    for (Map.Entry<String, String> each : real.entrySet()) {
      made = made.replace(each.getKey(), each.getValue());
    }
    return made;
  }
}
