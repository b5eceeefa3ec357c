package io.wireroom.deliver;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a bucket of S3, or of a store that speaks its protocol.
 *
 * @param endpoint of a compatible store; null for AWS
 * @param accessKey null to use the environment's credentials (AWS default chain)
 * @param checksums {@code when-required} or {@code when-supported} (adds x-amz-checksum-crc32)
 * @param storageClass such as {@code STANDARD_IA}; null for the bucket's default
 * @param encryption {@code AES256} or {@code aws:kms}; null for the bucket's default
 * @param cacheControl {@code Cache-Control} of each brief; null for none
 */
public record S3Access(
    @Nullable URI endpoint,
    String region,
    boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey,
    String checksums,
    @Nullable String storageClass,
    @Nullable String encryption,
    @Nullable String kmsKey,
    @Nullable String cacheControl)
    implements BucketAccess {

  @Override
  public List<String> secrets() {
    return secretKey == null ? List.of() : List.of(secretKey);
  }
}
