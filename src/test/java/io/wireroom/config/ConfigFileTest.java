package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wireroom.time.Cron;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  private static final List<String> NONE = List.of();
  private static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Path RESOURCES = Path.of("src/test/resources/config");

  @TempDir Path folder;

  @Test
  void every_default_is_filled_in() throws IOException {
    HubConfig config =
        read(
            """
            sources:
              - {id: verge, url: https://example.com/feed.xml}
            destinations:
              - {id: slack, kind: slack, webhook: https://hooks.example.com/1}
              - {id: storage, kind: storage, url: file:out}
              - {id: webhook, kind: webhook, url: https://example.com/hook}
              - {id: teams, kind: teams, webhook: https://example.com/teams}
              - {id: discord, kind: discord, webhook: https://example.com/discord}
              - {id: mattermost, kind: mattermost, webhook: https://example.com/mattermost}
              - {id: telegram, kind: telegram, token: t, chat: c}
              - {id: mail, kind: mail, host: h, from: a@example.com, to: b@example.com}
            subscriptions:
              - {to: slack, digest: {at: 0 8 * * *}}
            briefs: {model: {provider: ollama, name: m}}
            """);
    assertThat(config)
        .isEqualTo(
            new HubConfig(
                List.of(
                    new SourceConfig(
                        "verge",
                        URI.create("https://example.com/feed.xml"),
                        SourceConfig.Kind.FEED,
                        null,
                        NONE,
                        5,
                        null,
                        null,
                        null,
                        Map.of(),
                        null)),
                List.of(
                    new SlackConfig(
                        "slack",
                        new Secret("https://hooks.example.com/1"),
                        null,
                        null,
                        new Rate(1),
                        1,
                        URI.create("https://slack.com/api/")),
                    new StorageConfig(
                        "storage",
                        URI.create("file:out"),
                        List.of(StorageConfig.Form.JSON),
                        "dt={published:yyyy-MM-dd}/{id}.{format}",
                        List.of(),
                        "dt={published:yyyy-MM-dd}/briefs.{format}",
                        false,
                        null,
                        "us-east-1",
                        false,
                        null,
                        null,
                        StorageConfig.Checksums.WHEN_REQUIRED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        4),
                    new WebhookConfig(
                        "webhook",
                        URI.create("https://example.com/hook"),
                        null,
                        List.of(),
                        Map.of(),
                        WebhookConfig.Body.BRIEF,
                        null,
                        4),
                    new TeamsConfig(
                        "teams", new Secret("https://example.com/teams"), new Rate(1), 1),
                    new DiscordConfig(
                        "discord", new Secret("https://example.com/discord"), new Rate(1), 1),
                    new MattermostConfig(
                        "mattermost", new Secret("https://example.com/mattermost"), new Rate(1), 1),
                    new TelegramConfig(
                        "telegram",
                        new Secret("t"),
                        "c",
                        new Rate(1),
                        1,
                        URI.create("https://api.telegram.org/")),
                    new MailConfig(
                        "mail",
                        "h",
                        587,
                        MailConfig.Tls.STARTTLS,
                        null,
                        null,
                        "a@example.com",
                        List.of("b@example.com"),
                        null,
                        1)),
                List.of(
                    new SubscriptionConfig(
                        null,
                        "slack",
                        new SubscriptionConfig.When(NONE, NONE, NONE, NONE, NONE, NONE),
                        new SubscriptionConfig.Digest(
                            Cron.parse("0 8 * * *"), ZoneId.of("UTC"), 10))),
                new BriefsConfig(
                    BriefsConfig.Engine.EXTRACTIVE,
                    new BriefsConfig.Model(
                        BriefsConfig.Provider.OLLAMA,
                        null,
                        "m",
                        null,
                        1_000_000,
                        false,
                        Duration.ofSeconds(60),
                        2)),
                new NetworkConfig(
                    NONE,
                    new NetworkConfig.PerHost(2, Duration.ofSeconds(1)),
                    Duration.ofSeconds(30),
                    new ByteSize(10_000_000),
                    "Wireroom",
                    true,
                    NetworkConfig.Scope.HOST),
                new StateConfig("sqlite:data/wireroom.db", null),
                new ServerConfig("127.0.0.1", 8080, null, null, false, "Wireroom", null),
                new StoriesConfig(StoriesConfig.Merge.NEAR, StoriesConfig.Updates.THREAD),
                new RetentionConfig(Duration.ofDays(30)),
                new NoticesConfig(null)));
  }

  @Test
  void every_key_of_every_kind_is_read() {
    HubConfig config = ConfigFile.read(RESOURCES.resolve("every-key.yaml"), ENVIRONMENT::get);
    assertThat(config)
        .isEqualTo(
            new HubConfig(
                sources(),
                destinations(),
                List.of(
                    new SubscriptionConfig(
                        "tech-to-newsroom",
                        "newsroom",
                        new SubscriptionConfig.When(
                            List.of("tech"),
                            List.of("open source", "model*"),
                            List.of("chips"),
                            List.of("sponsored"),
                            List.of("verge", "blog"),
                            List.of("en")),
                        new SubscriptionConfig.Digest(
                            Cron.parse("0 8 * * 1-5"), ZoneId.of("Europe/Berlin"), 20)),
                    new SubscriptionConfig(
                        null,
                        "archive",
                        new SubscriptionConfig.When(NONE, NONE, NONE, NONE, NONE, NONE),
                        null)),
                new BriefsConfig(
                    BriefsConfig.Engine.MODEL,
                    new BriefsConfig.Model(
                        BriefsConfig.Provider.ANTHROPIC,
                        URI.create("http://localhost:8000/"),
                        "some-model",
                        new Secret("mk"),
                        5_000,
                        true,
                        Duration.ofSeconds(90),
                        4)),
                new NetworkConfig(
                    List.of("127.0.0.0/8", "fd00::/8"),
                    new NetworkConfig.PerHost(8, Duration.ZERO),
                    Duration.ofSeconds(5),
                    new ByteSize(5 * 1024 * 1024),
                    "ExampleNews/1.0 (+https://example.com/bot)",
                    false,
                    NetworkConfig.Scope.DOMAIN),
                new StateConfig("sqlite:/var/lib/wireroom/wireroom.db", null),
                new ServerConfig("0.0.0.0", 9090, new Secret("wt"), null, false, "Wireroom", null),
                new StoriesConfig(StoriesConfig.Merge.EXACT, StoriesConfig.Updates.SEND),
                new RetentionConfig(Duration.ofDays(7)),
                new NoticesConfig("newsroom")));
  }

  @Test
  void the_sample_config_is_right_as_it_is_and_with_its_examples_switched_on() throws IOException {
    Path sample = Path.of("config/wireroom.yaml");
    assertThat(ConfigFile.check(sample, name -> null).warnings()).isEmpty();

    String on =
        Files.readString(sample)
            .replace("# - {", "- {")
            .replace("# briefs:", "briefs:")
            .replace("\nbriefs: {engine: extractive}", "");
    Map<String, String> env =
        Map.of(
            "SLACK_WEBHOOK_URL", "https://hooks.example.com/1",
            "CRM_WEBHOOK_SECRET", WEBHOOK_SECRET,
            "OPENAI_API_KEY", "key");
    HubConfig config = ConfigFile.read(write(on), env::get);
    assertThat(config.sources()).hasSize(3);
    assertThat(config.destinations()).hasSize(3);
    assertThat(config.subscriptions()).hasSize(3);
    assertThat(config.briefs().engine()).isEqualTo(BriefsConfig.Engine.MODEL);
  }

  @Test
  void nothing_that_prints_a_config_shows_a_secret() {
    HubConfig config = ConfigFile.read(RESOURCES.resolve("every-key.yaml"), ENVIRONMENT::get);
    assertThat(config.toString())
        .contains("***")
        .doesNotContain("whsec_", "hub:db@", "Bearer ct", "pass word");
  }

  @Test
  void requests_of_a_source_carry_its_headers_and_its_authorization() {
    HubConfig config = ConfigFile.read(RESOURCES.resolve("every-key.yaml"), ENVIRONMENT::get);
    assertThat(config.sources().get(0).requestHeaders())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("X-Api-Key", "fk", "Authorization", "Basic bWU6cGFzcyB3b3Jk"));
    assertThat(config.sources().get(3).requestHeaders())
        .containsExactlyInAnyOrderEntriesOf(Map.of("Authorization", "Bearer fk"));
  }

  @Test
  void empty_lists_and_maps_may_be_left_empty() throws IOException {
    assertThat(read("sources:\ndestinations: []\nsubscriptions: ~\nnetwork:\n"))
        .isEqualTo(read("{}"));
  }

  @Test
  void anchors_and_merge_keys_share_settings() throws IOException {
    HubConfig config =
        read(
            """
            sources:
              - &first {id: a, url: https://example.com/a, tags: &tags [x, y], first-poll: 9}
              - {<<: *first, id: b, url: https://example.com/b, tags: *tags}
            """);
    assertThat(config.sources().get(1).firstPoll()).isEqualTo(9);
    assertThat(config.sources().get(1).tags()).containsExactly("x", "y");
  }

  @Test
  void variables_are_filled_in_anywhere_in_a_text() throws IOException {
    HubConfig config =
        read(
            """
            sources:
              - {id: a, url: "https://${HOST:-example.com}/${NAME}?p=$${x}", first-poll: "${N}"}
            """
                .replace("$${x}", "1"),
            Map.of("NAME", "feed", "N", "7"));
    assertThat(config.sources().get(0).url()).hasToString("https://example.com/feed?p=1");
    assertThat(config.sources().get(0).firstPoll()).isEqualTo(7);
    assertThat(read("network: {user-agent: \"a $${b} c\"}").network().userAgent())
        .isEqualTo("a ${b} c");
  }

  @Test
  void the_name_of_a_folder_or_file_may_hold_any_character() throws IOException {
    HubConfig config =
        read(
            """
            destinations: [{id: a, kind: storage, url: "file:/tmp/my briefs/100% é"}]
            state: {url: "sqlite:/tmp/my state/a.db"}
            """);
    assertThat(((StorageConfig) config.destinations().get(0)).url().getPath())
        .isEqualTo("/tmp/my briefs/100% é");
    assertThat(config.state().url()).isEqualTo("sqlite:/tmp/my state/a.db");
  }

  @Test
  void a_large_config_is_read_whole() throws IOException {
    StringBuilder text = new StringBuilder("sources:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - {id: s").append(i).append(", url: https://example.com/").append(i);
      text.append("/feed.xml, tags: [tech]}\n");
    }
    assertThat(read(text.toString()).sources()).hasSize(10_000);
  }

  @Test
  void a_config_exception_has_all_mistakes_and_says_them() throws IOException {
    Path file = write("sources: [{id: A}]\nserver: {port: x}\n");
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file, name -> null));
    assertThat(e.mistakes())
        .extracting(Mistake::line, Mistake::column, Mistake::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 11, "sources[0].url"),
            org.assertj.core.groups.Tuple.tuple(1, 16, "sources[0].id"),
            org.assertj.core.groups.Tuple.tuple(2, 16, "server.port"));
    assertThat(e).hasMessageContainingAll("sources[0].url: missing", "server.port: \"x\" is not");
  }

  private HubConfig read(String text) throws IOException {
    return read(text, Map.of());
  }

  private HubConfig read(String text, Map<String, String> env) throws IOException {
    return ConfigFile.read(write(text), env::get);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("wireroom.yaml"), text);
  }

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("FEED_KEY", "fk"),
          Map.entry("SLACK_WEBHOOK_URL", "https://hooks.example.com/1"),
          Map.entry("SLACK_TOKEN", "st"),
          Map.entry("S3_KEY", "sk"),
          Map.entry("S3_SECRET", "ss"),
          Map.entry("WEBHOOK_SECRET", WEBHOOK_SECRET),
          Map.entry("CRM_TOKEN", "ct"),
          Map.entry("CHAT_URL", "https://chat.example.com/1"),
          Map.entry("TELEGRAM_TOKEN", "tt"),
          Map.entry("SMTP_PASSWORD", "sp"),
          Map.entry("MODEL_KEY", "mk"),
          Map.entry("DB_PASSWORD", "db"),
          Map.entry("WIREROOM_TOKEN", "wt"));

  private static List<SourceConfig> sources() {
    return List.of(
        new SourceConfig(
            "verge",
            URI.create("https://example.com/verge.xml"),
            SourceConfig.Kind.FEED,
            null,
            List.of("tech", "science"),
            50,
            "The Verge",
            Duration.ofMinutes(15),
            new SourceConfig.Extract("div.story-body", List.of("aside", ".newsletter")),
            Map.of("X-Api-Key", new Secret("fk")),
            new SourceConfig.Auth("me", new Secret("pass word"), null)),
        new SourceConfig(
            "blog",
            URI.create("https://example.com/news"),
            SourceConfig.Kind.PAGE,
            "article h2 a",
            List.of("tech"),
            5,
            null,
            null,
            null,
            Map.of(),
            null),
        new SourceConfig(
            "api",
            URI.create("https://example.com/api"),
            SourceConfig.Kind.JSON,
            "$.items[*].url",
            NONE,
            5,
            null,
            null,
            null,
            Map.of(),
            null),
        new SourceConfig(
            "map",
            URI.create("https://example.com/sitemap.xml"),
            SourceConfig.Kind.SITEMAP,
            null,
            NONE,
            5,
            null,
            null,
            null,
            Map.of(),
            new SourceConfig.Auth(null, null, new Secret("fk"))));
  }

  private static List<DestinationConfig> destinations() {
    Secret chat = new Secret("https://chat.example.com/1");
    return List.of(
        new SlackConfig(
            "newsroom",
            new Secret("https://hooks.example.com/1"),
            null,
            null,
            new Rate(1000),
            3,
            URI.create("https://slack.com/api/")),
        new SlackConfig(
            "bot",
            null,
            new Secret("st"),
            "#news",
            new Rate(1),
            1,
            URI.create("http://localhost:9/api/")),
        new StorageConfig(
            "archive",
            URI.create("s3://news-archive/briefs"),
            List.of(StorageConfig.Form.values()),
            "{source}/{published:yyyy}/{made:HHmm}/{slug}-{language}-{story}-{id}.{format}",
            List.of(StorageConfig.Daily.values()),
            "daily/{source}/{format}/dt={made:yyyy-MM-dd}/{language}.{format}",
            true,
            URI.create("http://localhost:9000"),
            "eu-central-1",
            true,
            new Secret("sk"),
            new Secret("ss"),
            StorageConfig.Checksums.WHEN_SUPPORTED,
            "STANDARD_IA",
            "aws:kms",
            "alias/news",
            null,
            null,
            null,
            "public, max-age=86400",
            new Rate(100),
            8),
        azure("blobs", "azure://news/briefs", new Secret("sk"), null),
        azure("shared", "azure://news", null, new Secret("ss")),
        new WebhookConfig(
            "crm",
            URI.create("https://crm.example.com/hooks/news"),
            new Secret(WEBHOOK_SECRET),
            List.of(),
            Map.of("Authorization", new Secret("Bearer ct")),
            WebhookConfig.Body.CLOUDEVENTS,
            new Rate(0.5),
            2),
        new WebhookConfig(
            "rotating",
            URI.create("https://crm.example.com/2"),
            null,
            List.of(new Secret(WEBHOOK_SECRET), new Secret(WEBHOOK_SECRET)),
            Map.of(),
            WebhookConfig.Body.BRIEF,
            null,
            4),
        new TeamsConfig("teams", chat, new Rate(2), 2),
        new DiscordConfig("discord", chat, new Rate(2), 2),
        new MattermostConfig("mattermost", chat, new Rate(2), 2),
        new TelegramConfig(
            "telegram",
            new Secret("tt"),
            "@example",
            new Rate(2),
            2,
            URI.create("http://localhost:9/")),
        new MailConfig(
            "desk",
            "smtp.example.com",
            465,
            MailConfig.Tls.TLS,
            "me",
            new Secret("sp"),
            "news@example.com",
            List.of("desk@example.com", "web@example.com"),
            new Rate(0.5),
            2));
  }

  private static StorageConfig azure(
      String id, String url, @Nullable Secret key, @Nullable Secret sas) {
    return new StorageConfig(
        id,
        URI.create(url),
        List.of(StorageConfig.Form.JSON),
        "dt={published:yyyy-MM-dd}/{id}.{format}",
        List.of(),
        "dt={published:yyyy-MM-dd}/briefs.{format}",
        false,
        null,
        "us-east-1",
        false,
        null,
        null,
        StorageConfig.Checksums.WHEN_REQUIRED,
        null,
        null,
        null,
        "newsarchive",
        key,
        sas,
        null,
        null,
        4);
  }
}
