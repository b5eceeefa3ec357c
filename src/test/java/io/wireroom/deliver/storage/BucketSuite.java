package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.brief.Brief;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store that speaks S3's protocol must do with our requests. */
abstract class BucketSuite {

  private final StorageSender sender = new StorageSender();
  final JdkTransport transport = new JdkTransport();

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

  @Test
  void what_is_known_of_a_brief_and_for_how_long_it_may_be_kept_goes_with_it() {
    Letter letter = letter("s3://news", Buckets.cached(s3(), "public, max-age=60"), "json");
    StoredObject object = sender.objects(letter).get(0);
    put(letter, object);

    HttpReply head = transport.send(requests(letter).head(object.key(), now()));

    assertThat(head.header("cache-control")).isEqualTo("public, max-age=60");
    object
        .metadata()
        .forEach((name, value) -> assertThat(head.header("x-amz-meta-" + name)).isEqualTo(value));
  }

  @Test
  void one_who_was_overtaken_reads_again_and_nothing_is_lost() {
    StorageDestination storage = Days.storage("s3://news/briefs", s3());
    for (VolumeForm form : VolumeForm.values()) {
      write(volume(storage, form, 0, Days.brief("a", 1)));
      BucketTalk slow = VolumeWrite.of(volume(storage, form, 1, Days.brief("b", 2)));
      slow = slow.heard(transport.send(slow.next(now())));

      write(volume(storage, form, 1, Days.brief("c", 3)));
      Written last = result(slow);

      assertThat(last.outcome().verdict()).as("%s", last).isEqualTo(Verdict.DELIVERED);
      assertThat(last.briefs()).as(form.word()).isEqualTo(3);
    }
  }

  @Test
  void one_whose_answer_was_lost_finds_its_work_done() {
    StorageDestination storage = Days.storage("s3://news/briefs", s3());
    Volume volume = volume(storage, VolumeForm.PARQUET, 0, Days.brief("a", 1));
    write(volume);

    Written again = write(volume);

    assertThat(again.outcome().reason()).isEqualTo("was complete already");
    assertThat(again.briefs()).isEqualTo(1);
  }

  @Test
  void a_file_that_vanished_is_made_anew() {
    StorageDestination storage = Days.storage("s3://news/briefs", s3());

    Written written = write(volume(storage, VolumeForm.JSONL, 7, Days.brief("a", 1)));

    assertThat(written.outcome().verdict()).isEqualTo(Verdict.DELIVERED);
    assertThat(written.briefs()).isEqualTo(1);
  }

  @Test
  void a_bucket_that_can_do_all_is_told_by_few_requests_and_nothing_stays_there() {
    StorageDestination storage = Days.storage("s3://news/briefs", s3());
    int requests = 0;
    BucketTalk probe = BucketProbe.of(storage);
    for (; probe.open(); requests++) {
      probe = probe.heard(transport.send(probe.next(now())));
    }

    assertThat(((BucketProbe) probe).lacks()).isEmpty();
    assertThat(requests).isEqualTo(7);
    assertThat(list(storage, "").entries()).isEmpty();
  }

  @Test
  void a_probe_names_a_bucket_that_is_not_there_and_a_wrong_key() {
    S3Access s3 = s3();
    S3Access wrong = Buckets.s3(s3.endpoint(), String.valueOf(s3.accessKey()), "not-the-secret");

    assertThat(probe(Days.storage("s3://nowhere", s3)))
        .singleElement()
        .asString()
        .contains("there is no bucket nowhere; create it");
    assertThat(probe(Days.storage("s3://news", wrong)))
        .singleElement()
        .asString()
        .contains("check secret-key");
  }

  @Test
  void a_list_has_names_below_the_prefix_with_sizes_and_tags() {
    Letter letter = letter("s3://news/briefs", s3(), "json");
    for (String key : List.of("dt=1/a", "dt=1/b&c <d>", "dt=2/e")) {
      put(letter, new StoredObject(key, "text/plain", bytes("1234"), Map.of()));
    }

    BucketListing listing = list((StorageDestination) letter.destination(), "dt=1/");

    assertThat(listing.failure()).isNull();
    assertThat(listing.entries())
        .extracting(BucketListing.Entry::name)
        .containsExactly("dt=1/a", "dt=1/b&c <d>");
    assertThat(listing.entries())
        .allMatch(entry -> entry.size() == 4)
        .allMatch(entry -> entry.etag().equals("81dc9bdb52d04dc20036dbd8313ed055"));
  }

  final List<String> probe(StorageDestination storage) {
    return ((BucketProbe) talk(BucketProbe.of(storage))).lacks();
  }

  final Written write(Volume volume) {
    return result(VolumeWrite.of(volume));
  }

  private Written result(BucketTalk write) {
    return Objects.requireNonNull(((VolumeWrite) talk(write)).result());
  }

  private BucketListing list(StorageDestination storage, String beginning) {
    return (BucketListing) talk(BucketListing.of(storage, beginning));
  }

  private BucketTalk talk(BucketTalk begun) {
    BucketTalk talk = begun;
    while (talk.open()) {
      talk = talk.heard(transport.send(talk.next(now())));
    }
    return talk;
  }

  static Volume volume(StorageDestination storage, VolumeForm form, int stored, Brief brief) {
    return Days.volume(storage, form, stored, now(), brief);
  }

  final Outcome put(Letter letter, StoredObject object) {
    return sender.read(letter, object, transport.send(sender.put(letter, object)));
  }

  private String listed(Letter letter) {
    return transport.send(requests(letter).list("", 1000, null, now())).text();
  }

  private static BucketRequests requests(Letter letter) {
    return BucketRequests.of((StorageDestination) letter.destination());
  }

  static Letter letter(String url, S3Access s3, String... formats) {
    Letter letter = Letters.to(Buckets.storage(url, s3, formats));
    return new Letter(letter.delivery(), letter.destination(), letter.brief(), now());
  }

  /** Stores refuse what was signed long ago. */
  static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
