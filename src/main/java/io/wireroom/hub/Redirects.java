package io.wireroom.hub;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where answers send a request on to, and what of it may go there. */
final class Redirects {

  /** Headers that say nothing about who asks; only these follow a redirect to another origin. */
  private static final Set<String> CARRIED =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-type",
          "if-modified-since",
          "if-none-match",
          "user-agent");

  private Redirects() {}

  /**
   * Where an answer sends on to; null when it doesn't, or to no place on the web.
   *
   * @param from where it came from
   * @param headers of the answer, by names in lower case
   */
  static @Nullable URI target(URI from, int status, Map<String, String> headers) {
    String location = headers.get("location");
    boolean redirects =
        status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!redirects || location == null) {
      return null;
    }
    try {
      URI next = from.resolve(location.strip().replace(" ", "%20"));
      String scheme = next.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && next.getHost() != null ? next : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Takes out what may not go along. What the config adds may be a secret, which is for the origin
   * that it was given for.
   */
  static void strip(Map<String, String> headers, URI meant, URI to) {
    if (!sameOrigin(meant, to)) {
      headers.keySet().removeIf(name -> !CARRIED.contains(name.toLowerCase(Locale.ROOT)));
    }
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
        && a.getPort() == b.getPort();
  }
}
