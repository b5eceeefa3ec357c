package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.Letters;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3AddressTest {

  @ParameterizedTest
  @CsvSource({
    "s3://news/briefs, , eu-west-1, false, https://news.s3.eu-west-1.amazonaws.com/briefs/a.json",
    "s3://news, , eu-west-1, true, https://s3.eu-west-1.amazonaws.com/news/a.json",
    "s3://news/, , cn-north-1, false, https://news.s3.cn-north-1.amazonaws.com.cn/a.json",
    "s3://my.news, , us-east-1, false, https://s3.us-east-1.amazonaws.com/my.news/a.json",
    "s3://my_news, , us-east-1, false, https://s3.us-east-1.amazonaws.com/my_news/a.json",
    "s3://news, https://store.example, x, false, https://news.store.example/a.json",
    "s3://news, https://store.example:443/, x, false, https://news.store.example/a.json",
    "s3://news, http://store.example:443, x, false, http://news.store.example:443/a.json",
    "s3://news, https://store.example/s3/, x, true, https://store.example/s3/news/a.json",
    "s3://news/a/b, http://127.0.0.1:8099/s3, x, false, http://127.0.0.1:8099/s3/news/a/b/a.json",
    "s3://news, http://[::1]:9000, x, false, http://[::1]:9000/news/a.json",
    "s3://news, http://localhost:9000, x, false, http://localhost:9000/news/a.json"
  })
  void finds_an_object(
      URI url, @Nullable URI endpoint, String region, boolean pathStyle, URI expected) {
    assertThat(address(url, endpoint, region, pathStyle).object("a.json")).isEqualTo(expected);
  }

  @Test
  void encodes_a_key_once_and_keeps_its_slashes() {
    assertThat(
            address(URI.create("s3://news/daily%20news"), null, "eu-west-1", true)
                .object("dt=2026-03-02/\u00fc+%2F (1)~.json")
                .toString())
        .isEqualTo(
            "https://s3.eu-west-1.amazonaws.com/news/daily%20news/"
                + "dt%3D2026-03-02/%C3%BC%2B%252F%20%281%29~.json");
  }

  @Test
  void a_query_is_sorted_and_encoded() {
    assertThat(
            address(URI.create("s3://news"), null, "eu-west-1", false)
                .bucket(Map.of("prefix", "a b/", "list-type", "2"))
                .toString())
        .isEqualTo("https://news.s3.eu-west-1.amazonaws.com/?list-type=2&prefix=a%20b%2F");
  }

  private static S3Address address(
      URI url, @Nullable URI endpoint, String region, boolean pathStyle) {
    S3Access s3 =
        new S3Access(
            endpoint, region, pathStyle, "key", "secret", "when-required", null, null, null, null);
    return new S3Address(
        new StorageDestination(
            "archive", Letters.LANE, url, List.of("json"), "{id}", StorageVolumes.NONE, s3),
        s3);
  }
}
