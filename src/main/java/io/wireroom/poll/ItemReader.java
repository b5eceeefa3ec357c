package io.wireroom.poll;

import io.wireroom.hash.Sha256;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a source answered, feed or list page, and makes items of its entries. */
public final class ItemReader implements Poller.Items {

  private static final int LONGEST_TEASER = 1000;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration RECENT = Duration.ofDays(28);

  /** Entries that came all at once are not taken for a rate. */
  private static final Duration BURST = Duration.ofHours(6);

  private final PageLister lister = new PageLister();

  @Override
  public Poller.Reading read(Source source, HttpReply reply, Instant now) throws FeedException {
    String select = source.select() == null ? "" : source.select();
    Feed feed = lister.list(reply.body(), reply.headers(), reply.uri().toString(), select);
    String title = feed.title() == null ? "" : feed.title();
    List<Item> items = new ArrayList<>();
    List<String> identities = ItemIdentity.of(feed.entries());
    for (int i = 0; i < feed.entries().size(); i++) {
      Feed.Entry entry = feed.entries().get(i);
      URI link = link(entry);
      if (link != null) {
        String name = title.isBlank() ? source.id() : title;
        items.add(item(source, name, entry, link, identities.get(i), now));
      }
    }
    return new Poller.Reading(
        title,
        newestFirst(items),
        feed.ttlMinutes(),
        feed.quiet(),
        entriesAWeek(items, now),
        feed.hubs(),
        feed.self());
  }

  private static Item item(
      Source source, String name, Feed.Entry entry, URI link, String identity, Instant now) {
    Set<String> tags = new LinkedHashSet<>(source.tags());
    tags.addAll(entry.categories());
    String summary = entry.summary() == null ? "" : entry.summary();
    String teaser = HtmlText.plain(summary);
    Instant published = entry.published() == null ? entry.updated() : entry.published();
    return new Item(
        id(source.id(), identity),
        source.id(),
        name,
        link,
        entry.title() == null ? "" : entry.title(),
        published == null || published.isAfter(now.plus(Duration.ofDays(1))) ? null : published,
        teaser.length() > LONGEST_TEASER ? shortened(teaser) : teaser,
        entry.content() == null ? "" : entry.content(),
        entry.authors(),
        List.copyOf(tags),
        now);
  }

  /** A teaser that is the whole article is cut at a space near its limit. */
  private static String shortened(String teaser) {
    int space = teaser.lastIndexOf(' ', LONGEST_TEASER);
    return teaser.substring(0, space < LONGEST_TEASER / 2 ? LONGEST_TEASER : space) + " …";
  }

  private static @Nullable URI link(Feed.Entry entry) {
    String link = entry.link();
    if (link == null && entry.id() != null && entry.id().matches("https?://\\S+")) {
      link = entry.id();
    }
    try {
      return link == null ? null : new URI(link);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Entries without a date keep the feed's order, behind the one before them. */
  private static List<Item> newestFirst(List<Item> items) {
    List<Item> sorted = new ArrayList<>(items);
    boolean dated = items.stream().allMatch(item -> item.published() != null);
    if (dated) {
      sorted.sort(Comparator.comparing(Item::published, Comparator.reverseOrder()));
    }
    return sorted;
  }

  /**
   * By the entries of the last four weeks, so that one old entry that stays on top does not make a
   * lively source look dead; by all of them when there are hardly any so young.
   */
  private static double entriesAWeek(List<Item> items, Instant now) {
    List<Instant> dates =
        items.stream().map(Item::published).filter(date -> date != null).sorted().toList();
    if (dates.size() < 2) {
      return 0;
    }
    Instant since = now.minus(RECENT);
    List<Instant> recent = dates.stream().filter(date -> date.isAfter(since)).toList();
    List<Instant> counted = recent.size() < 2 ? dates : recent;
    Duration span = Duration.between(counted.get(0), now);
    span = span.compareTo(BURST) < 0 ? BURST : span;
    return counted.size() * (double) WEEK.toSeconds() / span.toSeconds();
  }

  private static String id(String sourceId, String identity) {
    return Sha256.hex(Sha256.of(sourceId + "\n" + identity), 16);
  }
}
