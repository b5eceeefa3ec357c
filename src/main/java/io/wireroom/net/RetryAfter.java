package io.wireroom.net;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer asks to be left alone: the header {@code Retry-After}, in seconds or as an
 * HTTP date. Source: RFC 9110, 10.2.3.
 */
public final class RetryAfter {

  /** More than this is taken for a mistake of the server's, and cut. */
  public static final Duration LONGEST = Duration.ofDays(2);

  private RetryAfter() {}

  /** Whom a Retry-After is for, besides the one who was given it. */
  public enum Scope {
    /** Nobody else. */
    SOURCE,
    /** All who ask the same host, since what limits a visitor counts all that he asks for. */
    HOST,
    /** All who ask any host of the same registrable domain, such as example.co.uk. */
    DOMAIN;

    /** What two addresses have in common when one's Retry-After is for both; null for nobody. */
    public @Nullable String of(URI address) {
      String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
      switch (this) {
        case HOST:
          return host;
        case DOMAIN:
          String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
          return domain == null ? host : domain;
        default:
          return null;
      }
    }
  }

  /** Between zero (a time that has passed) and two days; null when the answer does not ask. */
  public static @Nullable Duration of(HttpReply reply, Instant now) {
    String header = reply.header("retry-after");
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("\\d+")) {
      return text.length() > 9 ? LONGEST : clamp(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant at = HttpDate.parse(text);
    return at == null ? null : clamp(Duration.between(now, at));
  }

  private static Duration clamp(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
