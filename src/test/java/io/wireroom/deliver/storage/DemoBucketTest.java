package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.demo.Bucket;
import io.wireroom.net.HttpReply;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the demo's own bucket. */
class DemoBucketTest extends BucketSuite {

  @TempDir private Path folder;
  private Bucket bucket;

  @BeforeEach
  void open() {
    bucket = new Bucket(0, "news", folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    bucket.close();
  }

  @Override
  S3Access s3() {
    return Buckets.s3(bucket.address(), Bucket.ACCESS_KEY, Bucket.SECRET_KEY);
  }

  /** Here, and not in the suite: not every store looks and writes at one stroke. */
  @Test
  void many_who_write_the_same_file_at_once_lose_none() {
    StorageDestination storage = Days.storage("s3://news/briefs", s3());
    List<Volume> volumes =
        Days.briefs(12).stream().map(brief -> volume(storage, VolumeForm.JSONL, 0, brief)).toList();

    volumes.parallelStream()
        .forEach(
            volume -> {
              while (write(volume).outcome().verdict() != Verdict.DELIVERED) {
                Thread.onSpinWait();
              }
            });

    HttpReply lines =
        transport.send(BucketRequests.of(storage).get("dt=2026-03-02/briefs.jsonl", now()));
    assertThat(lines.text().lines().count()).isEqualTo(12);
    assertThat(lines.header("cache-control")).isEqualTo("no-cache");
  }
}
