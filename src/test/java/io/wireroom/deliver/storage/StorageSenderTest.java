package io.wireroom.deliver.storage;

import static io.wireroom.deliver.Letters.failure;
import static io.wireroom.deliver.Letters.reply;
import static io.wireroom.deliver.storage.Buckets.s3;
import static io.wireroom.deliver.storage.Buckets.storage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.brief.BriefText;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageSenderTest {

  private static final S3Access AWS = s3(null, "AKIDEXAMPLE", "a-secret-key-for-tests");

  private final StorageSender sender = new StorageSender();

  @Test
  void a_brief_is_one_object_a_format_each_with_its_type() {
    Letter letter = Letters.to(storage("file:out", null, "json", "md", "html", "txt", "json"));

    List<StoredObject> objects = sender.objects(letter);

    assertThat(objects)
        .extracting(StoredObject::key)
        .containsExactly(
            "dt=2026-03-02/b1f0aa.json",
            "dt=2026-03-02/b1f0aa.md",
            "dt=2026-03-02/b1f0aa.html",
            "dt=2026-03-02/b1f0aa.txt");
    assertThat(objects)
        .extracting(StoredObject::contentType)
        .containsExactly(
            "application/json",
            "text/markdown; charset=UTF-8",
            "text/html; charset=UTF-8",
            "text/plain; charset=UTF-8");
    assertThat(objects.get(0).bytes()).isEqualTo(BriefJson.write(letter.brief()));
    assertThat(new String(objects.get(2).bytes(), StandardCharsets.UTF_8))
        .startsWith("<!doctype html>");
    assertThat(new String(objects.get(3).bytes(), StandardCharsets.UTF_8))
        .isEqualTo(BriefText.write(letter.brief()));
    assertThat(objects.get(0).metadata())
        .containsOnly(
            Map.entry("brief", "b1f0aa"),
            Map.entry("story", "s70ry"),
            Map.entry("source", "kelmouth"),
            Map.entry("link", "https://news.example/ferries?a=1&b=2"),
            Map.entry("published", "2026-03-02T23:59:59Z"),
            Map.entry("engine", "extractive 1.0"));
  }

  @Test
  void several_forms_never_share_a_name() {
    StorageDestination storage =
        new StorageDestination(
            "archive",
            Letters.LANE,
            URI.create("file:out"),
            List.of("json", "md"),
            "{id}",
            StorageVolumes.NONE,
            null);

    assertThat(sender.objects(Letters.to(storage)))
        .extracting(StoredObject::key)
        .containsExactly("b1f0aa.json", "b1f0aa.md");
  }

  @Test
  void a_put_creates_only_what_is_not_there() {
    HttpCall call = put(AWS);

    assertThat(call.method()).isEqualTo("PUT");
    assertThat(call.uri())
        .hasToString("https://s3.us-east-1.amazonaws.com/news/briefs/dt%3D2026-03-02/b1f0aa.json");
    assertThat(call.redirects()).isZero();
    assertThat(call.headers())
        .containsEntry("If-None-Match", "*")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("x-amz-meta-brief", "b1f0aa")
        .containsEntry("x-amz-meta-story", "s70ry")
        .doesNotContainKeys("x-amz-checksum-crc32", "x-amz-storage-class");
  }

  @Test
  void everything_that_is_sent_is_signed_and_nothing_that_the_client_writes_but_the_host() {
    HttpCall call = put(AWS);

    String authorization = String.valueOf(call.headers().get("Authorization"));
    String signed = authorization.replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
    assertThat(authorization).contains("Credential=AKIDEXAMPLE/20260304/us-east-1/s3/aws4_request");
    assertThat(call.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotContain("host", "content-length", "date", "cache-control", "connection")
        .filteredOn(name -> !name.equals("authorization"))
        .isSubsetOf(signed.split(";", -1));
    assertThat(signed.split(";", -1)).contains("host").doesNotContain("content-length");
  }

  @Test
  void storage_class_encryption_and_checksum_are_asked_for_when_the_config_says_so() {
    HttpCall call =
        put(
            new S3Access(
                null,
                "eu-west-1",
                true,
                "AKIDEXAMPLE",
                "a-secret-key-for-tests",
                "when-supported",
                "STANDARD_IA",
                "aws:kms",
                "alias/news",
                "public, max-age=60"));

    assertThat(call.headers())
        .containsEntry("x-amz-storage-class", "STANDARD_IA")
        .containsEntry("x-amz-server-side-encryption", "aws:kms")
        .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/news")
        .containsEntry("Cache-Control", "public, max-age=60")
        .containsKey("x-amz-checksum-crc32");
    assertThat(call.headers().get("Authorization"))
        .contains(
            "SignedHeaders=cache-control;content-type;host;if-none-match;x-amz-checksum-crc32;",
            ";x-amz-meta-link;x-amz-meta-published;",
            ";x-amz-server-side-encryption;x-amz-server-side-encryption-aws-kms-key-id;"
                + "x-amz-storage-class");
  }

  @Test
  void metadata_is_ascii_and_an_address_too_long_for_it_is_left_out() {
    Brief brief = Letters.brief();
    Brief.Origin origin = brief.origin();
    assertThat(ObjectMetadata.of(at(brief, origin, "https://news.example/f\u00e4hren")))
        .containsEntry("link", "https://news.example/f%C3%A4hren");
    assertThat(ObjectMetadata.of(at(brief, origin, "https://news.example/" + "x".repeat(1_000))))
        .doesNotContainKey("link")
        .containsEntry("brief", "b1f0aa");
  }

  private static Brief at(Brief brief, Brief.Origin origin, String url) {
    return new Brief(
        brief.id(),
        brief.itemId(),
        brief.storyId(),
        new Brief.Origin(
            origin.sourceId(),
            origin.sourceName(),
            url,
            origin.link(),
            origin.authors(),
            origin.published(),
            origin.language(),
            origin.tags(),
            null),
        brief.headline(),
        brief.status(),
        brief.teaser(),
        brief.takeaways(),
        brief.summary(),
        null,
        brief.made());
  }

  /** The check value that every description of CRC-32 gives: cbf43926. */
  @Test
  void the_checksum_is_crc32_in_base64() {
    Letter letter = Letters.to(storage("s3://news", Buckets.checked(AWS), "json"));
    byte[] content = "123456789".getBytes(StandardCharsets.UTF_8);

    assertThat(sender.put(letter, new StoredObject("a", "text/plain", content, Map.of())).headers())
        .containsEntry("x-amz-checksum-crc32", "y/Q5Jg==");
  }

  @Test
  void without_a_key_in_the_config_it_signs_with_what_every_aws_program_would() {
    System.setProperty("aws.accessKeyId", "AKIDFROMOUTSIDE");
    System.setProperty("aws.secretAccessKey", "from-outside");
    System.setProperty("aws.sessionToken", "session");
    try {
      HttpCall call =
          put(
              new S3Access(
                  null, "eu-west-1", true, null, null, "when-required", null, null, null, null));

      assertThat(call.headers().get("Authorization"))
          .contains("Credential=AKIDFROMOUTSIDE/20260304/eu-west-1/s3/aws4_request")
          .contains("x-amz-security-token");
      assertThat(call.headers().values()).contains("session");
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
      System.clearProperty("aws.sessionToken");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, '', DELIVERED, 'stored'",
    "412, PreconditionFailed, DELIVERED, 'was there already'",
    "304, '', DELIVERED, 'was there already'",
    "409, ConditionalRequestConflict, RETRY, 'something else was writing'",
    "404, NoSuchBucket, DESTINATION_OFF, 'there is no bucket news; create it'",
    "403, AccessDenied, DESTINATION_OFF, 's3:PutObject on news'",
    "403, InvalidAccessKeyId, DESTINATION_OFF, 'check access-key'",
    "403, SignatureDoesNotMatch, DESTINATION_OFF, 'check secret-key'",
    "403, RequestTimeTooSkewed, RETRY, 'set the clock'",
    "400, ExpiredToken, RETRY, 'renew'",
    "400, InvalidStorageClass, DESTINATION_OFF, 'change storage-class'",
    "400, KMS.NotFoundException, DESTINATION_OFF, 'check kms-key'",
    "400, BadDigest, RETRY, 'did not arrive'",
    "400, KeyTooLongError, REJECTED, 'does not take'",
    "400, SomethingNew, RETRY, 'answered 400 SomethingNew'",
    "501, NotImplemented, DESTINATION_OFF, 'checksums: when-required'",
    "503, SlowDown, THROTTLED, 'too many at once'",
    "500, InternalError, RETRY, 'answered 500 InternalError'",
    "503, '', THROTTLED, 'overloaded or down'",
    "403, '', RETRY, 'does not let us in'",
    "404, '', RETRY, 'check endpoint'",
    "302, '', RETRY, 'check endpoint'",
    "413, '', REJECTED, 'too large'"
  })
  void every_answer_has_its_verdict_in_words(
      int status, String code, Verdict verdict, String words) {
    String body = code.isEmpty() ? "" : "<Error><Code>" + code + "</Code></Error>";

    Outcome outcome = read(status, body, Map.of());

    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.reason()).contains(words);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.reference())
        .isEqualTo(verdict == Verdict.DELIVERED ? "briefs/dt=2026-03-02/b1f0aa.json" : null);
  }

  @Test
  void says_in_which_region_the_bucket_is() {
    assertThat(
            read(
                    400,
                    "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region>"
                        + "</Error>",
                    Map.of())
                .reason())
        .contains("news is in eu-west-1, not in us-east-1; change region");
    assertThat(
            read(
                    301,
                    "<Error><Code>PermanentRedirect</Code></Error>",
                    Map.of("x-amz-bucket-region", "ap-south-1"))
                .reason())
        .contains("news is in ap-south-1");
  }

  @Test
  void a_retry_after_is_passed_on_and_a_secret_is_not() {
    Outcome outcome = read(503, "a-secret-key-for-tests", Map.of("retry-after", "9"));

    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    assertThat(outcome.answer()).isEqualTo("***");
  }

  @Test
  void no_answer_is_tried_again() {
    Letter letter = Letters.to(storage("s3://news", AWS, "json"));

    assertThat(
            sender
                .read(letter, sender.objects(letter).get(0), failure(Failure.CONNECT, 0))
                .verdict())
        .isEqualTo(Verdict.RETRY);
  }

  @Test
  void what_could_not_be_sent_is_tried_again_and_says_what_to_do() {
    Throwable wrapped =
        new IllegalStateException(
            "failed to invoke", new NoCredentials(new IllegalStateException("a long story")));

    Outcome outcome = sender.failed(wrapped);

    assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
    assertThat(outcome.reason())
        .startsWith("not stored: no credentials for the bucket: give access-key");
  }

  @Test
  void a_file_that_is_written_is_delivered() {
    StoredObject object = sender.objects(Letters.to(storage("file:out", null, "md"))).get(0);

    Outcome outcome = sender.written(object);

    assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(outcome.reference()).isEqualTo("dt=2026-03-02/b1f0aa.md");
  }

  @ParameterizedTest
  @CsvSource({
    "file:/srv/news, /srv/news",
    "file:///srv/news/, /srv/news",
    "file:/srv/a%20b, /srv/a%20b",
    "file:/srv/x/../news, /srv/news"
  })
  void a_folder_has_an_absolute_path_as_in_an_address(String url, String folder) {
    assertThat(storage(url, null, "json").folder()).isEqualTo(folder);
  }

  @Test
  void a_relative_folder_is_below_where_the_process_started() {
    assertThat(storage("file:data/briefs", null, "json").folder())
        .isEqualTo(Path.of("data/briefs").toAbsolutePath().toString());
  }

  @Test
  void a_bucket_has_no_folder_and_a_folder_no_requests() {
    assertThatThrownBy(() -> storage("s3://news", AWS, "json").folder())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> BucketRequests.of(storage("file:out", null, "json")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private HttpCall put(S3Access s3) {
    Letter letter = Letters.to(storage("s3://news/briefs/", s3, "json"));
    return sender.put(letter, sender.objects(letter).get(0));
  }

  private Outcome read(int status, String body, Map<String, String> headers) {
    Letter letter = Letters.to(storage("s3://news/briefs/", AWS, "json"));
    return sender.read(letter, sender.objects(letter).get(0), reply(status, body, headers));
  }
}
