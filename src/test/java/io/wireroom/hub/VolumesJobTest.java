package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.S3Server;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jclouds.blobstore.BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of days and the index, by the whole hub, in a bucket and in a folder. */
class VolumesJobTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private BlobStore store;
  private S3Server server;
  private WebServer site;

  @BeforeEach
  void start() throws Exception {
    server = new S3Server();
    store = server.store();
    store.createContainerInLocation(null, "news");
    site = new WebServer();
    News.publish(site, "/feed", "alpha", "beta");
  }

  @AfterEach
  void stop() throws Exception {
    site.close();
    server.close();
  }

  @Test
  void a_day_in_a_bucket_has_all_its_briefs_in_every_form_after_each_run() throws Exception {
    Tally tally = run("one", bucket());

    assertThat(tally.volumes()).isEmpty();
    assertThat(tally.troubled()).as(tally.toString()).isFalse();
    assertThat(lines(object(day("jsonl")))).hasSize(2);
    assertThat(headlines(saved(object(day("parquet")))))
        .containsExactlyInAnyOrder(News.title("alpha"), News.title("beta"));

    News.publish(site, "/feed", "gamma", "alpha", "beta");
    run("one", bucket());

    assertThat(lines(object(day("jsonl")))).hasSize(3);
    assertThat(headlines(saved(object(day("parquet")))))
        .contains(News.title("gamma"), News.title("alpha"))
        .hasSize(3);
  }

  @Test
  void the_index_names_the_newest_briefs_with_their_files_and_counts_the_days() throws Exception {
    run("one", bucket());

    JsonNode index = JSON.readTree(object("index.json"));
    assertThat(index.path("version").asText()).isEqualTo("1.0");
    assertThat(index.path("briefs")).hasSize(2);
    for (JsonNode brief : index.path("briefs")) {
      Brief document = BriefJson.read(object(brief.at("/keys/json").asText()));
      assertThat(brief.path("headline").asText()).isEqualTo(document.headline());
    }
    assertThat(index.path("files"))
        .extracting(file -> file.path("key").asText())
        .containsExactly(day("jsonl"), day("parquet"));
    assertThat(index.path("files")).allMatch(file -> file.path("briefs").asInt() == 2);
  }

  @Test
  void two_hubs_that_know_nothing_of_each_other_share_a_day() throws Exception {
    run("one", bucket());
    News.publish(site, "/feed", "delta", "gamma");
    run("two", bucket());

    assertThat(lines(object(day("jsonl")))).hasSize(4);
    assertThat(headlines(saved(object(day("parquet"))))).hasSize(4);
    JsonNode index = JSON.readTree(object("index.json"));
    assertThat(index.path("briefs")).hasSize(4);
    assertThat(index.path("files")).allMatch(file -> file.path("briefs").asInt() == 4);
  }

  @Test
  void a_folder_has_the_same_files_and_nothing_half_written() throws Exception {
    String out = "url: \"file:" + folder.resolve("out") + "\"";
    Tally tally = run("one", out);
    News.publish(site, "/feed", "gamma", "alpha", "beta");
    run("one", out);

    assertThat(tally.troubled()).isFalse();
    Path day = folder.resolve("out/briefs").resolveSibling("dt=" + today());
    assertThat(lines(Files.readAllBytes(day.resolve("briefs.jsonl")))).hasSize(3);
    assertThat(headlines(day.resolve("briefs.parquet"))).hasSize(3);
    assertThat(JSON.readTree(folder.resolve("out/index.json").toFile()).path("briefs")).hasSize(3);
    try (var files = Files.walk(folder.resolve("out"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith(".part-") || name.startsWith(".wireroom-probe"));
    }
  }

  @Test
  void a_file_that_is_not_ours_is_left_alone_and_named_and_completed_once_it_is_gone()
      throws Exception {
    String out = "url: \"file:" + folder.resolve("out") + "\"";
    Path lines = folder.resolve("out/dt=" + today() + "/briefs.jsonl");
    Files.createDirectories(lines.getParent());
    Files.writeString(lines, "my notes\n");

    Tally tally = run("one", out);

    assertThat(tally.troubled()).isTrue();
    assertThat(tally.volumes())
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.missing()).isEqualTo(2);
              assertThat(volume.note()).contains("not one of Wireroom's (line 1", "move it away");
            });
    assertThat(lines).hasContent("my notes");

    Files.delete(lines);
    clock.forward(Duration.ofMinutes(1));
    Tally second = run("one", out);

    assertThat(second.troubled()).isFalse();
    assertThat(lines(Files.readAllBytes(lines))).hasSize(2);
    assertThat(JSON.readTree(folder.resolve("out/index.json").toFile()).path("files"))
        .allMatch(file -> file.path("briefs").asInt() == 2);
  }

  private String bucket() {
    return "url: \"s3://news/briefs\", endpoint: \"http://127.0.0.1:"
        + server.port()
        + "\", path-style: true, access-key: AKIATEST, secret-key: \"secret+key\"";
  }

  private String day(String format) {
    return "dt=" + today() + "/briefs." + format;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private byte[] object(String name) throws IOException {
    try (InputStream in = store.getBlob("news", "briefs/" + name).getPayload().openStream()) {
      return in.readAllBytes();
    }
  }

  private Path saved(byte[] table) throws IOException {
    return Files.write(folder.resolve("table.parquet"), table);
  }

  private static List<Brief> lines(byte[] jsonl) {
    return new String(jsonl, StandardCharsets.UTF_8)
        .lines()
        .map(line -> BriefJson.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static List<String> headlines(Path table) throws SQLException {
    List<String> headlines = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT headline FROM read_parquet('" + table + "')")) {
      while (rows.next()) {
        headlines.add(rows.getString(1));
      }
    }
    return headlines;
  }

  private Tally run(String state, String where) throws Exception {
    String yaml =
        "sources: [{id: news, url: \""
            + site.at("/feed")
            + "\"}]\ndestinations:\n  - {id: archive, kind: storage, "
            + where
            + ", daily: [jsonl, parquet], index: true}\nsubscriptions: [{to: archive}]\n"
            + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve(state + ".db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }
}
