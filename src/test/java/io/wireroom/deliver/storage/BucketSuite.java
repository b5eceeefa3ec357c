package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.JdkTransport;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store that speaks S3's protocol must do with our requests. */
abstract class BucketSuite {

  private final StorageSender sender = new StorageSender();
  private final JdkTransport transport = new JdkTransport();

  /** How to reach a store that is running and has the empty bucket {@code news}. */
  abstract S3Access s3();

  @Test
  void a_brief_arrives_in_every_form_under_the_prefix() {
    Letter letter = letter("s3://news/daily briefs".replace(" ", "%20"), s3(), "json", "md");

    for (StoredObject object : sender.objects(letter)) {
      Outcome outcome = put(letter, object);

      assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
      assertThat(outcome.reason()).isEqualTo("stored");
      HttpReply got = transport.send(requests(letter).get(object.key(), now()));
      assertThat(got.body()).isEqualTo(object.bytes());
      assertThat(got.header("content-type")).isEqualToIgnoringCase(object.contentType());
    }
    assertThat(listed(letter))
        .contains(
            "<Key>daily briefs/dt=2026-03-02/b1f0aa.json</Key>",
            "<Key>daily briefs/dt=2026-03-02/b1f0aa.md</Key>");
  }

  @Test
  void a_second_put_changes_nothing_and_counts_as_delivered() {
    Letter letter = letter("s3://news", s3(), "json");
    StoredObject first = new StoredObject("a", "text/plain", bytes("one"), Map.of());
    StoredObject second = new StoredObject("a", "text/plain", bytes("two"), Map.of());

    assertThat(put(letter, first).reason()).isEqualTo("stored");
    Outcome again = put(letter, second);

    assertThat(again.verdict()).as(again.toString()).isEqualTo(Verdict.DELIVERED);
    assertThat(again.reason()).isEqualTo("was there already");
    assertThat(transport.send(requests(letter).get("a", now())).text()).isEqualTo("one");
  }

  @Test
  void an_object_is_replaced_only_in_the_state_that_was_read() {
    Letter letter = letter("s3://news", s3(), "json");
    StoredObject first = new StoredObject("index.json", "text/plain", bytes("one"), Map.of());
    StoredObject next = new StoredObject("index.json", "text/plain", bytes("two"), Map.of());
    put(letter, first);
    HttpReply head = transport.send(requests(letter).head("index.json", now()));
    String etag = String.valueOf(head.header("etag"));

    assertThat(transport.send(requests(letter).replace(next, etag, now())).status()).isEqualTo(200);
    assertThat(transport.send(requests(letter).replace(first, etag, now())).status())
        .isEqualTo(412);
    assertThat(transport.send(requests(letter).get("index.json", now())).text()).isEqualTo("two");
  }

  @Test
  void odd_names_are_signed_as_the_store_reads_them() {
    Letter letter = letter("s3://news", s3(), "json");
    for (String key : List.of("a b+c", "x=1&y=2/z~(1)!", "\u00fcber/\u65e5\u672c", "100%25")) {
      Outcome outcome = put(letter, new StoredObject(key, "text/plain", bytes(key), Map.of()));

      assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
      assertThat(transport.send(requests(letter).get(key, now())).text()).isEqualTo(key);
    }
  }

  @Test
  void a_bucket_that_is_not_there_switches_the_destination_off() {
    Letter letter = letter("s3://nowhere", s3(), "json");

    Outcome outcome = put(letter, sender.objects(letter).get(0));

    assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("there is no bucket nowhere");
  }

  @Test
  void a_wrong_key_switches_the_destination_off() {
    S3Access right = s3();
    String accessKey = String.valueOf(right.accessKey());
    Letter wrongSecret =
        letter("s3://news", Buckets.s3(right.endpoint(), accessKey, "not-the-secret"), "json");
    Letter wrongKey =
        letter("s3://news", Buckets.s3(right.endpoint(), "AKIANOBODY", "any-secret"), "json");

    assertThat(put(wrongSecret, sender.objects(wrongSecret).get(0)))
        .returns(Verdict.DESTINATION_OFF, Outcome::verdict)
        .matches(outcome -> outcome.reason().contains("check secret-key"), "says what to do");
    assertThat(put(wrongKey, sender.objects(wrongKey).get(0)))
        .returns(Verdict.DESTINATION_OFF, Outcome::verdict)
        .matches(outcome -> outcome.reason().contains("check access-key"), "says what to do");
  }

  final Outcome put(Letter letter, StoredObject object) {
    return sender.read(letter, object, transport.send(sender.put(letter, object)));
  }

  private String listed(Letter letter) {
    return transport.send(requests(letter).list(null, now())).text();
  }

  private static S3Requests requests(Letter letter) {
    return new S3Requests((StorageDestination) letter.destination());
  }

  static Letter letter(String url, S3Access s3, String... formats) {
    Letter letter = Letters.to(Buckets.storage(url, s3, formats));
    return new Letter(letter.delivery(), letter.destination(), letter.brief(), now());
  }

  /** Stores refuse what was signed long ago. */
  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
