package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.JdkTransport;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a blob service must do with our requests. */
abstract class AzureSuite {

  private final StorageSender sender = new StorageSender();
  private final JdkTransport transport = new JdkTransport();

  /** How to reach a service that is running and has the empty container {@code news}. */
  abstract AzureAccess access();

  @Test
  void a_brief_arrives_in_every_form_with_all_that_is_known_of_it() {
    Letter letter = letter(storage("azure://news/daily%20briefs", access()));

    for (StoredObject object : sender.objects(letter)) {
      Outcome outcome = put(letter, object);

      assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
      assertThat(outcome.reason()).isEqualTo("stored");
      HttpReply got = transport.send(requests(letter).get(object.key(), now()));
      assertThat(got.body()).isEqualTo(object.bytes());
      assertThat(got.header("content-type")).isEqualTo(object.contentType());
      assertThat(got.header("cache-control")).isEqualTo("public, max-age=60");
      object
          .metadata()
          .forEach((name, value) -> assertThat(got.header("x-ms-meta-" + name)).isEqualTo(value));
    }
    assertThat(list(storage("azure://news/daily%20briefs", access()), "dt=").entries())
        .extracting(BucketListing.Entry::name)
        .containsExactly("dt=2026-03-02/b1f0aa.json", "dt=2026-03-02/b1f0aa.md");
  }

  @Test
  void a_second_put_changes_nothing_and_counts_as_delivered() {
    Letter letter = letter(storage("azure://news", access()));

    assertThat(put(letter, text("a", "one")).reason()).isEqualTo("stored");
    Outcome again = put(letter, text("a", "two"));

    assertThat(again.verdict()).as(again.toString()).isEqualTo(Verdict.DELIVERED);
    assertThat(again.reason()).isEqualTo("was there already");
    assertThat(transport.send(requests(letter).get("a", now())).text()).isEqualTo("one");
  }

  @Test
  void odd_names_are_signed_as_the_service_reads_them() {
    Letter letter = letter(storage("azure://news", access()));
    for (String key : List.of("a b+c", "x=1&y=2/z~(1)!", "\u00fcber/\u65e5\u672c", "100%25")) {
      Outcome outcome = put(letter, text(key, key));

      assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
      assertThat(transport.send(requests(letter).get(key, now())).text()).isEqualTo(key);
    }
  }

  @Test
  void a_container_that_is_not_there_and_a_wrong_key_switch_the_destination_off() {
    AzureAccess right = access();
    AzureAccess wrong =
        new AzureAccess(right.account(), right.endpoint(), "bm90IHRoZSBrZXk=", null, null);
    Letter nowhere = letter(storage("azure://nowhere", right));
    Letter locked = letter(storage("azure://news", wrong));

    assertThat(put(nowhere, text("a", "a")))
        .returns(Verdict.DESTINATION_OFF, Outcome::verdict)
        .matches(outcome -> outcome.reason().contains("no container nowhere"), "says what to do");
    assertThat(put(locked, text("a", "a")))
        .returns(Verdict.DESTINATION_OFF, Outcome::verdict)
        .matches(outcome -> outcome.reason().contains("account-key"), "says what to do");
  }

  @Test
  void one_who_was_overtaken_reads_again_and_nothing_is_lost() {
    StorageDestination storage = storage("azure://news/briefs", access());
    for (VolumeForm form : VolumeForm.values()) {
      write(storage, form, 0, "a");
      BucketTalk slow = VolumeWrite.of(Days.volume(storage, form, 1, now(), Days.brief("b", 2)));
      slow = slow.heard(transport.send(slow.next(now())));

      write(storage, form, 0, "c");
      Written last = result(slow);

      assertThat(last.outcome().verdict()).as("%s", last).isEqualTo(Verdict.DELIVERED);
      assertThat(last.briefs()).as(form.word()).isEqualTo(3);
    }
  }

  @Test
  void a_container_that_can_do_all_lacks_nothing_and_nothing_stays_there() {
    StorageDestination storage = storage("azure://news/briefs", access());

    assertThat(((BucketProbe) talk(BucketProbe.of(storage))).lacks()).isEmpty();
    assertThat(list(storage, "").entries()).isEmpty();
    assertThat(((BucketProbe) talk(BucketProbe.of(storage("azure://nowhere", access())))).lacks())
        .singleElement()
        .asString()
        .contains("there is no container nowhere; create it");
  }

  @Test
  void a_list_of_several_pages_has_all_names_with_sizes_and_sums() {
    Letter letter = letter(storage("azure://news/briefs", access()));
    for (String key : List.of("dt=1/a", "dt=1/b&c", "dt=2/e")) {
      put(letter, text(key, "1234"));
    }

    BucketListing listing = list(storage("azure://news/briefs", access()), "dt=1/");
    HttpReply first = transport.send(requests(letter).list("", 1, null, now()));

    assertThat(listing.failure()).isNull();
    assertThat(listing.entries())
        .extracting(BucketListing.Entry::name)
        .containsExactly("dt=1/a", "dt=1/b&c");
    assertThat(listing.entries())
        .allMatch(entry -> entry.size() == 4)
        .allMatch(entry -> entry.etag().equals("81dc9bdb52d04dc20036dbd8313ed055"));
    BucketListing paged =
        BucketListing.of(storage("azure://news/briefs", access()), "").heard(first);
    assertThat(((BucketListing) talk(paged)).entries()).hasSize(3);
  }

  final Outcome put(Letter letter, StoredObject object) {
    return sender.read(letter, object, transport.send(sender.put(letter, object)));
  }

  private void write(StorageDestination storage, VolumeForm form, int stored, String id) {
    result(VolumeWrite.of(Days.volume(storage, form, stored, now(), Days.brief(id, 1))));
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

  private static BucketRequests requests(Letter letter) {
    return BucketRequests.of((StorageDestination) letter.destination());
  }

  static StorageDestination storage(String url, AzureAccess access) {
    return new StorageDestination(
        "archive",
        Letters.LANE,
        URI.create(url),
        List.of("json", "md"),
        Buckets.LAYOUT,
        new StorageVolumes(
            List.of("jsonl", "parquet"), "dt={published:yyyy-MM-dd}/briefs.{format}", true),
        access);
  }

  static Letter letter(StorageDestination storage) {
    Letter letter = Letters.to(storage);
    return new Letter(letter.delivery(), storage, letter.brief(), now());
  }

  static StoredObject text(String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new StoredObject(key, "text/plain", bytes, Map.of());
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }
}
