package io.wireroom.hub;

import io.wireroom.deliver.Letter;
import io.wireroom.deliver.chat.DiscordSender;
import io.wireroom.deliver.chat.MattermostSender;
import io.wireroom.deliver.chat.TeamsSender;
import io.wireroom.deliver.chat.TelegramSender;
import io.wireroom.deliver.slack.SlackHistory;
import io.wireroom.deliver.slack.SlackSender;
import io.wireroom.deliver.storage.BucketTalks;
import io.wireroom.deliver.storage.StorageSender;
import io.wireroom.deliver.storage.VolumeSender;
import io.wireroom.deliver.webhook.WebhookSender;
import io.wireroom.net.HttpCall;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who writes letters to each kind of destination, and reads the answers. */
final class Senders {

  private Senders() {}

  /** As the routes under {@code routes/kinds} name them. */
  static Map<String, Object> beans(Clock clock) {
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("kinds", new Kinds());
    SlackSender slack = new SlackSender();
    beans.put("slack", slack);
    beans.put("slackHistory", new SlackHistory(slack));
    beans.put("webhooks", new WebhookSender());
    beans.put("storage", new StorageSender());
    beans.put("talks", new BucketTalks(clock));
    beans.put("volumes", new VolumeSender());
    beans.put("mail", new MailStep());
    beans.put("teams", new TeamsSender());
    beans.put("discord", new DiscordSender());
    beans.put("mattermost", new MattermostSender());
    beans.put("telegram", new TelegramSender());
    beans.put("worstOutcome", new WorstOutcome());
    return beans;
  }

  /** How each kind that takes one request makes it, by the kind's word. */
  static Map<String, Function<Letter, HttpCall>> calls() {
    return Map.of(
        "slack", new SlackSender()::write,
        "webhook", new WebhookSender()::write,
        "teams", new TeamsSender()::write,
        "discord", new DiscordSender()::write,
        "mattermost", new MattermostSender()::write,
        "telegram", new TelegramSender()::write);
  }
}
