package io.wireroom.config;

import java.util.List;

/** Everything that the config file says, checked, with the defaults filled in. */
public record HubConfig(
    @Option("What is read: feeds, list pages, sitemaps.") List<SourceConfig> sources,
    @Option("Where briefs go.") List<DestinationConfig> destinations,
    @Option("Which briefs go to which destination.") List<SubscriptionConfig> subscriptions,
    @Option("How briefs are written.") BriefsConfig briefs,
    @Option("How the hub behaves on the network.") NetworkConfig network,
    @Option("Where the hub keeps what it knows.") StateConfig state,
    @Option("The hub's own pages, API, health and metrics.") ServerConfig server,
    @Option("How articles that tell the same thing are brought together.") StoriesConfig stories,
    @Option("How long things are kept.") RetentionConfig retention,
    @Option("Notices to the people who run the hub.") NoticesConfig notices) {

  public HubConfig {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
    subscriptions = List.copyOf(subscriptions);
  }

  /** The same with another state and other ways to write briefs. */
  public HubConfig with(StateConfig otherState, BriefsConfig otherBriefs) {
    return with(sources, otherState, otherBriefs);
  }

  /** The same with other sources, too. */
  public HubConfig with(
      List<SourceConfig> otherSources, StateConfig otherState, BriefsConfig otherBriefs) {
    return new HubConfig(
        otherSources,
        destinations,
        subscriptions,
        otherBriefs,
        network,
        otherState,
        server,
        stories,
        retention,
        notices);
  }
}
