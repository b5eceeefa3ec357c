package io.wireroom.deliver.storage;

import io.wireroom.deliver.Letters;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buckets as the config could name them. */
final class Buckets {

  static final String LAYOUT = "dt={published:yyyy-MM-dd}/{id}.{format}";

  private Buckets() {}

  static S3Access s3(@Nullable URI endpoint, String accessKey, String secretKey) {
    return new S3Access(
        endpoint, "us-east-1", true, accessKey, secretKey, "when-required", null, null, null, null);
  }

  static S3Access virtual(S3Access s3) {
    return new S3Access(
        s3.endpoint(),
        s3.region(),
        false,
        s3.accessKey(),
        s3.secretKey(),
        s3.checksums(),
        null,
        null,
        null,
        null);
  }

  static S3Access cached(S3Access s3, String cacheControl) {
    return new S3Access(
        s3.endpoint(),
        s3.region(),
        true,
        s3.accessKey(),
        s3.secretKey(),
        s3.checksums(),
        null,
        null,
        null,
        cacheControl);
  }

  static S3Access checked(S3Access s3) {
    return new S3Access(
        s3.endpoint(),
        s3.region(),
        true,
        s3.accessKey(),
        s3.secretKey(),
        "when-supported",
        null,
        null,
        null,
        null);
  }

  static StorageDestination storage(String url, @Nullable S3Access s3, String... formats) {
    return new StorageDestination(
        "archive",
        Letters.LANE,
        URI.create(url),
        List.of(formats),
        LAYOUT,
        StorageVolumes.NONE,
        s3);
  }
}
