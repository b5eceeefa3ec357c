package io.wireroom.hub;

import io.wireroom.article.PageSelectors;
import io.wireroom.article.SiteNotes;
import io.wireroom.brief.Briefer;
import io.wireroom.brief.ExtractiveBriefer;
import io.wireroom.brief.GuardedBriefer;
import io.wireroom.brief.model.ModelBriefer;
import io.wireroom.brief.model.ModelSettings;
import io.wireroom.config.BriefsConfig;
import io.wireroom.config.HubConfig;
import io.wireroom.config.Secret;
import io.wireroom.config.SourceConfig;
import io.wireroom.config.SubscriptionConfig;
import io.wireroom.poll.Source;
import io.wireroom.store.SqlBriefCache;
import io.wireroom.store.SqlTokenLedger;
import io.wireroom.store.Store;
import io.wireroom.story.StoryRule;
import io.wireroom.subscribe.Digest;
import io.wireroom.subscribe.Filter;
import io.wireroom.subscribe.Selection;
import io.wireroom.subscribe.Subscription;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the config's words to the stages' own values; no stage knows the config. */
final class Stages {

  /** Room for five takeaways, three paragraphs and their quotations. */
  private static final int MODEL_ANSWER_TOKENS = 3_000;

  private Stages() {}

  static List<Source> sources(HubConfig config) {
    return config.sources().stream().map(Stages::source).toList();
  }

  private static Source source(SourceConfig source) {
    return new Source(
        source.id(),
        source.url(),
        Source.Kind.valueOf(source.kind().name()),
        source.select(),
        source.tags(),
        source.firstPoll(),
        source.every(),
        source.requestHeaders(),
        Source.State.NEW);
  }

  /** What the config says of the sources' pages, by the source's id. */
  static Map<String, SiteNotes> sites(HubConfig config) {
    Map<String, SiteNotes> sites = new LinkedHashMap<>();
    for (SourceConfig source : config.sources()) {
      SourceConfig.Extract extract = source.extract();
      PageSelectors selectors =
          extract == null
              ? PageSelectors.NONE
              : new PageSelectors(
                  extract.content(),
                  extract.remove().isEmpty() ? null : String.join(", ", extract.remove()));
      sites.put(source.id(), new SiteNotes(source.name(), selectors));
    }
    return sites;
  }

  static List<Subscription> subscriptions(HubConfig config) {
    List<Subscription> subscriptions = new ArrayList<>();
    for (SubscriptionConfig each : config.subscriptions()) {
      if (each.to() != null) {
        subscriptions.add(Subscription.of(each.id(), each.to(), filter(each), digest(each)));
      }
    }
    return subscriptions;
  }

  /** The subscriptions that go nowhere: each is only a feed of the hub's. */
  static List<Selection> feedsOnly(HubConfig config) {
    List<Selection> selections = new ArrayList<>();
    for (SubscriptionConfig each : config.subscriptions()) {
      if (each.to() == null && each.id() != null) {
        selections.add(new Selection(each.id(), filter(each)));
      }
    }
    return selections;
  }

  /** What a subscription is known by; one without an id gets its own from what it says. */
  static String id(SubscriptionConfig subscription) {
    String to = subscription.to();
    return to == null
        ? String.valueOf(subscription.id())
        : Subscription.of(subscription.id(), to, filter(subscription), digest(subscription)).id();
  }

  private static @Nullable Digest digest(SubscriptionConfig subscription) {
    SubscriptionConfig.Digest digest = subscription.digest();
    return digest == null ? null : new Digest(digest.at(), digest.zone(), digest.max());
  }

  private static Filter filter(SubscriptionConfig subscription) {
    SubscriptionConfig.When when = subscription.when();
    return new Filter(
        when.tags(), when.any(), when.all(), when.none(), when.sources(), when.language());
  }

  /** The engine that the config asks for; the local one writes whatever a model does not. */
  static Briefer briefer(HubConfig config, Store store, Clock clock) {
    ExtractiveBriefer local = new ExtractiveBriefer(clock);
    BriefsConfig.Model model = config.briefs().model();
    if (config.briefs().engine() != BriefsConfig.Engine.MODEL || model == null) {
      return new GuardedBriefer(local);
    }
    return new ModelBriefer(
        model(model),
        local,
        new SqlBriefCache(store, clock),
        new SqlTokenLedger(store, clock),
        clock);
  }

  private static ModelSettings model(BriefsConfig.Model model) {
    ModelSettings.Provider provider = ModelSettings.Provider.valueOf(model.provider().name());
    Secret key = model.apiKey();
    return new ModelSettings(
        provider,
        model.baseUrl() == null ? home(provider) : model.baseUrl(),
        key == null ? "" : key.reveal(),
        model.name(),
        model.timeout(),
        MODEL_ANSWER_TOKENS,
        model.dailyTokenBudget(),
        model.concurrency(),
        model.opinion());
  }

  private static URI home(ModelSettings.Provider provider) {
    return switch (provider) {
      case OPENAI -> URI.create("https://api.openai.com/v1");
      case ANTHROPIC -> URI.create("https://api.anthropic.com/v1");
      case OLLAMA -> URI.create("http://127.0.0.1:11434");
    };
  }

  static StoryRule storyRule(HubConfig config) {
    return new StoryRule(
        StoryRule.Merge.valueOf(config.stories().merge().name()),
        StoryRule.Updates.valueOf(config.stories().updates().name()));
  }
}
