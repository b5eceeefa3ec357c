package io.wireroom.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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
    boolean named =
        state.inBucket()
            && destinations.stream().anyMatch(each -> each.id().equals(state.access()));
    if (named && stateAccess(destinations, state).isEmpty()) {
      throw new IllegalArgumentException(
          "state.access: "
              + state.access()
              + " is no destination of kind storage with an address like "
              + state.url());
    }
  }

  /** The destination whose keys reach the bucket of the state; empty when that is a file. */
  public Optional<StorageConfig> stateAccess() {
    return stateAccess(destinations, state);
  }

  private static Optional<StorageConfig> stateAccess(
      List<DestinationConfig> destinations, StateConfig state) {
    if (!state.inBucket()) {
      return Optional.empty();
    }
    String scheme = URI.create(state.url()).getScheme();
    return destinations.stream()
        .filter(StorageConfig.class::isInstance)
        .map(StorageConfig.class::cast)
        .filter(each -> each.id().equals(state.access()))
        .filter(each -> scheme.equals(each.url().getScheme()))
        .findFirst();
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
