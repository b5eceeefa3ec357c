package io.wireroom.deliver.storage;

import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The signed requests that a bucket understands. Pure and thread-safe. */
final class S3Requests implements BucketRequests {

  private static final byte[] NOTHING = {};

  /** What is read of an object or a list at most. */
  private static final int LARGEST = 128 * 1024 * 1024;

  private final S3Access s3;
  private final S3Address address;

  S3Requests(StorageDestination storage, S3Access s3) {
    this.s3 = s3;
    address = new S3Address(storage, s3);
  }

  /**
   * @param name below the destination's prefix
   */
  @Override
  public HttpCall get(String name, Instant at) {
    return S3Signer.call(s3, "GET", address.object(name), Map.of(), NOTHING, LARGEST, at);
  }

  /** Whether an object is there, its size and ETag. */
  @Override
  public HttpCall head(String name, Instant at) {
    return S3Signer.call(
        s3, "HEAD", address.object(name), Map.of(), NOTHING, HttpCall.ANSWER_BYTES, at);
  }

  /** Removes an object, if it is there. */
  @Override
  public HttpCall delete(String name, Instant at) {
    return S3Signer.call(
        s3, "DELETE", address.object(name), Map.of(), NOTHING, HttpCall.ANSWER_BYTES, at);
  }

  /**
   * @param beginning of the names, below the destination's prefix
   * @param most at most a thousand
   */
  @Override
  public HttpCall list(String beginning, int most, @Nullable String continuation, Instant at) {
    Map<String, String> query = new HashMap<>();
    query.put("list-type", "2");
    query.put("prefix", address.key(beginning));
    query.put("max-keys", Integer.toString(most));
    if (continuation != null) {
      query.put("continuation-token", continuation);
    }
    return S3Signer.call(s3, "GET", address.bucket(query), Map.of(), NOTHING, LARGEST, at);
  }

  @Override
  public String bucket() {
    return address.bucket();
  }

  @Override
  public String key(String name) {
    return address.key(name);
  }

  /** Some compatible stores answer 304. */
  @Override
  public boolean there(HttpReply reply) {
    return reply.status() == 412 || reply.status() == 304;
  }

  @Override
  public StoreError error(HttpReply reply, Right wanted) {
    return S3Errors.of(reply, address.bucket(), s3.region(), wanted);
  }

  @Override
  public String metadata() {
    return "x-amz-meta-";
  }

  @Override
  public HttpCall put(StoredObject object, Map<String, String> condition, Instant at) {
    Map<String, String> headers = new HashMap<>(condition);
    headers.put("Content-Type", object.contentType());
    object.metadata().forEach((name, text) -> headers.put("x-amz-meta-" + name, text));
    optional(headers, "Cache-Control", object.cacheControl());
    optional(headers, "x-amz-storage-class", s3.storageClass());
    optional(headers, "x-amz-server-side-encryption", s3.encryption());
    optional(headers, "x-amz-server-side-encryption-aws-kms-key-id", s3.kmsKey());
    if (s3.checksums().equals("when-supported")) {
      headers.put("x-amz-checksum-crc32", crc32(object.bytes()));
    }
    return S3Signer.call(
        s3,
        "PUT",
        address.object(object.key()),
        headers,
        object.bytes(),
        HttpCall.ANSWER_BYTES,
        at);
  }

  private static void optional(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static String crc32(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
