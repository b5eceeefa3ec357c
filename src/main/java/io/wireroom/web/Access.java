package io.wireroom.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the API: whoever has the token. Without one, only callers on this machine, only while
 * the hub listens there alone, and no page of a browser: a page from elsewhere could send requests
 * to this machine, by its own name ({@code Origin}) or by one that it had resolved to here ({@code
 * Host}).
 */
public final class Access {

  private static final String BEARER = "bearer ";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final @Nullable String token;
  private final boolean boundToLoopback;

  /**
   * @param token null when none is set
   * @param boundToLoopback whether the hub listens on this machine only
   */
  public Access(@Nullable String token, boolean boundToLoopback) {
    this.token = token;
    this.boundToLoopback = boundToLoopback;
  }

  void check(WebRequest request) {
    if (token == null) {
      checkLocal(request);
    } else if (!matches(request.header("authorization"), token)) {
      throw new Problem(
          401, "send the header Authorization: Bearer, with the server.token of the config", null);
    }
  }

  private void checkLocal(WebRequest request) {
    if (!boundToLoopback || !request.local()) {
      throw new Problem(
          403, "without a token the API answers this machine only; set server.token", null);
    }
    if (request.header("origin") != null || !THIS_MACHINE.contains(host(request))) {
      throw new Problem(403, "without a token no browser may use the API; set server.token", null);
    }
  }

  private static String host(WebRequest request) {
    String host = request.header("host");
    try {
      String name = host == null ? null : URI.create("http://" + host).getHost();
      return name == null ? "" : name.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Takes the same time whichever character differs. */
  private static boolean matches(@Nullable String header, String token) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    String given = header.substring(BEARER.length()).strip();
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
