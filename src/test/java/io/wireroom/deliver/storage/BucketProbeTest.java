package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Letters;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a probe makes of stores that can't do all. */
class BucketProbeTest {

  private static final S3Access S3 =
      Buckets.s3(URI.create("https://store.example"), "AKIDEXAMPLE", "a-secret-key-for-tests");
  private static final StorageDestination WITH_DAYS = Days.storage("s3://news", S3);
  private static final Map<String, String> FOUND = Map.of("etag", "\"1\"", "x-amz-meta-brief", "x");

  private final List<String> sent = new ArrayList<>();

  @Test
  void a_store_that_ignores_conditions_is_named_for_both() {
    assertThat(lacks(WITH_DAYS, call -> status(200)))
        .containsExactly(ProbeWords.NO_IF_NONE_MATCH, ProbeWords.IGNORES_IF_MATCH);
  }

  /** Some compatible stores answer so instead of 412. */
  @Test
  void not_modified_counts_as_there() {
    assertThat(lacks(WITH_DAYS, call -> conditional(call, 304))).isEmpty();
  }

  @Test
  void without_days_and_index_nobody_asks_for_if_match() {
    assertThat(lacks(Buckets.storage("s3://news", S3, "json"), call -> conditional(call, 412)))
        .isEmpty();
    assertThat(sent).containsExactly("PUT", "PUT", "GET", "GET", "DELETE");
  }

  @Test
  void missing_rights_are_named_with_what_needs_them() {
    assertThat(
            lacks(
                WITH_DAYS,
                call -> call.method().equals("GET") ? status(403) : conditional(call, 412)))
        .containsExactly(ProbeWords.noRead(403), ProbeWords.noList(403));
  }

  @Test
  void a_store_that_refuses_conditions_is_no_place_for_briefs() {
    assertThat(
            lacks(
                WITH_DAYS, call -> status(call.headers().containsKey("If-None-Match") ? 501 : 200)))
        .containsExactly(ProbeWords.NO_CONDITION);
  }

  @Test
  void what_is_accepted_and_not_done_is_named() {
    S3Access asking =
        new S3Access(
            S3.endpoint(),
            "us-east-1",
            true,
            S3.accessKey(),
            S3.secretKey(),
            "when-required",
            "STANDARD_IA",
            "AES256",
            null,
            null);

    assertThat(lacks(Days.storage("s3://news", asking), call -> conditional(call, 412)))
        .containsExactly(ProbeWords.IGNORES_ENCRYPTION, ProbeWords.ignoresStorageClass("STANDARD"));
  }

  @Test
  void a_store_that_keeps_silent_is_named_after_one_request() {
    assertThat(lacks(WITH_DAYS, call -> Letters.failure(HttpReply.Failure.CONNECT, 0)))
        .singleElement()
        .asString()
        .startsWith("can't be asked: can't connect to ");
    assertThat(sent).hasSize(1);
  }

  /** A store that minds conditions: it creates the object once, and its tag stays "1". */
  private HttpReply conditional(HttpCall call, int refusal) {
    boolean create = call.headers().containsKey("If-None-Match");
    boolean first = sent.size() == 1;
    boolean same = call.headers().getOrDefault("If-Match", "\"1\"").equals("\"1\"");
    return status(create && !first || !same ? refusal : 200);
  }

  private static HttpReply status(int status) {
    return Letters.reply(status, "", FOUND);
  }

  private List<String> lacks(StorageDestination storage, Function<HttpCall, HttpReply> store) {
    BucketTalk probe = BucketProbe.of(storage);
    while (probe.open()) {
      HttpCall call = probe.next(Letters.NOW);
      sent.add(call.method());
      probe = probe.heard(store.apply(call));
    }
    return ((BucketProbe) probe).lacks();
  }
}
