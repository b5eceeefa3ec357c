package io.wireroom.deliver.storage;

import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.BucketAccess;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The signed requests that a bucket understands, and what its answers mean. Names are below the
 * destination's prefix. Pure and thread-safe.
 */
public sealed interface BucketRequests permits S3Requests, AzureRequests {

  /**
   * In the protocol of the destination's store.
   *
   * @throws IllegalArgumentException for a folder
   */
  static BucketRequests of(StorageDestination storage) {
    BucketAccess access = storage.access();
    if (access instanceof S3Access s3) {
      return new S3Requests(storage, s3);
    } else if (access instanceof AzureAccess azure) {
      return new AzureRequests(storage, azure);
    }
    throw new IllegalArgumentException(storage.id() + " is a folder, not a bucket");
  }

  /** Puts an object if there is none of its name; see {@link #there}. */
  default HttpCall create(StoredObject object, Instant at) {
    return put(object, Map.of("If-None-Match", "*"), at);
  }

  /**
   * Puts an object in the place of the one last read: 412 when it is another by now.
   *
   * @param etag with its quotes, as the store gave it
   */
  default HttpCall replace(StoredObject object, String etag, Instant at) {
    return put(object, Map.of("If-Match", etag), at);
  }

  /** Puts an object, whatever is there. */
  default HttpCall write(StoredObject object, Instant at) {
    return put(object, Map.of(), at);
  }

  /**
   * Puts an object under a condition.
   *
   * @param condition headers of the request; none for whatever is there
   */
  HttpCall put(StoredObject object, Map<String, String> condition, Instant at);

  /** Reads an object. */
  HttpCall get(String name, Instant at);

  /** Whether an object is there, its size and ETag. */
  HttpCall head(String name, Instant at);

  /** Removes an object, if it is there. */
  HttpCall delete(String name, Instant at);

  /**
   * Names in order.
   *
   * @param beginning of the names
   * @param most at most a thousand
   * @param continuation from the answer before; null for the first
   */
  HttpCall list(String beginning, int most, @Nullable String continuation, Instant at);

  /** The bucket's name. */
  String bucket();

  /** An object's key in the bucket. */
  String key(String name);

  /** Whether an object was not created because there is one already. */
  boolean there(HttpReply reply);

  /**
   * What an answer that is no success means.
   *
   * @param wanted what the request needed to be allowed to do
   */
  StoreError error(HttpReply reply, Right wanted);

  /** What the names of metadata begin with, in headers. */
  String metadata();
}
