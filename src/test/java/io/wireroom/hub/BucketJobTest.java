package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.S3Server;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.config.ConfigFile;
import io.wireroom.store.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole hub with a bucket of an S3 server that others wrote. */
class BucketJobTest {

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private BlobStore store;
  private S3Server server;
  private WebServer site;

  @BeforeEach
  void start() throws Exception {
    server = new S3Server();
    store = server.store();
    site = new WebServer();
    News.publish(site, "/feed", "alpha", "beta");
  }

  @AfterEach
  void stop() throws Exception {
    site.close();
    server.close();
  }

  @Test
  void each_brief_lies_there_in_every_form_under_a_steady_name() throws Exception {
    store.createContainerInLocation(null, "news");

    Tally tally = run();

    assertThat(tally.troubled()).isFalse();
    List<String> names = names();
    assertThat(names).hasSize(6).allMatch(name -> name.startsWith("briefs/dt="));
    assertThat(names).filteredOn(name -> name.endsWith(".json")).hasSize(2);
    assertThat(names).filteredOn(name -> name.endsWith(".md")).hasSize(2);
    assertThat(names).filteredOn(name -> name.endsWith(".html")).hasSize(2);
    for (String name : names) {
      if (name.endsWith(".json")) {
        Brief brief = BriefJson.read(bytes(name));
        assertThat(name).endsWith(brief.id() + ".json");
      }
    }
  }

  @Test
  void a_bucket_that_is_not_there_is_named_and_gets_everything_once_it_is() throws Exception {
    Tally tally = run();

    assertThat(tally.lanes())
        .singleElement()
        .satisfies(lane -> assertThat(lane.off()).contains("news"));

    store.createContainerInLocation(null, "news");
    Tally second = run(", concurrency: 2");

    assertThat(second.troubled()).isFalse();
    assertThat(names()).hasSize(6);
  }

  private List<String> names() {
    return store.list("news", ListContainerOptions.Builder.recursive()).stream()
        .map(StorageMetadata::getName)
        .toList();
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = store.getBlob("news", name).getPayload().openStream()) {
      return in.readAllBytes();
    }
  }

  private Tally run() throws Exception {
    return run("");
  }

  private Tally run(String more) throws Exception {
    String yaml =
        "sources: [{id: news, url: \""
            + site.at("/feed")
            + "\"}]\n"
            + "destinations:\n  - {id: archive, kind: storage, url: \"s3://news/briefs\", formats:"
            + " [json, md, html], endpoint: \"http://127.0.0.1:"
            + server.port()
            + "\", path-style: true, access-key: AKIATEST, secret-key: \"secret+key\""
            + more
            + "}\nsubscriptions: [{to: archive}]\n"
            + "network: {allow: [127.0.0.0/8], per-host: {concurrency: 8, delay: 0s}}\n"
            + "state: {url: \"sqlite:"
            + folder.resolve("state.db")
            + "\"}\n";
    Path file = Files.writeString(folder.resolve("wireroom.yaml"), yaml);
    try (Hub hub = Hub.once(ConfigFile.read(file, name -> null), Path.of("."), clock)) {
      return hub.runOnce(Duration.ZERO, null);
    }
  }
}
