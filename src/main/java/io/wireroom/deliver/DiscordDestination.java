package io.wireroom.deliver;

import java.net.URI;
import java.util.List;

/**
 * A Discord channel.
 *
 * @param webhook the channel's webhook, a secret
 */
public record DiscordDestination(String id, Destination.Lane lane, URI webhook)
    implements Destination {
  @Override
  public String kind() {
    return "discord";
  }

  @Override
  public List<String> secrets() {
    return List.of(webhook.getRawPath());
  }
}
