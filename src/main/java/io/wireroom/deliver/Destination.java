package io.wireroom.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somewhere that briefs are sent, with all that its kind needs. Secrets are plain strings here. */
public sealed interface Destination {

  /** The id from the config. */
  String id();

  /** How fast and how many at once. */
  Lane lane();

  /** The word for the kind, as in the config: {@code slack}, {@code storage}, {@code webhook}. */
  String kind();

  /** What must never be shown, wherever a receiver may quote it back to us. */
  List<String> secrets();

  /**
   * How a destination may be loaded.
   *
   * @param perSecond messages a second at most; 0 for no limit
   * @param concurrency messages in flight at once
   */
  record Lane(double perSecond, int concurrency) {}

  /**
   * A Slack channel: an incoming webhook, or a bot token with a channel.
   *
   * @param webhook the incoming webhook's address; null when a token is used
   * @param token the bot token; null when a webhook is used
   * @param channel name or id; needed with a token
   * @param api where the Web API is, {@code https://slack.com/api/} but in tests
   */
  record Slack(
      String id,
      Lane lane,
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
  }

  /**
   * A webhook by the Standard Webhooks specification.
   *
   * @param signingSecrets {@code whsec_…} or {@code whsk_…}, newest first; more than one while
   *     rotating; none sends unsigned
   * @param headers extra headers, such as an Authorization
   * @param format {@code brief}, the event of Standard Webhooks, or {@code cloudevents}, the brief
   *     in a CloudEvents 1.0 envelope
   */
  record Webhook(
      String id,
      Lane lane,
      URI url,
      List<String> signingSecrets,
      Map<String, String> headers,
      String format)
      implements Destination {

    public Webhook {
      signingSecrets = List.copyOf(signingSecrets);
      headers = Map.copyOf(headers);
    }

    @Override
    public String kind() {
      return "webhook";
    }

    @Override
    public List<String> secrets() {
      List<String> secrets = new ArrayList<>(signingSecrets);
      headers
          .values()
          .forEach(
              value -> {
                secrets.add(value);
                secrets.add(value.substring(value.indexOf(' ') + 1));
              });
      if (url.getRawQuery() != null) {
        secrets.add(url.getRawQuery());
      }
      return secrets;
    }
  }

  /**
   * A folder or a bucket.
   *
   * @param url {@code file:/path} or {@code s3://bucket/prefix}
   * @param formats of {@code json}, {@code md}, {@code html}, {@code txt}
   * @param layout template of a key, such as <code>dt={published:yyyy-MM-dd}/{id}.{format}</code>
   * @param volumes which files there are of many briefs
   * @param s3 how to reach the bucket; null for a folder
   */
  record Storage(
      String id,
      Lane lane,
      URI url,
      List<String> formats,
      String layout,
      Volumes volumes,
      @Nullable S3 s3)
      implements Destination {

    public Storage {
      formats = List.copyOf(formats);
    }

    @Override
    public String kind() {
      return "storage";
    }

    @Override
    public List<String> secrets() {
      return s3 == null || s3.secretKey() == null ? List.of() : List.of(s3.secretKey());
    }

    /**
     * The absolute path of the folder, percent-encoded to be part of an address. {@code url} may
     * name it relative to where the process started.
     *
     * @throws IllegalStateException for a bucket
     */
    public String folder() {
      try {
        return new URI(null, null, directory().toString(), null).getRawPath();
      } catch (URISyntaxException e) {
        throw new IllegalStateException("an absolute path can be part of an address", e);
      }
    }

    /**
     * The folder's absolute path.
     *
     * @throws IllegalStateException for a bucket
     */
    public Path directory() {
      if (s3 != null) {
        throw new IllegalStateException(id + " is a bucket, not a folder");
      }
      String path = url.isOpaque() ? url.getSchemeSpecificPart() : url.getPath();
      return Path.of(path).toAbsolutePath().normalize();
    }
  }

  /**
   * The files of a folder or bucket that hold many briefs.
   *
   * @param daily of {@code jsonl} and {@code parquet}: each has all briefs of a day
   * @param layout template of a day's key, such as <code>dt={published:yyyy-MM-dd}/briefs.{format}
   *     </code>
   * @param index whether {@code index.json} lists the newest briefs
   */
  record Volumes(List<String> daily, String layout, boolean index) {

    /** No file but those of each brief. */
    public static final Volumes NONE = new Volumes(List.of(), "", false);

    public Volumes {
      daily = List.copyOf(daily);
    }

    /** Whether there is any. */
    public boolean wanted() {
      return index || !daily.isEmpty();
    }
  }

  /**
   * A Discord channel.
   *
   * @param webhook the channel's webhook, a secret
   */
  record Discord(String id, Lane lane, URI webhook) implements Destination {
    @Override
    public String kind() {
      return "discord";
    }

    @Override
    public List<String> secrets() {
      return List.of(webhook.getRawPath());
    }
  }

  /**
   * A Mattermost channel.
   *
   * @param webhook an incoming webhook, a secret
   */
  record Mattermost(String id, Lane lane, URI webhook) implements Destination {
    @Override
    public String kind() {
      return "mattermost";
    }

    @Override
    public List<String> secrets() {
      return List.of(webhook.getRawPath());
    }
  }

  /**
   * A Microsoft Teams channel.
   *
   * @param webhook of a workflow that posts what it gets, a secret
   */
  record Teams(String id, Lane lane, URI webhook) implements Destination {
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

  /**
   * A Telegram chat, by a bot.
   *
   * @param chat its id, or {@code @name} of a channel
   * @param api where the Bot API is, {@code https://api.telegram.org/} but in tests
   */
  record Telegram(String id, Lane lane, String token, String chat, URI api) implements Destination {
    @Override
    public String kind() {
      return "telegram";
    }

    @Override
    public List<String> secrets() {
      return List.of(token);
    }
  }

  /**
   * People, by e-mail.
   *
   * @param tls {@code starttls}, {@code tls} (from the start) or {@code none}
   * @param user null for a server that asks for none
   * @param password a secret; null when there is no user
   */
  record Mail(
      String id,
      Lane lane,
      String host,
      int port,
      String tls,
      @Nullable String user,
      @Nullable String password,
      String from,
      List<String> to)
      implements Destination {
    @Override
    public String kind() {
      return "mail";
    }

    @Override
    public List<String> secrets() {
      return password == null ? List.of() : List.of(password);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Mail[id=" + id + ", host=" + host + ", to=" + to + "]";
    }
  }

  /**
   * How to reach a bucket.
   *
   * @param endpoint of a compatible store; null for AWS
   * @param accessKey null to use the environment's credentials (AWS default chain)
   * @param checksums {@code when-required} or {@code when-supported} (adds x-amz-checksum-crc32)
   * @param storageClass such as {@code STANDARD_IA}; null for the bucket's default
   * @param encryption {@code AES256} or {@code aws:kms}; null for the bucket's default
   * @param cacheControl {@code Cache-Control} of each brief; null for none
   */
  record S3(
      @Nullable URI endpoint,
      String region,
      boolean pathStyle,
      @Nullable String accessKey,
      @Nullable String secretKey,
      String checksums,
      @Nullable String storageClass,
      @Nullable String encryption,
      @Nullable String kmsKey,
      @Nullable String cacheControl) {}
}
