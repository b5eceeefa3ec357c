package io.wireroom.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.chat.DiscordSender;
import io.wireroom.deliver.chat.MattermostSender;
import io.wireroom.deliver.chat.TeamsSender;
import io.wireroom.deliver.chat.TelegramSender;
import io.wireroom.deliver.mail.MailMessage;
import io.wireroom.deliver.slack.SlackSender;
import io.wireroom.deliver.storage.StorageSender;
import io.wireroom.deliver.webhook.WebhookSender;
import io.wireroom.net.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a destination gets of one message, as a file that people can read and compare.
 *
 * @param name with slashes and without a leading one
 */
public record Sample(String name, byte[] bytes) {

  private static final JsonMapper JSON = new JsonMapper();

  /** How each kind that takes one request makes it, by the kind's word. */
  private static final Map<String, Function<Letter, HttpCall>> CALLS =
      Map.of(
          "slack", new SlackSender()::write,
          "webhook", new WebhookSender()::write,
          "teams", new TeamsSender()::write,
          "discord", new DiscordSender()::write,
          "mattermost", new MattermostSender()::write,
          "telegram", new TelegramSender()::write);

  /**
   * The request's body, with its JSON on many lines; the objects of a folder or bucket by their
   * keys; both texts of an e-mail. Headers are left out: they hold signatures and secrets.
   *
   * @param number of the message among those to its destination, from 1
   */
  static List<Sample> of(Letter letter, int number) {
    String kind = letter.destination().kind();
    Function<Letter, HttpCall> call = CALLS.get(kind);
    if (call != null) {
      return List.of(new Sample(number + ".json", pretty(call.apply(letter).body())));
    }
    return switch (kind) {
      case "storage" ->
          new StorageSender()
              .objects(letter).stream()
                  .map(object -> new Sample(object.key(), object.bytes()))
                  .toList();
      case "mail" -> mail(MailMessage.of(letter), number);
      default -> throw new IllegalArgumentException("no sample can be made for the kind " + kind);
    };
  }

  private static List<Sample> mail(MailMessage mail, int number) {
    String text = "Subject: " + mail.subject() + "\n\n" + mail.text();
    return List.of(
        new Sample(number + ".txt", text.getBytes(StandardCharsets.UTF_8)),
        new Sample(number + ".html", mail.html().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] pretty(byte[] json) {
    try {
      return (JSON.readTree(json).toPrettyString().replace("\r\n", "\n") + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that is not JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
