package io.wireroom.web;

import io.wireroom.hash.Hmac;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the API, and who may read pages and feeds.
 *
 * <p>Whoever has the token may do all: by bearer token in the API, and on pages and feeds also as
 * the password of any user (Basic, which browsers and feed readers know how to ask for). Without a
 * token, only callers on this machine, only while the hub listens there alone, and no page of a
 * browser that comes from elsewhere: it could send requests to this machine, by its own name
 * ({@code Origin}) or by one that it had resolved to here ({@code Host}).
 *
 * <p>Each feed has a key besides, made from the token, for readers that can send nothing but an
 * address. It opens that one feed and tells nothing about the token or another feed's key.
 */
public final class Access {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Which a proxy adds: then the caller is not on this machine, only the proxy is. */
  private static final Set<String> FORWARDED = Set.of("forwarded", "x-forwarded-for", "via");

  private static final int KEY_BYTES = 16;

  private final @Nullable String token;
  private final boolean boundToLoopback;
  private final boolean open;

  /**
   * @param token null when none is set
   * @param boundToLoopback whether the hub listens on this machine only
   * @param open whether anybody may read the pages and the feeds that are nobody's own
   */
  public Access(@Nullable String token, boolean boundToLoopback, boolean open) {
    this.token = token;
    this.boundToLoopback = boundToLoopback;
    this.open = open;
  }

  /** Lets nobody but who runs the hub into the API. */
  void check(WebRequest request) {
    if (token == null) {
      checkLocal(request, "the API answers");
    } else if (!same(bearer(request), token)) {
      throw Problem.unauthorized(
          "Bearer realm=\"Wireroom\"",
          "send the header Authorization: Bearer, with the server.token of the config");
    }
  }

  /** Lets readers of pages in. */
  void checkReader(WebRequest request) {
    if (open) {
      return;
    }
    if (token == null) {
      checkLocal(request, "pages and feeds answer");
    } else if (!owner(request)) {
      throw Problem.unauthorized(
          "Basic realm=\"Wireroom\", charset=\"UTF-8\"",
          "give the server.token of the config as the password, with any user name");
    }
  }

  /**
   * Lets readers of a feed in.
   *
   * @param own whether it is somebody's own: the feed of a subscription that was made by the API
   */
  void checkReader(WebRequest request, FeedName feed, boolean own) {
    String key = request.parameters().get("key");
    boolean fits = token != null && key != null && same(key, key(feed));
    if (!fits && (own || !open)) {
      checkOwner(request);
    }
  }

  private void checkOwner(WebRequest request) {
    new Access(token, boundToLoopback, false).checkReader(request);
  }

  /** Whether anybody may read what is nobody's own. */
  boolean open() {
    return open;
  }

  /** Whether this is who runs the hub; who may also see what became of deliveries. */
  boolean owner(WebRequest request) {
    if (token == null) {
      return boundToLoopback && local(request);
    }
    return same(bearer(request), token) || same(password(request), token);
  }

  /** Whether feeds need a key to be read by address alone. */
  boolean keyed(boolean own) {
    return token != null && (own || !open);
  }

  /** The key that opens one feed in all its forms; made from the token. */
  String key(FeedName feed) {
    byte[] secret = String.valueOf(token).getBytes(StandardCharsets.UTF_8);
    byte[] whole = Hmac.sha256(secret, ("feed " + feed.key()).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, KEY_BYTES));
  }

  private void checkLocal(WebRequest request, String what) {
    if (!boundToLoopback || !request.local() || proxied(request)) {
      throw new Problem(
          403, "without a token " + what + " this machine only; set server.token", null);
    }
    if (!local(request)) {
      throw new Problem(
          403, "without a token " + what + " no browser from elsewhere; set server.token", null);
    }
  }

  private static boolean local(WebRequest request) {
    return request.local()
        && !proxied(request)
        && request.header("origin") == null
        && THIS_MACHINE.contains(host(request));
  }

  private static boolean proxied(WebRequest request) {
    return FORWARDED.stream().anyMatch(name -> request.header(name) != null);
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

  private static @Nullable String bearer(WebRequest request) {
    return credentials(request, BEARER);
  }

  /** Of Basic credentials, the password. Source: RFC 7617. */
  private static @Nullable String password(WebRequest request) {
    String given = credentials(request, BASIC);
    try {
      String pair =
          given == null
              ? ""
              : new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? null : pair.substring(colon + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String credentials(WebRequest request, String scheme) {
    String header = request.header("authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(scheme)
        ? header.substring(scheme.length()).strip()
        : null;
  }

  /** Takes the same time whichever character differs. */
  private static boolean same(@Nullable String given, String wanted) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
