package io.wireroom.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which pages a site lets us read: its robots.txt, by RFC 9309. Feeds are not asked about, since
 * they are there for readers like us. The fetch is a route; this says what to fetch, learns from
 * the answer and judges.
 *
 * <p>Rules are kept for a day, as 2.4 of the RFC allows, those of at most 2,000 sites. A site that
 * answers 4xx has no rules; one that fails or answers 5xx is not read for ten minutes, unless older
 * rules of it are known. A page that redirects to another host is judged there as well, before it
 * is used though not before it is fetched. Thread-safe.
 */
public final class Robots {

  private static final Logger LOG = LoggerFactory.getLogger(Robots.class);

  /** What is read of a file; RFC 9309, 2.5 wants this much at least, and the rest may be left. */
  private static final int LARGEST = 512 * 1024;

  private static final int REDIRECTS = 5;
  private static final int SITES = 2_000;
  private static final long BYTES = 4L * 1024 * 1024;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration UNKNOWN_KEPT = Duration.ofMinutes(10);

  private final boolean obeyed;
  private final List<String> names;
  private final Duration timeout;
  private final Clock clock;
  private final Map<String, Rules> sites = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param obeyed whether anything is forbidden at all
   * @param userAgent what we call ourselves; its first word is the name that rules are meant for
   */
  public Robots(boolean obeyed, String userAgent, Duration timeout, Clock clock) {
    this.obeyed = obeyed;
    this.names = List.of(product(userAgent));
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Whether the rules for this call's page have to be fetched first. */
  public boolean unknown(HttpCall call) {
    return unknown(call.uri());
  }

  /** Whether a page came from another host, whose rules have to be fetched. */
  public boolean unknownThere(HttpReply reply) {
    return reply.ok() && !reply.hops().isEmpty() && unknown(reply.uri());
  }

  private synchronized boolean unknown(URI page) {
    Rules rules = sites.get(site(page));
    return obeyed && (rules == null || !clock.instant().isBefore(rules.until));
  }

  /** The request for the rules of a call's site. */
  public HttpCall request(HttpCall call) {
    return request(call.uri());
  }

  /** The request for the rules of the site that a page came from. */
  public HttpCall requestThere(HttpReply reply) {
    return request(reply.uri());
  }

  private HttpCall request(URI page) {
    URI file = URI.create(site(page) + "/robots.txt");
    Map<String, String> headers = Map.of("Accept", "text/plain, */*;q=0.5");
    return new HttpCall("GET", file, headers, new byte[0], timeout, LARGEST, REDIRECTS);
  }

  /**
   * Learns the rules of the site that a call asked for them.
   *
   * @param asked the call for its robots.txt
   */
  public void learn(HttpCall asked, HttpReply reply) {
    String site = site(asked.uri());
    Rules learnt = rules(asked, reply);
    synchronized (this) {
      Rules old = sites.get(site);
      boolean unlearnt = learnt.rules == null && old != null && old.rules != null;
      keep(site, unlearnt && old != null ? old.until(learnt.until) : learnt);
    }
  }

  private Rules rules(HttpCall asked, HttpReply reply) {
    Instant now = clock.instant();
    boolean begun =
        reply.failure() == HttpReply.Failure.TOO_LARGE
            && reply.status() >= 200
            && reply.status() < 300;
    if (reply.ok() || begun) {
      SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
      parser.setMaxWarnings(0);
      String type = reply.header("content-type");
      BaseRobotRules rules =
          parser.parseContent(
              asked.uri().toString(), reply.body(), type == null ? "text/plain" : type, names);
      return new Rules(rules, now.plus(KEPT), reply.body().length);
    }
    boolean none =
        reply.failure() == HttpReply.Failure.TOO_MANY_REDIRECTS
            || reply.failure() == null && reply.status() < 500 && reply.status() != 429;
    return none
        ? new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(KEPT), 0)
        : new Rules(null, now.plus(UNKNOWN_KEPT), 0);
  }

  private void keep(String site, Rules rules) {
    Rules old = sites.put(site, rules);
    bytes += rules.bytes - (old == null ? 0 : old.bytes);
    var eldest = sites.entrySet().iterator();
    while ((sites.size() > SITES || bytes > BYTES) && sites.size() > 1) {
      bytes -= eldest.next().getValue().bytes;
      eldest.remove();
    }
  }

  /** Whether a call's page may be read. */
  public boolean allows(HttpCall call) {
    return refusal(call.uri()) == null;
  }

  /** The answer to a call that may not be made. */
  public HttpReply refuse(HttpCall call) {
    return refused(call.uri(), List.of());
  }

  /** A page as it came, unless the host that it came from in the end does not let it be read. */
  public HttpReply judge(HttpReply reply) {
    boolean elsewhere = reply.ok() && !reply.hops().isEmpty();
    return elsewhere && refusal(reply.uri()) != null ? refused(reply.uri(), reply.hops()) : reply;
  }

  private HttpReply refused(URI page, List<HttpReply.Hop> hops) {
    HttpReply.Failure failure = refusal(page);
    String why =
        failure == HttpReply.Failure.ROBOTS_UNKNOWN
            ? "the robots.txt of " + page.getHost() + " can't be had, so its pages are left alone"
            : "the robots.txt of " + page.getHost() + " does not let this page be read";
    LOG.info("robots page={} verdict={} note=\"{}\"", page, failure, why);
    return new HttpReply(0, page, hops, Map.of(), new byte[0], failure, why, Duration.ZERO);
  }

  private synchronized HttpReply.@Nullable Failure refusal(URI page) {
    Rules known = sites.get(site(page));
    if (!obeyed) {
      return null;
    } else if (known == null || known.rules == null) {
      return HttpReply.Failure.ROBOTS_UNKNOWN;
    }
    boolean allowed = known.rules.isAllowed(page.toString());
    return allowed ? null : HttpReply.Failure.REFUSED_BY_ROBOTS;
  }

  private static String site(URI page) {
    String port = page.getPort() < 0 ? "" : ":" + page.getPort();
    return (page.getScheme() + "://" + page.getHost() + port).toLowerCase(Locale.ROOT);
  }

  /** RFC 9309, 2.2.1: letters, underscores and hyphens; the version and the rest are not part. */
  private static String product(String userAgent) {
    String name = userAgent.strip().replaceFirst("[^A-Za-z_-].*", "");
    return name.isEmpty() ? "wireroom" : name.toLowerCase(Locale.ROOT);
  }

  /**
   * @param rules null while they can't be had
   * @param until when they are asked for again
   * @param bytes of the file that they came in
   */
  private record Rules(@Nullable BaseRobotRules rules, Instant until, int bytes) {

    Rules until(Instant later) {
      return new Rules(rules, later, bytes);
    }
  }
}
