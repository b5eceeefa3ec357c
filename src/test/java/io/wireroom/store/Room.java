package io.wireroom.store;

import io.wireroom.article.Article;
import io.wireroom.article.ArticleStatus;
import io.wireroom.article.PendingItem;
import io.wireroom.brief.Brief;
import io.wireroom.brief.Claim;
import io.wireroom.brief.Paragraph;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Publication;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.net.HostGate;
import io.wireroom.net.RetryAfter;
import io.wireroom.poll.Item;
import io.wireroom.poll.Poll;
import io.wireroom.poll.Source;
import io.wireroom.story.Fingerprint;
import io.wireroom.story.StoryRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state in a file with one source, as a test of the store needs it. */
final class Room implements AutoCloseable {

  static final Outcome DELIVERED = outcome(Verdict.DELIVERED, null);
  static final Outcome RETRY = outcome(Verdict.RETRY, null);
  static final Outcome REJECTED = outcome(Verdict.REJECTED, null);
  static final Outcome OFF = outcome(Verdict.DESTINATION_OFF, null);

  private static final Source SOURCE =
      new Source(
          "news",
          URI.create("https://news.example/feed"),
          Source.Kind.FEED,
          null,
          List.of(),
          1000,
          null,
          Map.of(),
          Source.State.NEW);

  final Store store;
  final SqlSources sources;
  final SqlItems items;
  final SqlOutbox outbox;
  private final Clock clock;

  Room(Path folder, Clock clock) {
    this(folder, clock, 64);
  }

  Room(Path folder, Clock clock, int capacity) {
    this.clock = clock;
    store = Store.open("sqlite:" + folder.resolve("state.db"));
    HostGate gate = new HostGate(10_000, Duration.ZERO, clock);
    sources =
        new SqlSources(store, gate, RetryAfter.Scope.SOURCE, SqlSources.Due.BY_SCHEDULE, 10, clock);
    items = new SqlItems(store, gate, 1000, clock);
    outbox = new SqlOutbox(store, items, new StoryRule(StoryRule.Merge.NEAR), capacity, clock);
    sources.configure(List.of(SOURCE));
  }

  static Destination webhook(String id) {
    return webhook(id, new Destination.Lane(0, 4));
  }

  static Destination webhook(String id, Destination.Lane lane) {
    URI url = URI.create("https://receiver.example/" + id);
    return new WebhookDestination(id, lane, url, List.of(), Map.of(), "brief");
  }

  static Outcome outcome(Verdict verdict, @Nullable Duration retryAfter) {
    return new Outcome(verdict, "answered so", 500, "the answer", retryAfter, null);
  }

  /** Items of these names come in, and are claimed. */
  List<PendingItem> items(String... names) {
    List<Item> fresh = new ArrayList<>();
    for (String name : names) {
      fresh.add(item(name));
    }
    sources.claim();
    sources.record(
        new Poll(
            SOURCE,
            Poll.Result.READ,
            Source.State.NEW,
            fresh,
            clock.instant(),
            clock.instant(),
            Duration.ZERO,
            ""));
    return items.claim();
  }

  private Item item(String name) {
    URI link = URI.create("https://news.example/" + name);
    return new Item(
        "news:" + name,
        "news",
        "News",
        link,
        name,
        null,
        "",
        "",
        List.of(),
        List.of(),
        clock.instant());
  }

  /** What the item would be published as, with a delivery to each destination. */
  Publication publication(PendingItem pending, String text, String... destinations) {
    Item item = pending.item();
    Article article =
        new Article(
            item,
            item.link(),
            item.title(),
            List.of(),
            null,
            "en",
            "News",
            null,
            text,
            ArticleStatus.FULL);
    Brief brief = brief(item, text);
    List<Delivery> deliveries = new ArrayList<>();
    for (String destination : destinations) {
      deliveries.add(
          new Delivery(
              brief.id() + "-" + destination,
              destination,
              "to-" + destination,
              brief.id(),
              0,
              clock.instant()));
    }
    return new Publication(article, brief, Fingerprint.of(text), deliveries);
  }

  private Brief brief(Item item, String text) {
    String id = "brief-" + item.title();
    Claim claim = new Claim(text, List.of());
    return new Brief(
        id,
        item.id(),
        id,
        new Brief.Origin(
            "news",
            "News",
            item.link().toString(),
            item.link().toString(),
            List.of(),
            null,
            "en",
            List.of(),
            null),
        item.title(),
        ArticleStatus.FULL,
        "",
        List.of(claim, claim, claim),
        List.of(new Paragraph(List.of(claim))),
        null,
        new Brief.Made(
            "extractive",
            "1",
            null,
            Integer.toHexString(text.hashCode()),
            0,
            null,
            clock.instant()));
  }

  /** Articles of these names are published, each to all these destinations. */
  void publish(List<String> names, String... destinations) {
    for (PendingItem item : items(names.toArray(new String[0]))) {
      outbox.publish(publication(item, "Of " + item.item().title() + ".", destinations));
    }
  }

  void settle(List<Letter> letters, Outcome outcome) {
    letters.forEach(letter -> outbox.settle(letter, outcome));
  }

  /** One number from the state. */
  long count(String sql) {
    return store.database().write(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  List<String> texts(String sql) {
    return store.database().write(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  @Override
  public void close() {
    store.close();
  }
}
