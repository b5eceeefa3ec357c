package io.wireroom.deliver;

import java.net.URI;
import java.util.List;

/**
 * A Microsoft Teams channel.
 *
 * @param webhook of a workflow that posts what it gets, a secret
 */
public record TeamsDestination(String id, Destination.Lane lane, URI webhook)
    implements Destination {
  @Override
  public String kind() {
    return "teams";
  }

  @Override
  public List<String> secrets() {
    return webhook.getRawQuery() == null
        ? List.of(webhook.getRawPath())
        : List.of(webhook.getRawPath(), webhook.getRawQuery());
  }
}
