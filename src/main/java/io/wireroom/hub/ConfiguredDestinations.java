package io.wireroom.hub;

import io.wireroom.config.DestinationConfig;
import io.wireroom.config.DiscordConfig;
import io.wireroom.config.HubConfig;
import io.wireroom.config.MailConfig;
import io.wireroom.config.MattermostConfig;
import io.wireroom.config.Rate;
import io.wireroom.config.Secret;
import io.wireroom.config.SlackConfig;
import io.wireroom.config.StorageConfig;
import io.wireroom.config.TeamsConfig;
import io.wireroom.config.TelegramConfig;
import io.wireroom.config.WebhookConfig;
import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.BucketAccess;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.DiscordDestination;
import io.wireroom.deliver.MailDestination;
import io.wireroom.deliver.MattermostDestination;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.SlackDestination;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import io.wireroom.deliver.TeamsDestination;
import io.wireroom.deliver.TelegramDestination;
import io.wireroom.deliver.WebhookDestination;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what the config says of each destination to the deliver stage's own value. */
final class ConfiguredDestinations {

  private ConfiguredDestinations() {}

  static List<Destination> of(HubConfig config) {
    return config.destinations().stream().map(ConfiguredDestinations::of).toList();
  }

  /**
   * The bucket of a state that lies in one.
   *
   * @throws IllegalArgumentException if it does not
   */
  static StorageDestination stateBucket(HubConfig config) {
    StorageConfig access =
        config.stateAccess().orElseThrow(() -> new IllegalArgumentException("the state is a file"));
    String url = config.state().url();
    return new StorageDestination(
        "state",
        lane(access),
        URI.create(url.substring(0, url.lastIndexOf('/'))),
        List.of(),
        "",
        StorageVolumes.NONE,
        access(access));
  }

  private static Destination of(DestinationConfig config) {
    Destination.Lane lane = lane(config);
    if (config instanceof SlackConfig slack) {
      return slack(slack, lane);
    } else if (config instanceof WebhookConfig webhook) {
      return webhook(webhook, lane);
    } else if (config instanceof StorageConfig storage) {
      return storage(storage, lane);
    } else if (config instanceof TeamsConfig teams) {
      return new TeamsDestination(teams.id(), lane, address(teams.webhook()));
    } else if (config instanceof DiscordConfig discord) {
      return new DiscordDestination(discord.id(), lane, address(discord.webhook()));
    } else if (config instanceof MattermostConfig mattermost) {
      return new MattermostDestination(mattermost.id(), lane, address(mattermost.webhook()));
    } else if (config instanceof TelegramConfig telegram) {
      return new TelegramDestination(
          telegram.id(), lane, telegram.token().reveal(), telegram.chat(), telegram.api());
    } else if (config instanceof MailConfig mail) {
      return mail(mail, lane);
    }
    throw new IllegalArgumentException("destination " + config.id() + " is of no known kind");
  }

  private static Destination slack(SlackConfig slack, Destination.Lane lane) {
    return new SlackDestination(
        slack.id(),
        lane,
        slack.webhook() == null ? null : address(slack.webhook()),
        reveal(slack.token()),
        slack.channel(),
        slack.api());
  }

  private static Destination webhook(WebhookConfig webhook, Destination.Lane lane) {
    Map<String, String> headers = new LinkedHashMap<>();
    webhook.headers().forEach((name, value) -> headers.put(name, value.reveal()));
    return new WebhookDestination(
        webhook.id(),
        lane,
        webhook.url(),
        webhook.signingSecrets().stream().map(Secret::reveal).toList(),
        headers,
        word(webhook.format()));
  }

  private static Destination mail(MailConfig mail, Destination.Lane lane) {
    return new MailDestination(
        mail.id(),
        lane,
        mail.host(),
        mail.port(),
        word(mail.tls()),
        mail.user(),
        reveal(mail.password()),
        mail.from(),
        mail.to());
  }

  private static Destination storage(StorageConfig storage, Destination.Lane lane) {
    return new StorageDestination(
        storage.id(),
        lane,
        storage.url(),
        storage.formats().stream().map(ConfiguredDestinations::word).toList(),
        storage.layout(),
        new StorageVolumes(
            storage.daily().stream().map(ConfiguredDestinations::word).distinct().toList(),
            storage.dailyLayout(),
            storage.index()),
        access(storage));
  }

  private static @Nullable BucketAccess access(StorageConfig storage) {
    if ("azure".equals(storage.url().getScheme())) {
      return new AzureAccess(
          String.valueOf(storage.account()),
          storage.endpoint(),
          reveal(storage.accountKey()),
          storage.sas() == null ? null : storage.sas().reveal().replaceFirst("^\\?", ""),
          storage.cacheControl());
    } else if (!"s3".equals(storage.url().getScheme())) {
      return null;
    }
    return new S3Access(
        storage.endpoint(),
        storage.region(),
        storage.pathStyle(),
        reveal(storage.accessKey()),
        reveal(storage.secretKey()),
        word(storage.checksums()),
        storage.storageClass(),
        storage.encryption(),
        storage.kmsKey(),
        storage.cacheControl());
  }

  private static Destination.Lane lane(DestinationConfig config) {
    Rate rate = config.rate();
    return new Destination.Lane(rate == null ? 0 : rate.perSecond(), config.concurrency());
  }

  private static URI address(Secret secret) {
    return URI.create(secret.reveal());
  }

  private static @Nullable String reveal(@Nullable Secret secret) {
    return secret == null ? null : secret.reveal();
  }

  /** A constant's name as the config writes it. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
