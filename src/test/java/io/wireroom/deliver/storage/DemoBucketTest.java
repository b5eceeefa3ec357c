package io.wireroom.deliver.storage;

import io.wireroom.deliver.S3Access;
import io.wireroom.demo.Bucket;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
}
