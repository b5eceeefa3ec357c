package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.deliver.storage.AzureServer;
import io.wireroom.store.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole hub with a container of a blob service. */
class AzureJobTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private String subscriptions = "[{to: archive}]";

  @Test
  void briefs_days_and_index_lie_there_and_the_audit_finds_them() throws Exception {
    try (AzureServer server = new AzureServer();
        WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha", "beta");
      Tally first = run(server, site);
      News.publish(site, "/feed", "gamma", "alpha", "beta");
      Tally second = run(server, site);

      assertThat(first.troubled()).as(first.toString()).isFalse();
      assertThat(second.troubled()).as(second.toString()).isFalse();
      List<String> names = server.names();
      assertThat(names).hasSize(6).contains("briefs/index.json").doesNotHaveDuplicates();
      assertThat(names).filteredOn(name -> name.endsWith("/briefs.parquet")).hasSize(1);
      assertThat(AuditRun.of(config(server, site), Path.of("."), true, clock).findings()).isEmpty();
    }
  }

  @Test
  void a_round_up_lies_there_after_its_time() throws Exception {
    clock.set(Instant.parse("2026-03-28T12:00:00Z"));
    subscriptions = "[{to: archive, digest: {at: \"0 8 * * *\"}}]";
    try (AzureServer server = new AzureServer();
        WebServer site = new WebServer()) {
      News.publish(site, "/feed", "alpha", "beta");
      run(server, site);
      assertThat(server.names()).isEmpty();
      clock.set(Instant.parse("2026-03-29T08:00:01Z"));

      assertThat(run(server, site).troubled()).isFalse();
      assertThat(server.names()).singleElement().asString().endsWith(".json");
      assertThat(AuditRun.of(config(server, site), Path.of("."), true, clock).findings()).isEmpty();
    }
  }

  private Tally run(AzureServer server, WebServer site) throws Exception {
    try (Hub hub = Hub.once(config(server, site), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }

  private HubConfig config(AzureServer server, WebServer site) throws Exception {
    String yaml =
        "sources: [{id: news, url: \""
            + site.at("/feed")
            + "\"}]\ndestinations:\n  - {id: archive, kind: storage, url: \"azure://news/briefs\","
            + " daily: [jsonl, parquet], index: true, endpoint: \""
            + server.endpoint()
            + "\", account: "
            + AzureServer.ACCOUNT
            + ", account-key: \""
            + AzureServer.KEY
            + "\"}\nsubscriptions: "
            + subscriptions
            + "\n"
            + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    return ConfigFile.read(file, name -> null);
  }
}
