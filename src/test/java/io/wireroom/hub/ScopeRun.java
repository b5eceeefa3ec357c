package io.wireroom.hub;

import io.wireroom.config.ConfigFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Polls six sources of five hosts, has one of them ask for two hours of peace, and prints which of
 * the others are polled an hour and a half later: a line for each scope. Runs in a process of its
 * own, whose names all lead to loopback ({@code -Djdk.net.hosts.file}). Argument: a folder.
 */
public final class ScopeRun {

  private static final Map<String, String> HOSTS =
      Map.of(
          "twin", "a.example.co.uk",
          "sibling", "b.example.co.uk",
          "cousin", "other.co.uk",
          "neighbour", "two.github.io");

  private ScopeRun() {}

  /** Runs it; see the class. */
  public static void main(String[] args) throws Exception {
    TestClock clock = new TestClock();
    Path folder = Path.of(args[0]);
    try (WebServer site = new WebServer()) {
      answer(site, WebServer.Answer.ok("application/rss+xml", "<rss><channel/></rss>"));
      run(config(site, "source", folder), clock);
      for (String scope : List.of("source", "host", "domain")) {
        System.out.println(scope + ": " + polled(site, config(site, scope, folder), clock));
      }
    }
  }

  private static String polled(WebServer site, Path config, TestClock clock) throws Exception {
    answer(site, new WebServer.Answer(429, Map.of("Retry-After", "7200"), ""));
    clock.forward(Duration.ofDays(3));
    run(config, clock);
    site.forget();
    clock.forward(Duration.ofMinutes(90));
    run(config, clock);
    return String.join(" ", site.paths().stream().sorted().toList());
  }

  private static void answer(WebServer site, WebServer.Answer limited) {
    site.on("/limited", limited);
    site.on("/tenant", limited);
  }

  private static Path config(WebServer site, String scope, Path folder) throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    source(yaml, site, "limited", "a.example.co.uk");
    source(yaml, site, "tenant", "one.github.io");
    HOSTS.forEach((id, host) -> source(yaml, site, id, host));
    yaml.append("network: {allow: [127.0.0.0/8], retry-after-scope: ").append(scope);
    yaml.append(", per-host: {concurrency: 8, delay: 0s}}\n");
    yaml.append("state: {url: \"sqlite:").append(folder.resolve("state.db")).append("\"}\n");
    return Files.writeString(folder.resolve("wireroom.yaml"), yaml);
  }

  private static void source(StringBuilder yaml, WebServer site, String id, String host) {
    if (HOSTS.containsKey(id)) {
      site.on("/" + id, WebServer.Answer.ok("application/rss+xml", "<rss><channel/></rss>"));
    }
    URI address = URI.create("http://" + host + ":" + site.at("/").getPort() + "/" + id);
    yaml.append("  - {id: ").append(id).append(", url: \"").append(address).append("\"}\n");
  }

  private static void run(Path config, TestClock clock) throws Exception {
    try (Hub hub = Hub.once(ConfigFile.read(config, name -> null), Path.of("."), clock)) {
      hub.runOnce(Duration.ZERO, null);
    }
  }
}
