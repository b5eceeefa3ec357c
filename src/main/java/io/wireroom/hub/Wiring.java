package io.wireroom.hub;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wireroom.article.ArticleExtractor;
import io.wireroom.article.PageReader;
import io.wireroom.brief.Briefer;
import io.wireroom.config.HubConfig;
import io.wireroom.config.NetworkConfig;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.NewsDesk;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.chat.DiscordSender;
import io.wireroom.deliver.chat.MattermostSender;
import io.wireroom.deliver.chat.TeamsSender;
import io.wireroom.deliver.chat.TelegramSender;
import io.wireroom.deliver.slack.SlackHistory;
import io.wireroom.deliver.slack.SlackSender;
import io.wireroom.deliver.storage.BucketTalks;
import io.wireroom.deliver.storage.StorageProbes;
import io.wireroom.deliver.storage.StorageSender;
import io.wireroom.deliver.storage.VolumeSender;
import io.wireroom.deliver.webhook.WebhookSender;
import io.wireroom.net.AddressPolicy;
import io.wireroom.net.HostGate;
import io.wireroom.net.RetryAfter;
import io.wireroom.poll.ItemReader;
import io.wireroom.poll.Poller;
import io.wireroom.poll.Robots;
import io.wireroom.poll.Sources;
import io.wireroom.store.SourceStanding;
import io.wireroom.store.SqlBindery;
import io.wireroom.store.SqlDeliveryLog;
import io.wireroom.store.SqlItems;
import io.wireroom.store.SqlOutbox;
import io.wireroom.store.SqlProbeLog;
import io.wireroom.store.SqlRoundUps;
import io.wireroom.store.SqlSources;
import io.wireroom.store.SqlSubscribers;
import io.wireroom.store.Standing;
import io.wireroom.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/** From config to beans: every object of the hub is made here, once. */
final class Wiring implements AutoCloseable {

  private static final int POLLS_IN_HAND = 128;
  private static final int ITEMS_IN_HAND = 16;
  static final int LETTERS_IN_HAND = 256;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Store store;
  private final HostGate gate;
  private final SqlSources sources;
  private final SqlItems items;
  private final SqlOutbox outbox;
  private final SqlBindery bindery;
  private final SqlSubscribers subscribers;
  private final SqlRoundUps roundUps;
  private final CloseableHttpClient transport;
  private @Nullable WebSub websub;
  private final Map<String, Object> beans = new LinkedHashMap<>();
  private final Clock clock;

  /**
   * @param transport the one way out; closed with this
   */
  Wiring(HubConfig config, Purpose purpose, Clock clock, CloseableHttpClient transport) {
    this.clock = clock;
    this.transport = transport;
    boolean service = purpose == Purpose.SERVICE;
    NetworkConfig network = config.network();
    store = Store.open(config.state().url());
    gate = new HostGate(network.perHost().concurrency(), network.perHost().delay(), clock);
    SqlSources.Due due = service ? SqlSources.Due.BY_SCHEDULE : SqlSources.Due.WHEN_ALLOWED;
    RetryAfter.Scope scope = RetryAfter.Scope.valueOf(network.retryAfterScope().name());
    sources = new SqlSources(store, gate, scope, due, POLLS_IN_HAND, clock);
    items = new SqlItems(store, gate, ITEMS_IN_HAND, clock);
    outbox = new SqlOutbox(store, items, Stages.storyRule(config), LETTERS_IN_HAND, clock);
    List<Destination> destinations = ConfiguredDestinations.of(config);
    bindery = new SqlBindery(store, destinations, !service, clock);
    sources.configure(Stages.sources(config));
    subscribers =
        new SqlSubscribers(
            store,
            outbox,
            destinations,
            Stages.subscriptions(config),
            Stages.feedsOnly(config),
            clock);
    outbox.notify(config.notices().to());
    roundUps = new SqlRoundUps(store, clock);
    beans.put("bindery", bindery);
    beans.put("probes", new StorageProbes(new SqlProbeLog(store, destinations), clock));
    wire(config, purpose);
  }

  /** The client that goes where the config lets the hub go. */
  static CloseableHttpClient transport(NetworkConfig network, DnsResolver names) {
    return Transport.client(
        new GuardedDns(new AddressPolicy(network.allow()), names),
        network.timeout().compareTo(CONNECT) < 0 ? network.timeout() : CONNECT,
        network.timeout(),
        POLLS_IN_HAND + ITEMS_IN_HAND + LETTERS_IN_HAND,
        network.userAgent());
  }

  private void wire(HubConfig config, Purpose purpose) {
    NetworkConfig network = config.network();
    Poller poller =
        new Poller(new ItemReader(), network.timeout(), network.maxBytes().bytes(), clock);
    Briefer briefer = Stages.briefer(config, store, clock);
    beans.put("transport", transport);
    beans.put("http", new HttpStep(clock));
    beans.put("poller", poller);
    beans.put(
        "robots", new Robots(network.robots(), network.userAgent(), network.timeout(), clock));
    beans.put("items", purpose == Purpose.TRIAL ? new OrderedItems(items, sources) : items);
    beans.put(
        "pages",
        new PageReader(
            new ArticleExtractor(), Stages.sites(config), config.network().timeout(), clock));
    beans.put("briefer", briefer);
    beans.put(
        "pruning", new Pruning(new SqlDeliveryLog(store), config.retention().attempts(), clock));
    beans.put("roundUps", roundUps);
    beans.put("newsDesk", new NewsDesk(subscribers, clock));
    beans.put("kinds", new Kinds());
    SlackSender slack = new SlackSender();
    beans.put("slack", slack);
    beans.put("slackHistory", new SlackHistory(slack));
    beans.put("webhooks", new WebhookSender());
    beans.put("storage", new StorageSender());
    beans.put("talks", new BucketTalks(clock));
    beans.put("volumes", new VolumeSender());
    beans.put("mail", new MailStep());
    beans.put("teams", new TeamsSender());
    beans.put("discord", new DiscordSender());
    beans.put("mattermost", new MattermostSender());
    beans.put("telegram", new TelegramSender());
    beans.put("worstOutcome", new WorstOutcome());
    if (purpose == Purpose.SERVICE) {
      websub = new WebSub(store, gate, config.server().publicUrl(), network, clock);
      beans.putAll(websub.beans());
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      Meters meters = new Meters(registry, () -> Standing.pending(store));
      meters.sources(
          condition -> SourceStanding.count(store, condition), () -> SourceStanding.pushed(store));
      beans.put("metricsRegistry", registry);
      ports(meters.counting(sources), poller, meters.counting(outbox));
      Frontage.of(config, store, subscribers, clock).forEach(beans::put);
    } else {
      ports(sources, poller, purpose.holdsBack() ? new HeldOutbox(outbox) : outbox);
    }
    beans.put("lastCall", new LastCall(calls()));
  }

  private List<Runnable> calls() {
    List<Runnable> calls = new ArrayList<>();
    calls.addAll(List.of(sources::close, items::close, outbox::close, bindery::close));
    if (websub != null) {
      calls.add(websub::close);
    }
    return calls;
  }

  private void ports(Sources polled, Poller poller, Outbox sent) {
    beans.put("sources", polled);
    beans.put("outbox", sent);
    beans.put("failures", new Failures(polled, poller, items, sent, websub, clock));
  }

  Map<String, Object> beans() {
    return beans;
  }

  Store store() {
    return store;
  }

  /** What the routes send from; when they are held back, what waits for whoever asks here. */
  Outbox outbox() {
    return outbox;
  }

  /** Whether a delivery is due. */
  boolean owing() {
    return outbox.busy(clock.instant());
  }

  /** Whether anything is in hand, due, or due within {@code patience}. */
  boolean busy(Duration patience) {
    return reading(patience) || roundUps.busy() || outbox.busy(clock.instant().plus(patience));
  }

  /** Whether an article may still come that belongs into a round-up which is due. */
  boolean reading(Duration patience) {
    return sources.busy() || items.busy(clock.instant().plus(patience));
  }

  /** Whether any row is claimed. */
  boolean inHand() {
    return sources.inHand() + items.inHand() + outbox.inHand() + bindery.inHand() > 0;
  }

  /** Whether any file of many briefs is being written, or has to be within {@code patience}. */
  boolean binding(Duration patience) {
    return bindery.busy(clock.instant().plus(patience));
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      store.close();
    }
  }
}
