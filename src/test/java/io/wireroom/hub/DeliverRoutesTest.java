package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Destination;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.Publication;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import io.wireroom.deliver.WebhookDestination;
import io.wireroom.deliver.storage.StorageSender;
import io.wireroom.deliver.webhook.WebhookSender;
import io.wireroom.deliver.webhook.WebhookVerifier;
import io.wireroom.demo.Bucket;
import io.wireroom.demo.Received;
import io.wireroom.demo.WebhookDesk;
import io.wireroom.net.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped routes, from a letter to what its receiver got. */
class DeliverRoutesTest {

  private static final String SECRET = "whsec_c2VjcmV0LWZvci10aGUtdGVzdHMtb25seS0h";
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;
  private final Settled outbox = new Settled();
  private final Failed failures = new Failed();
  private final CloseableHttpClient transport =
      Transport.client(
          new AddressPolicy(List.of("127.0.0.0/8")),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          4,
          "Wireroom-Test");
  private final CamelContext camel = new DefaultCamelContext();
  private ProducerTemplate in;

  /** Keeps what was settled. */
  public static final class Settled implements Outbox {
    private final List<Outcome> outcomes = new ArrayList<>();

    @Override
    public void publish(Publication publication) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Letter> claim() {
      return List.of();
    }

    @Override
    public void settle(Letter letter, Outcome outcome) {
      outcomes.add(outcome);
    }
  }

  /** Keeps what the error policy was told. */
  public static final class Failed {
    private final List<Object> records = new ArrayList<>();

    public void record(Object body, Throwable failure) {
      records.add(body);
    }
  }

  @BeforeEach
  void start() throws Exception {
    Properties properties = new Properties();
    properties.put("wireroom.clock", "false");
    properties.put("wireroom.couriers", "4");
    properties.put("wireroom.idle", "25");
    camel.getPropertiesComponent().setInitialProperties(properties);
    Map<String, Object> beans =
        Map.of(
            "transport", transport,
            "http", new HttpStep(CLOCK),
            "outbox", outbox,
            "kinds", new Kinds(),
            "webhooks", new WebhookSender(),
            "storage", new StorageSender(),
            "failures", failures,
            "worstOutcome", new WorstOutcome());
    beans.forEach(camel.getRegistry()::bind);
    for (String file : List.of("errors", "http", "deliver", "kinds/webhook", "kinds/storage")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(
                  camel, "file:routes/" + file + ".camel.yaml"));
    }
    camel.start();
    in = camel.createProducerTemplate();
  }

  @AfterEach
  void stop() throws Exception {
    camel.close();
    transport.close();
  }

  @Test
  void a_webhook_is_verified_by_its_receiver() throws Exception {
    try (WebhookDesk desk =
        new WebhookDesk(
            InetAddress.getLoopbackAddress(),
            0,
            new WebhookVerifier(SECRET, CLOCK),
            CLOCK,
            received -> {})) {
      Letter letter = letter(webhook(desk.address().resolve("/hook?a=%20b"), SECRET));

      in.sendBody("direct:webhook", letter);

      assertThat(outbox.outcomes).extracting(Outcome::verdict).containsExactly(Verdict.DELIVERED);
      Received received = desk.received().get(0);
      assertThat(received.verdict().reason()).isEqualTo("the signature matches");
      assertThat(received.id()).isEqualTo(letter.delivery().id());
      assertThat(received.text())
          .contains("\"type\":\"brief.published\"", "Six ferries \u2013 f\u00fcr alle");
    }
  }

  @Test
  void a_receiver_that_does_not_believe_us_is_tried_again() {
    try (WebhookDesk desk =
        new WebhookDesk(
            InetAddress.getLoopbackAddress(),
            0,
            new WebhookVerifier(SECRET, CLOCK),
            CLOCK,
            received -> {})) {
      in.sendBody("direct:webhook", letter(webhook(desk.address(), null)));

      Outcome outcome = outbox.outcomes.get(0);
      assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
      assertThat(outcome.reason())
          .isEqualTo(
              "answered 401: it does not let us in; check the secret and headers of destination"
                  + " crm");
      assertThat(outcome.answer()).contains("are needed");
    }
  }

  @Test
  void a_private_address_is_refused_in_words() {
    in.sendBody("direct:webhook", letter(webhook(URI.create("http://10.0.0.1/hook"), SECRET)));

    assertThat(outbox.outcomes.get(0).verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outbox.outcomes.get(0).reason()).contains("10.0.0.1", "network.allow");
  }

  @Test
  void a_bucket_gets_every_form_once() {
    try (Bucket bucket = new Bucket(0, "news", folder, CLOCK)) {
      S3Access s3 =
          new S3Access(
              bucket.address(),
              "us-east-1",
              true,
              Bucket.ACCESS_KEY,
              Bucket.SECRET_KEY,
              "when-supported",
              "STANDARD_IA",
              "AES256",
              null,
              "public, max-age=60");
      Letter letter = letter(storage("s3://news/daily%20briefs", s3));

      in.sendBody("direct:storage", letter);
      in.sendBody("direct:storage", letter);

      assertThat(bucket.refusals()).isEmpty();
      assertThat(outbox.outcomes)
          .extracting(Outcome::verdict)
          .containsExactly(Verdict.DELIVERED, Verdict.DELIVERED);
      assertThat(outbox.outcomes)
          .extracting(Outcome::reason)
          .containsExactly("stored", "was there already");
      assertThat(bucket.keys())
          .containsExactly(
              "daily briefs/dt=2026-03-02/b1f0aa.html",
              "daily briefs/dt=2026-03-02/b1f0aa.json",
              "daily briefs/dt=2026-03-02/b1f0aa.md");
    }
  }

  @Test
  void a_folder_gets_every_form_whole_and_keeps_what_it_has() throws IOException {
    Path out = folder.resolve("a & b c % d + e # f");
    Letter letter = letter(storage(out.toUri().toString(), null));

    in.sendBody("direct:storage", letter);
    Path json = out.resolve("dt=2026-03-02/b1f0aa.json");
    Files.writeString(json, "kept");
    in.sendBody("direct:storage", letter);

    assertThat(outbox.outcomes)
        .extracting(Outcome::verdict)
        .containsExactly(Verdict.DELIVERED, Verdict.DELIVERED);
    assertThat(json).hasContent("kept");
    try (Stream<Path> files = Files.walk(out).filter(Files::isRegularFile)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("b1f0aa.json", "b1f0aa.md", "b1f0aa.html");
    }
  }

  @Test
  void half_a_file_left_by_a_crash_is_written_anew() throws IOException {
    Path day = Files.createDirectories(folder.resolve("dt=2026-03-02"));
    Letter letter = letter(storage(folder.toUri().toString(), null));
    Files.writeString(day.resolve(".part-b1f0aa.json"), "{\"half\":");

    in.sendBody("direct:storage", letter);

    assertThat(outbox.outcomes).extracting(Outcome::verdict).containsExactly(Verdict.DELIVERED);
    assertThat(day.resolve("b1f0aa.json")).hasBinaryContent(BriefJson.write(letter.brief()));
    assertThat(day.resolve(".part-b1f0aa.json")).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_written_is_tried_again() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));

    in.sendBody("direct:storage", letter(storage(file.toUri().toString(), null)));

    assertThat(failures.records).isEmpty();
    assertThat(outbox.outcomes).extracting(Outcome::verdict).containsExactly(Verdict.RETRY);
    assertThat(outbox.outcomes.get(0).reason()).startsWith("not stored: ").contains("a-file");
  }

  @Test
  void what_cannot_even_be_sent_is_tried_again() {
    S3Access s3 =
        new S3Access(
            URI.create("http://no_host:9000"),
            "x",
            true,
            "k",
            "s",
            "when-required",
            null,
            null,
            null,
            null);

    in.sendBody("direct:storage", letter(storage("s3://news", s3)));

    assertThat(failures.records).isEmpty();
    assertThat(outbox.outcomes).extracting(Outcome::verdict).containsExactly(Verdict.RETRY);
    assertThat(outbox.outcomes.get(0).reason())
        .isEqualTo(
            "not stored: no_host:9000 is no host name: only letters, digits, - and dots; change the"
                + " endpoint of archive");
  }

  private static Destination webhook(URI url, @Nullable String secret) {
    List<String> secrets = Stream.ofNullable(secret).toList();
    return new WebhookDestination("crm", Letters.LANE, url, secrets, Map.of(), "brief");
  }

  private static Destination storage(String url, @Nullable S3Access s3) {
    return new StorageDestination(
        "archive",
        Letters.LANE,
        URI.create(url),
        List.of("json", "md", "html"),
        "dt={published:yyyy-MM-dd}/{id}.{format}",
        StorageVolumes.NONE,
        s3);
  }

  private static Letter letter(Destination destination) {
    Letter letter = Letters.to(destination);
    return new Letter(letter.delivery(), letter.destination(), letter.brief(), CLOCK.instant());
  }
}
