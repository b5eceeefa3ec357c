package io.wireroom.web;

import io.wireroom.brief.Brief;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own feeds, under {@code /feeds/}: of all briefs, of a tag, of a subscription; each as
 * RSS, Atom and JSON Feed. Finds what a request asks for, and turns what was written of it into the
 * answer. Thread-safe.
 */
public final class Feeds {

  static final String ROOT = "/feeds/";

  /** How many briefs a feed shows: what readers who come once a day want of a busy hub. */
  private static final int ENTRIES = 50;

  private static final int MAX_AGE_SECONDS = 300;

  private final News news;
  private final Subscribers subscribers;
  private final Topics topics;
  private final Access access;
  private final Site site;
  private final Set<FeedName> configured;
  private final Instant startedAt;

  /**
   * @param tags of the config's sources: their feeds are there before their first brief
   * @param subscriptions ids of the config's subscriptions
   * @param startedAt when a feed without anything in it was last changed
   */
  public Feeds(
      News news,
      Subscribers subscribers,
      Topics topics,
      Access access,
      Site site,
      Set<String> tags,
      Set<String> subscriptions,
      Instant startedAt) {
    this.news = news;
    this.subscribers = subscribers;
    this.topics = topics;
    this.access = access;
    this.site = site;
    this.configured = tags.stream().map(FeedName::tag).collect(Collectors.toSet());
    subscriptions.forEach(id -> configured.add(FeedName.subscription(id)));
    configured.add(FeedName.ALL);
    this.startedAt = startedAt;
  }

  /** What the request asks for, or why it gets nothing. */
  public Edition edition(WebRequest request) {
    try {
      return found(request);
    } catch (Problem e) {
      return Edition.refused(request, e.reply());
    }
  }

  private Edition found(WebRequest request) {
    String path = request.path().substring(Math.min(ROOT.length(), request.path().length()));
    FeedPath asked = FeedPath.of(path);
    FeedName feed = asked.feed();
    FeedForm form = asked.form();
    boolean own = own(feed);
    access.checkReader(request, feed, own);
    Instant changedAt = news.changedAt(feed).orElse(null);
    if (changedAt == null && !configured.contains(feed) && !own) {
      throw Problem.missing(
          feed.kind() == FeedName.Kind.TAG
              ? "no brief has the tag " + feed.value()
              : "there is no subscription " + feed.value());
    }
    String base = site.base(request);
    boolean open = !own && access.open();
    URI hub = open ? site.hub() : null;
    if (hub != null) {
      topics.read(feed, feed.path() + form.ending());
    }
    return new Edition(
        request,
        feed,
        form,
        feed.value().isEmpty() ? site.title() : site.title() + ": " + feed.value(),
        base + ROOT + feed.path() + form.ending(),
        base + (feed.kind() == FeedName.Kind.TAG ? "/" + feed.path() : "/"),
        base,
        hub,
        news.newest(feed, ENTRIES),
        changedAt == null ? startedAt : changedAt,
        open,
        null);
  }

  /** Whether a feed is of a subscription that was made by the API. */
  private boolean own(FeedName feed) {
    return feed.kind() == FeedName.Kind.SUBSCRIPTION
        && !configured.contains(feed)
        && subscribers.find(feed.value()).isPresent();
  }

  /** The answer, of what was written. */
  public WebReply reply(byte[] written, Edition edition) {
    if (edition.refusal() != null) {
      return edition.refusal();
    }
    String scope = edition.open() ? "public" : "private";
    Instant modified =
        edition.briefs().stream()
            .map(brief -> brief.made().at())
            .max(Instant::compareTo)
            .filter(newest -> newest.isAfter(edition.updated()))
            .orElse(edition.updated());
    Representation whole =
        new Representation(
            edition.form().contentType(),
            written,
            modified,
            scope + ", max-age=" + MAX_AGE_SECONDS);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Link", links(edition));
    headers.put("X-Content-Type-Options", "nosniff");
    return whole.reply(edition.request()).with(headers);
  }

  /** Where else it is named: what WebSub's subscribers look at first. */
  private static String links(Edition edition) {
    List<String> links = new ArrayList<>();
    if (edition.hub() != null) {
      links.add("<" + edition.hub().toASCIIString() + ">; rel=\"hub\"");
    }
    links.add("<" + edition.self() + ">; rel=\"self\"");
    return String.join(", ", links);
  }

  /**
   * The addresses of a feed, for whoever may read it: with its key where readers need one.
   *
   * @param base where this hub is; empty for paths alone
   * @param own whether it is of a subscription that was made by the API
   */
  Map<String, String> addresses(String base, FeedName feed, boolean own) {
    Map<String, String> addresses = new LinkedHashMap<>();
    String key = access.keyed(own) ? "?key=" + access.key(feed) : "";
    for (FeedForm form : FeedForm.values()) {
      addresses.put(
          form.name().toLowerCase(Locale.ROOT), base + ROOT + feed.path() + form.ending() + key);
    }
    return addresses;
  }

  /** The feeds that are there by the config: of all briefs, and of its subscriptions. */
  List<FeedName> configured() {
    return configured.stream()
        .filter(feed -> feed.kind() != FeedName.Kind.TAG)
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .toList();
  }

  /** When a brief's article came out; when that is unknown, when the brief was made. */
  static Instant published(Brief brief) {
    @Nullable Instant published = brief.origin().published();
    return published == null ? brief.made().at() : published;
  }
}
