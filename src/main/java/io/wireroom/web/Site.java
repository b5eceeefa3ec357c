package io.wireroom.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the hub shows itself to its readers.
 *
 * @param title what its pages and feeds are called
 * @param publicUrl where it can be reached from outside; null to take what each request names
 * @param authority host and port that it listens on, for a request that names none
 * @param hub WebSub hub of its open feeds; null when there is none
 */
public record Site(String title, @Nullable URI publicUrl, String authority, @Nullable URI hub) {

  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  /** Where this hub is, for whoever asks; without a slash at the end. */
  String base(WebRequest request) {
    if (publicUrl != null) {
      return base();
    }
    String host = String.valueOf(request.header("host"));
    return "http://" + (AUTHORITY.matcher(host).matches() ? host : authority);
  }

  /** Where this hub is, as the config says. */
  String base() {
    return publicUrl == null
        ? "http://" + authority
        : publicUrl.toASCIIString().replaceAll("/+$", "");
  }
}
