package io.wireroom.deliver.storage;

import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letters;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buckets as the config could name them. */
final class Buckets {

  static final String LAYOUT = "dt={published:yyyy-MM-dd}/{id}.{format}";

  private Buckets() {}

  static Destination.S3 s3(@Nullable URI endpoint, String accessKey, String secretKey) {
    return new Destination.S3(
        endpoint, "us-east-1", true, accessKey, secretKey, "when-required", null, null, null, null);
  }

  static Destination.S3 virtual(Destination.S3 s3) {
    return new Destination.S3(
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

  static Destination.S3 cached(Destination.S3 s3, String cacheControl) {
    return new Destination.S3(
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

  static Destination.S3 checked(Destination.S3 s3) {
    return new Destination.S3(
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

  static Destination.Storage storage(String url, Destination.@Nullable S3 s3, String... formats) {
    return new Destination.Storage(
        "archive", Letters.LANE, URI.create(url), List.of(formats), LAYOUT, Destination.Volumes.NONE, s3);
  }
}
