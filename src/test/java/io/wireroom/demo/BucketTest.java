package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private final SignedS3 s3 = new SignedS3(Bucket.ACCESS_KEY, Bucket.SECRET_KEY, CLOCK);
  private final Path folder;
  private final Bucket bucket;

  BucketTest(@TempDir Path folder) {
    this.folder = folder;
    bucket = new Bucket(0, "news", folder, CLOCK);
  }

  @AfterEach
  void close() {
    bucket.close();
  }

  @Test
  void an_object_comes_back_as_it_was_put() {
    HttpResponse<String> put =
        s3.send(
            "PUT",
            at("dt%3D2026-03-04/a.json"),
            "{\"a\":\"ü\"}",
            Map.of("Content-Type", "application/json"));
    HttpResponse<String> get = s3.send("GET", at("dt%3D2026-03-04/a.json"), "", Map.of());
    HttpResponse<String> head = s3.send("HEAD", at("dt%3D2026-03-04/a.json"), "", Map.of());

    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(get.body()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(get.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(get.headers().firstValue("ETag")).isEqualTo(put.headers().firstValue("ETag"));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(10);
    assertThat(folder.resolve("dt=2026-03-04/a.json")).hasContent("{\"a\":\"ü\"}");
    assertThat(bucket.keys()).containsExactly("dt=2026-03-04/a.json");
  }

  @Test
  void create_if_absent_refuses_the_second() {
    Map<String, String> absent = Map.of("If-None-Match", "*");

    assertThat(s3.send("PUT", at("a"), "one", absent).statusCode()).isEqualTo(200);
    assertThat(s3.send("PUT", at("a"), "two", absent).statusCode()).isEqualTo(412);
    assertThat(bucket.text("a")).isEqualTo("one");
  }

  @Test
  void compare_and_swap_takes_only_the_tag_that_is_there() {
    String etag =
        s3.send("PUT", at("a"), "one", Map.of()).headers().firstValue("ETag").orElseThrow();

    assertThat(s3.send("PUT", at("a"), "two", Map.of("If-Match", etag)).statusCode())
        .isEqualTo(200);
    assertThat(s3.send("PUT", at("a"), "six", Map.of("If-Match", etag)).statusCode())
        .isEqualTo(412);
    assertThat(s3.send("PUT", at("b"), "six", Map.of("If-Match", etag)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void lists_by_prefix_in_pages() {
    for (String key : new String[] {"x/1", "x/2", "x/3", "y/1"}) {
      s3.send("PUT", at(key), "body", Map.of());
    }
    String root = bucket.address() + "news";

    String first =
        s3.send("GET", URI.create(root + "?list-type=2&prefix=x%2F&max-keys=2"), "", Map.of())
            .body();
    String rest =
        s3.send(
                "GET",
                URI.create(root + "?list-type=2&prefix=x%2F&continuation-token=x%2F2"),
                "",
                Map.of())
            .body();

    assertThat(first)
        .contains("<Key>x/1</Key>", "<Key>x/2</Key>", "<IsTruncated>true</IsTruncated>");
    assertThat(first).doesNotContain("x/3</Key>");
    assertThat(rest)
        .contains("<Key>x/3</Key>", "<IsTruncated>false</IsTruncated>")
        .doesNotContain("y/1");
  }

  @Test
  void what_is_gone_is_gone() {
    s3.send("PUT", at("a"), "one", Map.of());

    assertThat(s3.send("DELETE", at("a"), "", Map.of()).statusCode()).isEqualTo(204);
    assertThat(s3.send("GET", at("a"), "", Map.of()).statusCode()).isEqualTo(404);
    assertThat(s3.send("HEAD", URI.create(bucket.address() + "news"), "", Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(s3.send("GET", URI.create(bucket.address() + "other/a"), "", Map.of()).body())
        .contains("NoSuchBucket");
  }

  @Test
  void another_secret_is_refused_and_stores_nothing() {
    HttpResponse<String> answer =
        new SignedS3(Bucket.ACCESS_KEY, "another secret", CLOCK)
            .send("PUT", at("a"), "x", Map.of());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SignatureDoesNotMatch");
    assertThat(bucket.keys()).isEmpty();
    assertThat(bucket.refusals()).containsExactly("SignatureDoesNotMatch: PUT /news/a");
  }

  @Test
  void another_key_an_old_signature_and_none_at_all_are_refused_each_in_its_words()
      throws Exception {
    Clock yesterday = Clock.offset(CLOCK, Duration.ofDays(-1));

    assertThat(
            new SignedS3("AKIAOTHER", Bucket.SECRET_KEY, CLOCK)
                .send("GET", at("a"), "", Map.of())
                .body())
        .contains("InvalidAccessKeyId");
    assertThat(
            new SignedS3(Bucket.ACCESS_KEY, Bucket.SECRET_KEY, yesterday)
                .send("GET", at("a"), "", Map.of())
                .body())
        .contains("RequestTimeTooSkewed");
    assertThat(Http.get(at("a")).body()).contains("AccessDenied");
  }

  @Test
  void a_changed_body_query_or_header_breaks_the_signature() throws Exception {
    assertThat(
            Http.send(
                    s3.signed("PUT", at("a"), "one", Map.of()).PUT(BodyPublishers.ofString("two")))
                .body())
        .contains("XAmzContentSHA256Mismatch");
    assertThat(
            Http.send(
                    s3.signed("GET", at("a"), "", Map.of())
                        .uri(URI.create(at("a") + "?versionId=1")))
                .body())
        .contains("SignatureDoesNotMatch");
    assertThat(
            Http.send(
                    s3.signed("PUT", at("a"), "x", Map.of("If-None-Match", "*"))
                        .setHeader("If-None-Match", "\"other\""))
                .body())
        .contains("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2F..%2Fx", "a/%2E%2E/b", "a//b", "%5Cx", "a%00b"})
  void keys_that_lead_out_of_the_folder_are_refused(String key) {
    HttpResponse<String> answer = s3.send("PUT", at(key), "x", Map.of());

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
    assertThat(bucket.keys()).isEmpty();
  }

  @Test
  void people_see_the_objects_without_a_key_and_markup_in_names_and_pages_does_nothing()
      throws Exception {
    Files.createDirectories(folder.resolve("d"));
    Files.writeString(folder.resolve("d/<img src=x onerror=alert(1)>.json"), "{}");
    Files.writeString(folder.resolve("d/page.html"), "<script>alert(1)</script>");

    String listing = Http.get(bucket.address()).body();
    HttpResponse<String> page = Http.get(bucket.address().resolve("/-/d/page.html"));
    String link =
        Jsoup.parse(listing, bucket.address().toString())
            .select("td a")
            .eachAttr("abs:href")
            .get(0);

    assertThat(Jsoup.parse(listing).select("img,script")).isEmpty();
    assertThat(Http.get(URI.create(link)).body()).isEqualTo("{}");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(Http.get(bucket.address().resolve("/-/..%2F..%2Fetc/passwd")).statusCode())
        .isEqualTo(404);
  }

  private URI at(String key) {
    return URI.create(bucket.address() + "news/" + key);
  }
}
