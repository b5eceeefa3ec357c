package io.wireroom.deliver.storage;

import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a bucket and its objects are: the bucket as the first part of the host name
 * (virtual-hosted), or of the path (path style) where it can't be part of a name.
 */
final class S3Address {

  /** With a dot, no wildcard certificate covers it; other characters make no host name. */
  private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]");

  private static final Pattern IP = Pattern.compile("\\[.*]|[0-9.]+");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String bucket;
  private final String prefix;
  private final String base;

  /**
   * @param storage a bucket
   * @throws IllegalArgumentException if its endpoint has no valid host name
   */
  S3Address(StorageDestination storage, S3Access s3) {
    bucket = storage.url().getRawAuthority();
    String path = storage.url().getPath() == null ? "" : storage.url().getPath();
    prefix = path.replaceAll("^/+|/+$", "");
    URI endpoint = s3.endpoint() == null ? aws(s3.region()) : s3.endpoint();
    String host = endpoint.getHost();
    if (host == null) {
      throw new IllegalArgumentException(
          endpoint.getAuthority()
              + " is no host name: only letters, digits, - and dots; change the endpoint of "
              + storage.id());
    }
    boolean inPath =
        s3.pathStyle()
            || !HOST_LABEL.matcher(bucket).matches()
            || host.equals("localhost")
            || IP.matcher(host).matches();
    base =
        endpoint.getScheme()
            + "://"
            + (inPath ? "" : bucket + ".")
            + host
            + port(endpoint)
            + (endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceAll("/+$", ""))
            + (inPath ? "/" + encoded(bucket, false) : "");
  }

  String bucket() {
    return bucket;
  }

  /** An object's key in the bucket: the destination's prefix and the name below it. */
  String key(String name) {
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /**
   * @param name below the destination's prefix
   */
  URI object(String name) {
    return URI.create(base + "/" + encoded(key(name), true));
  }

  /** The bucket itself, with a query. */
  URI bucket(Map<String, String> query) {
    String pairs =
        new TreeMap<>(query)
            .entrySet().stream()
                .map(pair -> encoded(pair.getKey(), false) + "=" + encoded(pair.getValue(), false))
                .collect(Collectors.joining("&"));
    return URI.create(base + "/?" + pairs);
  }

  private static URI aws(String region) {
    String china = region.startsWith("cn-") ? ".cn" : "";
    return URI.create("https://s3." + region + ".amazonaws.com" + china);
  }

  /** Without the scheme's own port: clients leave it out of Host, and Host is signed. */
  private static String port(URI endpoint) {
    boolean usual =
        endpoint.getPort() < 0
            || endpoint.getPort() == (endpoint.getScheme().equals("https") ? 443 : 80);
    return usual ? "" : ":" + endpoint.getPort();
  }

  /** Percent-encoding as Signature Version 4 wants it: all but the unreserved of RFC 3986. */
  static String encoded(String text, boolean keepSlashes) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      if (UNRESERVED.indexOf(character) >= 0 || (keepSlashes && character == '/')) {
        out.append(character);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit((each >> 4) & 0xf, 16)));
        out.append(Character.toUpperCase(Character.forDigit(each & 0xf, 16)));
      }
    }
    return out.toString();
  }
}
