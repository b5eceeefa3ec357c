package io.wireroom.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site, receivers and a state, and runs of the shipped routes over them. The receivers are a
 * Slack with a Web API and an incoming webhook, and a webhook.
 */
final class Desk implements AutoCloseable {

  static final String TOKEN_SLACK = "newsroom";
  static final String HOOK_SLACK = "lobby";
  static final String WEBHOOK = "crm";

  private static final ObjectMapper JSON = new ObjectMapper();

  final WebServer site = new WebServer();
  final WebServer receivers = new WebServer();
  final TestClock clock;
  private final Path folder;
  private int posted;

  Desk(Path folder, TestClock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    slackWorks();
    receivers.on("/hook", WebServer.Answer.ok("text/plain", "ok"));
    receivers.on("/crm", WebServer.Answer.status(204));
  }

  /** Each message gets a name of its own: 1.1, 1.2, and so on. */
  void slackWorks() {
    receivers.on(
        "/api/chat.postMessage",
        request ->
            WebServer.Answer.ok(
                "application/json",
                "{\"ok\":true,\"channel\":\"C0123ABCD\",\"ts\":\"" + ts() + "\"}"));
  }

  private synchronized String ts() {
    posted++;
    return "1." + posted;
  }

  /** Runs once with sources of these paths, and more of a config. */
  Tally run(List<String> feeds, String more) throws Exception {
    return run(feeds, more, clock);
  }

  Tally run(List<String> feeds, String more, Clock time) throws Exception {
    return run(feeds, more, time, null);
  }

  /**
   * @param most how long the run may last
   */
  Tally run(List<String> feeds, String more, Clock time, @Nullable Duration most) throws Exception {
    Path file = config(feeds, more);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), time)) {
      return hub.runOnce(Duration.ZERO, most);
    }
  }

  /** Writes the config: sources of these paths, and more. */
  Path config(List<String> feeds, String more) throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String feed : feeds) {
      yaml.append("  - {id: ").append(feed.substring(1)).append(", url: \"");
      yaml.append(site.at(feed)).append("\"}\n");
    }
    yaml.append("destinations:\n  - {id: newsroom, kind: slack, token: xoxb-1-token, channel:");
    yaml.append(" \"#news\", rate: 100/s, api: \"").append(receivers.at("/api/")).append("\"}\n");
    yaml.append("  - {id: lobby, kind: slack, rate: 100/s, webhook: \"");
    yaml.append(receivers.at("/hook")).append("\"}\n");
    yaml.append("  - {id: crm, kind: webhook, url: \"").append(receivers.at("/crm"));
    yaml.append("\"}\n").append(more).append('\n');
    yaml.append("network: {allow: [127.0.0.0/8], timeout: 5s, per-host: {concurrency: 8, delay:");
    yaml.append(" 0s}}\nstate: {url: \"sqlite:").append(folder.resolve("state.db")).append("\"}\n");
    return Files.writeString(folder.resolve("wireroom.yaml"), yaml);
  }

  /** What was posted by token, oldest first. */
  List<JsonNode> posts() {
    return bodies("/api/chat.postMessage");
  }

  List<JsonNode> bodies(String path) {
    return receivers.requests(path).stream().map(Desk::json).toList();
  }

  private static JsonNode json(WebServer.Request request) {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    site.close();
    receivers.close();
  }
}
