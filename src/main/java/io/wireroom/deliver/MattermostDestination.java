package io.wireroom.deliver;

import java.net.URI;
import java.util.List;

/**
 * A Mattermost channel.
 *
 * @param webhook an incoming webhook, a secret
 */
public record MattermostDestination(String id, Destination.Lane lane, URI webhook)
    implements Destination {
  @Override
  public String kind() {
    return "mattermost";
  }

  @Override
  public List<String> secrets() {
    return List.of(webhook.getRawPath());
  }
}
