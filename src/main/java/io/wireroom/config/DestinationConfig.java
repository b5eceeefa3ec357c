package io.wireroom.config;

import org.jspecify.annotations.Nullable;

/** Somewhere that briefs go. Which record it is, the key {@code kind} says. */
public sealed interface DestinationConfig
    permits SlackConfig,
        StorageConfig,
        WebhookConfig,
        TeamsConfig,
        DiscordConfig,
        MattermostConfig,
        TelegramConfig,
        MailConfig {

  /** What subscriptions call it. */
  String id();

  /** How many messages it gets at most; null for no limit. */
  @Nullable Rate rate();

  /** How many messages are on their way to it at once. */
  int concurrency();
}
