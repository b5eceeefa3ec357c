package io.wireroom.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder or a bucket.
 *
 * @param url {@code file:/path}, {@code s3://bucket/prefix} or {@code azure://container/prefix}
 * @param formats of {@code json}, {@code md}, {@code html}, {@code txt}
 * @param layout template of a key, such as <code>dt={published:yyyy-MM-dd}/{id}.{format}</code>
 * @param volumes which files there are of many briefs
 * @param access how to reach the bucket; null for a folder
 */
public record StorageDestination(
    String id,
    Destination.Lane lane,
    URI url,
    List<String> formats,
    String layout,
    StorageVolumes volumes,
    @Nullable BucketAccess access)
    implements Destination {

  public StorageDestination {
    formats = List.copyOf(formats);
  }

  @Override
  public String kind() {
    return "storage";
  }

  @Override
  public List<String> secrets() {
    return access == null ? List.of() : access.secrets();
  }

  /** Whether it is a bucket, and no folder. */
  public boolean bucket() {
    return access != null;
  }

  /**
   * The absolute path of the folder, percent-encoded to be part of an address. {@code url} may name
   * it relative to where the process started.
   *
   * @throws IllegalStateException for a bucket
   */
  public String folder() {
    try {
      return new URI(null, null, directory().toString(), null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("an absolute path can be part of an address", e);
    }
  }

  /**
   * The folder's absolute path.
   *
   * @throws IllegalStateException for a bucket
   */
  public Path directory() {
    if (bucket()) {
      throw new IllegalStateException(id + " is a bucket, not a folder");
    }
    String path = url.isOpaque() ? url.getSchemeSpecificPart() : url.getPath();
    return Path.of(path).toAbsolutePath().normalize();
  }

  @Override
  public boolean readByPeople() {
    return false;
  }
}
