package io.wireroom.hub;

import io.wireroom.config.DestinationConfig;
import io.wireroom.config.DiscordConfig;
import io.wireroom.config.MattermostConfig;
import io.wireroom.config.Secret;
import io.wireroom.config.TeamsConfig;
import io.wireroom.config.TelegramConfig;
import io.wireroom.deliver.Destination;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** From the config's words for a chat to the destination it is. */
final class Chats {

  private Chats() {}

  /** Null when the config is not that of a chat. */
  static @Nullable Destination destination(DestinationConfig config, Destination.Lane lane) {
    if (config instanceof DiscordConfig discord) {
      return new Destination.Discord(discord.id(), lane, address(discord.webhook()));
    } else if (config instanceof MattermostConfig mattermost) {
      return new Destination.Mattermost(mattermost.id(), lane, address(mattermost.webhook()));
    } else if (config instanceof TeamsConfig teams) {
      return new Destination.Teams(teams.id(), lane, address(teams.webhook()));
    } else if (config instanceof TelegramConfig telegram) {
      String token = telegram.token().reveal();
      return new Destination.Telegram(
          telegram.id(), lane, token, telegram.chat(), telegram.api());
    }
    return null;
  }

  private static URI address(Secret webhook) {
    return URI.create(webhook.reveal());
  }
}
