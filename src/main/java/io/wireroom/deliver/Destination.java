package io.wireroom.deliver;

import java.util.List;

/** Somewhere that briefs are sent, with all that its kind needs. Secrets are plain strings here. */
public sealed interface Destination
    permits DiscordDestination,
        MailDestination,
        MattermostDestination,
        SlackDestination,
        StorageDestination,
        TeamsDestination,
        TelegramDestination,
        WebhookDestination {

  /** The id from the config. */
  String id();

  /** How fast and how many at once. */
  Lane lane();

  /** The word for the kind, as in the config: {@code slack}, {@code storage}, {@code webhook}. */
  String kind();

  /** What must never be shown, wherever a receiver may quote it back to us. */
  List<String> secrets();

  /** Whether a message can answer an earlier one there. */
  default boolean threads() {
    return false;
  }

  /** Whether people read there as messages come in, not programs. */
  default boolean readByPeople() {
    return true;
  }

  /**
   * How a destination may be loaded.
   *
   * @param perSecond messages a second at most; 0 for no limit
   * @param concurrency messages in flight at once
   */
  record Lane(double perSecond, int concurrency) {}
}
