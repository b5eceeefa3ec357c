package io.wireroom.deliver;

import java.net.URI;
import java.util.List;

/**
 * A Telegram chat, by a bot.
 *
 * @param chat its id, or {@code @name} of a channel
 * @param api where the Bot API is, {@code https://api.telegram.org/} but in tests
 */
public record TelegramDestination(
    String id, Destination.Lane lane, String token, String chat, URI api) implements Destination {
  @Override
  public String kind() {
    return "telegram";
  }

  @Override
  public List<String> secrets() {
    return List.of(token);
  }

  @Override
  public boolean threads() {
    return true;
  }
}
