package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped routes to the chats, against receivers that answer as the chats do. */
class ChatsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private WebServer chats;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer();
    chats = new WebServer();
    News.publish(site, "/feed", "alpha", "beta");
  }

  @AfterEach
  void stop() {
    site.close();
    chats.close();
  }

  @Test
  void every_kind_of_chat_gets_every_brief() throws Exception {
    chats.on("/discord", WebServer.Answer.ok("application/json", "{\"id\":\"1\"}"));
    chats.on("/mattermost", WebServer.Answer.ok("text/plain", "ok"));
    chats.on("/teams", WebServer.Answer.status(202));
    chats.on("/bot1:token/sendMessage", WebServer.Answer.ok("application/json", "{\"ok\":true}"));

    Tally tally =
        run(
            "{id: a, kind: discord, webhook: \"" + chats.at("/discord") + "\", rate: 100/s}",
            "{id: b, kind: mattermost, webhook: \"" + chats.at("/mattermost") + "\", rate: 100/s}",
            "{id: c, kind: teams, webhook: \"" + chats.at("/teams") + "\", rate: 100/s}",
            "{id: d, kind: telegram, token: \"1:token\", chat: \"@news\", api: \""
                + chats.at("/")
                + "\", rate: 100/s}");

    assertThat(tally.troubled()).isFalse();
    assertThat(chats.paths()).hasSize(8);
    for (String path : List.of("/discord?wait=true", "/mattermost", "/teams")) {
      assertThat(chats.requests(path)).hasSize(2);
    }
  }

  @Test
  void a_slack_message_that_arrived_without_an_answer_is_not_posted_twice() throws Exception {
    String slack =
        "{id: a, kind: slack, token: \"xoxb-1-token\", channel: C0123ABCD, api: \""
            + chats.at("/api/")
            + "\", rate: 100/s}";
    chats.on("/api/chat.postMessage", WebServer.Answer.status(0));
    run(slack);
    int posted = chats.requests("/api/chat.postMessage").size();
    assertThat(posted).isEqualTo(2);

    String history = history();
    chats.on(
        "/api/conversations.history",
        WebServer.Answer.ok("application/json", "{\"ok\":true,\"messages\":[" + history + "]}"));
    clock.forward(Duration.ofMinutes(10));
    Tally tally = run(slack);

    assertThat(tally.troubled()).isFalse();
    assertThat(chats.paths()).filteredOn(path -> path.contains("history")).hasSize(2);
    assertThat(chats.requests("/api/chat.postMessage")).hasSize(posted);
  }

  /** What the channel would show of the messages that arrived. */
  private String history() throws IOException {
    StringBuilder messages = new StringBuilder();
    for (WebServer.Request request : chats.requests("/api/chat.postMessage")) {
      JsonNode metadata = JSON.readTree(request.body()).path("metadata");
      messages.append(messages.length() == 0 ? "" : ",");
      messages.append("{\"ts\":\"17.").append(messages.length()).append("\",\"metadata\":");
      messages.append(metadata).append('}');
    }
    return messages.toString();
  }

  private Tally run(String... destinations) throws Exception {
    StringBuilder yaml = new StringBuilder();
    yaml.append("sources:\n  - {id: news, url: \"").append(site.at("/feed")).append("\"}\n");
    yaml.append("destinations:\n");
    for (String destination : destinations) {
      yaml.append("  - ").append(destination).append('\n');
    }
    yaml.append("subscriptions:\n");
    for (int i = 0; i < destinations.length; i++) {
      yaml.append("  - {to: ").append((char) ('a' + i)).append("}\n");
    }
    yaml.append(
        "network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay: 0s}}\n");
    yaml.append("state: {url: \"sqlite:").append(folder.resolve("state.db")).append("\"}\n");
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }
}
