package io.wireroom.deliver;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Slack channel: an incoming webhook, or a bot token with a channel.
 *
 * @param webhook the incoming webhook's address; null when a token is used
 * @param token the bot token; null when a webhook is used
 * @param channel name or id; needed with a token
 * @param api where the Web API is, {@code https://slack.com/api/} but in tests
 */
public record SlackDestination(
    String id,
    Destination.Lane lane,
    @Nullable URI webhook,
    @Nullable String token,
    @Nullable String channel,
    URI api)
    implements Destination {
  @Override
  public String kind() {
    return "slack";
  }

  @Override
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    if (webhook != null) {
      secrets.add(webhook.getRawPath());
    }
    if (token != null) {
      secrets.add(token);
    }
    return secrets;
  }

  /** An incoming webhook does not say what its message is called, so nothing can answer it. */
  @Override
  public boolean threads() {
    return token != null;
  }
}
