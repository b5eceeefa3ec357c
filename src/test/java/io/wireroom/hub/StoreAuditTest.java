package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.config.ConfigFile;
import io.wireroom.config.HubConfig;
import io.wireroom.demo.Bucket;
import io.wireroom.store.Audit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit against what lies in a folder and in a bucket; the bucket keeps its objects as files.
 */
class StoreAuditTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private WebServer site;
  private Bucket bucket;

  @BeforeEach
  void start() throws Exception {
    site = new WebServer();
    bucket = new Bucket(0, "news", folder.resolve("bucket"), Clock.systemUTC());
    News.publish(site, "/feed", "alpha", "beta", "gamma");
    try (Hub hub = Hub.once(config(), Path.of("."), clock)) {
      assertThat(hub.runOnce(Duration.ZERO, null).troubled()).isFalse();
    }
  }

  @AfterEach
  void stop() {
    bucket.close();
    site.close();
  }

  @Test
  void what_lies_where_it_was_put_is_plain() throws Exception {
    Audit audit = audit(true);

    assertThat(audit.findings()).isEmpty();
    assertThat(audit.delivered()).isEqualTo(6);
    assertThat(audit.troubled()).isFalse();
  }

  @Test
  void what_was_removed_changed_or_added_is_named_in_a_folder_and_in_a_bucket() throws Exception {
    for (Path root : List.of(folder.resolve("out"), folder.resolve("bucket/briefs"))) {
      List<Path> briefs = files(root, ".json");
      Files.delete(briefs.get(0));
      Files.writeString(
          briefs.get(1), Files.readString(briefs.get(1)).replace("Council", "Cabinet"));
      Files.delete(files(root, ".parquet").get(0));
      Files.writeString(briefs.get(2).resolveSibling("notes.txt"), "mine");
    }

    Audit audit = audit(true);

    for (String destination : List.of("archive", "store")) {
      assertThat(audit.findings())
          .filteredOn(finding -> finding.destinationId().equals(destination))
          .extracting(Audit.Finding::kind)
          .containsExactlyInAnyOrder(
              Audit.Kind.LOST, Audit.Kind.LOST, Audit.Kind.ALTERED, Audit.Kind.FOREIGN);
    }
    assertThat(audit.findings())
        .filteredOn(finding -> finding.kind() == Audit.Kind.FOREIGN)
        .allMatch(finding -> finding.url().endsWith("/notes.txt"));
    assertThat(audit.troubled()).isTrue();
  }

  @Test
  void a_bucket_that_is_out_of_reach_is_named_once_and_the_folder_is_still_looked_into()
      throws Exception {
    bucket.close();
    Files.delete(files(folder.resolve("out"), ".json").get(0));

    Audit audit = audit(true);

    assertThat(audit.count(Audit.Kind.LOST)).isEqualTo(1);
    assertThat(audit.findings())
        .filteredOn(finding -> finding.kind() == Audit.Kind.UNCHECKED)
        .singleElement()
        .satisfies(finding -> assertThat(finding.note()).startsWith("can't connect to "));
    assertThat(audit.troubled()).isTrue();
  }

  @Test
  void without_buckets_none_is_asked() throws Exception {
    bucket.close();

    assertThat(audit(false).findings()).isEmpty();
  }

  @Test
  void a_probe_on_demand_names_what_a_store_lacks() throws Exception {
    assertThat(ProbeRun.of(config(), Path.of("."), clock))
        .containsExactly(Map.entry("archive", List.of()), Map.entry("store", List.of()));

    bucket.close();
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
    Files.writeString(out, "a file");

    assertThat(ProbeRun.of(config(), Path.of("."), clock))
        .hasEntrySatisfying(
            "archive", lacks -> assertThat(lacks.get(0)).startsWith("can't be written to"))
        .hasEntrySatisfying(
            "store", lacks -> assertThat(lacks.get(0)).startsWith("can't be asked: can't connect"));
  }

  @Test
  void the_service_asks_at_its_start_and_a_single_run_does_not() throws Exception {
    assertThat(probed()).isEmpty();

    try (Hub hub = Hub.service(config(), Path.of("."), clock)) {
      hub.start();
      Awaitility.await()
          .untilAsserted(() -> assertThat(probed()).containsExactlyInAnyOrder("archive", "store"));
    }
  }

  private List<String> probed() throws SQLException {
    List<String> probed = new ArrayList<>();
    try (Connection state =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"));
        ResultSet rows = state.createStatement().executeQuery("SELECT destination_id FROM probe")) {
      while (rows.next()) {
        probed.add(rows.getString(1));
      }
    }
    return probed;
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(ending) && !file.endsWith("index.json"))
          .sorted()
          .toList();
    }
  }

  private Audit audit(boolean buckets) throws Exception {
    return AuditRun.of(config(), Path.of("."), buckets, clock);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private HubConfig config() throws Exception {
    String yaml =
        "sources: [{id: news, url: \""
            + site.at("/feed")
            + "\"}]\ndestinations:\n"
            + "  - {id: archive, kind: storage, formats: [json, md], daily: [parquet], url: \"file:"
            + folder.resolve("out")
            + "\"}\n  - {id: store, kind: storage, formats: [json, md], daily: [parquet], index:"
            + " true, url: \"s3://news/briefs\", endpoint: \""
            + bucket.address()
            + "\", path-style: true, access-key: "
            + Bucket.ACCESS_KEY
            + ", secret-key: \""
            + Bucket.SECRET_KEY
            + "\"}\nsubscriptions: [{to: archive}, {to: store}]\n"
            + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n"
            + "server: {port: "
            + freePort()
            + "}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    return ConfigFile.read(file, name -> null);
  }
}
