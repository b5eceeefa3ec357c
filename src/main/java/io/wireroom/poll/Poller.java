package io.wireroom.poll;

import io.wireroom.hash.Sha256;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a source, and what its answer means for it. The fetch between the two is a route.
 * Thread-safe.
 */
public final class Poller {

  /** How an HTML page begins, whatever its Content-Type says; read as ISO-8859-1, BOM included. */
  private static final Pattern PAGE =
      Pattern.compile("(?is)\\A(?:\\s|\u00EF\u00BB\u00BF)*<(?:!doctype\\s+html|html)\\b.*");

  private static final int PAGE_BEGINS = 256;

  /** A source that worked before may answer with a page for a while: maintenance, a challenge. */
  private static final int PAGES_UNTIL_IT_MOVES = 3;

  private final Items items;
  private final SourceCalls calls;
  private final Clock clock;

  /**
   * @param items reads what a source answered
   * @param timeout for one fetch, from connecting to the last byte
   * @param maxBytes the largest answer that is read
   */
  public Poller(Items items, Duration timeout, int maxBytes, Clock clock) {
    this.items = items;
    this.calls = new SourceCalls(timeout, maxBytes);
    this.clock = clock;
  }

  /** Reads what a source answered: the feed, and the items it means. */
  public interface Items {
    /**
     * @throws FeedException if the answer is not what the source's kind says
     */
    Reading read(Source source, HttpReply reply, Instant now) throws FeedException;
  }

  /**
   * What a source's answer holds.
   *
   * @param items newest first
   * @param quiet when it need not be asked
   * @param entriesAWeek how often it publishes; 0 when its entries carry no dates
   * @param hubs WebSub hubs that it names
   * @param self its own address as it says; null when it does not
   */
  public record Reading(
      String title,
      List<Item> items,
      @Nullable Integer ttlMinutes,
      QuietTimes quiet,
      double entriesAWeek,
      List<String> hubs,
      @Nullable String self) {}

  /** The conditional request. */
  public HttpCall request(Source source) {
    return calls.conditional(source);
  }

  /** Whether the source is a page like any other, for which robots.txt counts; a feed is not. */
  public boolean obeysRobots(Source source) {
    return source.kind() == Source.Kind.PAGE;
  }

  /**
   * Asks for the feed that a site's page links to, when the source's address turns out to be such a
   * page. One hop only. A temporary redirect to a page says nothing of the source, and one that was
   * a feed before gets three polls to become one again.
   *
   * @return null when the answer is no such page
   */
  public @Nullable HttpCall linkedFeed(Source source, HttpReply reply) {
    if (source.kind() != Source.Kind.FEED || !reply.ok() || !page(reply)) {
      return null;
    }
    boolean lasting = reply.hops().isEmpty() || PollResults.permanent(reply);
    boolean fresh = source.state().polledAt() == null;
    if (!lasting || !fresh && source.state().failures() + 1 < PAGES_UNTIL_IT_MOVES) {
      return null;
    }
    try {
      items.read(source, reply, clock.instant());
      return null;
    } catch (FeedException e) {
      return e.feeds().stream()
          .flatMap(link -> web(link).stream())
          .findFirst()
          .map(feed -> calls.plain(source, feed))
          .orElse(null);
    }
  }

  /**
   * What the answer means: new items, nothing new, a failure with its next try, or the end.
   *
   * @param linked what the feed that the page links to answered; null when none was asked
   */
  public Poll read(Source source, HttpReply reply, @Nullable HttpReply linked) {
    Instant now = clock.instant();
    if (linked == null) {
      return judge(source, reply, now);
    }
    Poll poll = judge(source, asMove(linked), now);
    if (poll.result() == Poll.Result.READ) {
      return poll;
    }
    String why = "the address is a page; the feed it links to, " + linked.uri() + ", can't be read";
    return PollResults.failed(source, null, now, why);
  }

  /** A link to a feed counts as a permanent redirect. */
  private static HttpReply asMove(HttpReply linked) {
    return new HttpReply(
        linked.status(),
        linked.uri(),
        List.of(new HttpReply.Hop(301, linked.uri())),
        linked.headers(),
        linked.body(),
        linked.failure(),
        linked.detail(),
        linked.took());
  }

  private Poll judge(Source source, HttpReply reply, Instant now) {
    boolean asked = source.state().etag() != null || source.state().lastModified() != null;
    if (reply.failure() != null) {
      return PollResults.failed(source, reply, now, reply.detail());
    } else if (reply.status() == 304 && asked) {
      return PollResults.notModified(source, reply, now);
    } else if (reply.status() == 410 && !source.address().equals(source.url())) {
      return PollResults.goneFromThere(source, now);
    } else if (reply.status() == 410 && (reply.hops().isEmpty() || PollResults.permanent(reply))) {
      return PollResults.gone(source, now);
    } else if (!reply.ok()) {
      return PollResults.refused(source, reply, now);
    }
    String hash = Sha256.hex(Sha256.of(reply.body()), 16);
    if (hash.equals(source.state().bodyHash())) {
      return PollResults.sameBody(source, reply, now);
    }
    try {
      return PollResults.read(source, reply, items.read(source, reply, now), hash, now);
    } catch (FeedException e) {
      return PollResults.failed(source, reply, now, String.valueOf(e.getMessage()));
    }
  }

  /** A poll that failed here and not at the source; it backs off like any other. */
  public Poll broken(Source source, String why) {
    return PollResults.failed(source, null, clock.instant(), why);
  }

  private static Optional<URI> web(String link) {
    try {
      URI uri = new URI(link);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean page(HttpReply reply) {
    int length = Math.min(reply.body().length, PAGE_BEGINS);
    return PAGE.matcher(new String(reply.body(), 0, length, StandardCharsets.ISO_8859_1)).matches();
  }
}
