package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wireroom.brief.BriefJson;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a running hub, as bytes; {@code PagesBrowserTest} looks at them. */
class PagesTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String CONFIG =
      """
      destinations: [{id: crm, kind: webhook, url: "http://127.0.0.1:1/"}]
      subscriptions: [{id: all, to: crm}]
      """;

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void the_front_page_lists_the_newest_and_names_the_feeds() throws Exception {
    try (RunningHub hub = hub("title: The desk")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));

      Document page = page(hub, "/");

      assertThat(page.title()).isEqualTo("The desk");
      Element row = page.expectFirst("article");
      assertThat(row.expectFirst("h2 a").attr("href")).isEqualTo("/briefs/" + hub.id("alpha"));
      Element source = row.expectFirst(".origin a");
      assertThat(source.attr("href")).isEqualTo(hub.site.at("/a/alpha").toString());
      assertThat(source.attr("rel")).isEqualTo("noopener nofollow");
      assertThat(page.select("link[rel=alternate]").eachAttr("href"))
          .contains(hub.at("/feeds/all.atom").toString());
      assertThat(page.select(".feeds a").eachAttr("href"))
          .contains(
              "/tags/tech",
              hub.at("/feeds/tags/st%C3%A4dte%20%26%20d%C3%B6rfer.rss").toString(),
              hub.at("/feeds/subscriptions/all.json").toString());
      for (String feed : page.select(".feeds a[href^=http]").eachAttr("href")) {
        assertThat(get(hub, feed.substring(hub.at("").toString().length())).statusCode())
            .as(feed)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void a_brief_shows_what_the_article_says_its_story_elsewhere_and_its_deliveries()
      throws Exception {
    try (RunningHub hub = hub("bind: 127.0.0.1")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));
      copy(hub);

      Document page = page(hub, "/briefs/" + hub.id("alpha"));

      assertThat(page.expectFirst("h1").text()).isEqualTo(News.title("alpha"));
      assertThat(page.select(".takeaways > li").size()).isGreaterThan(2);
      for (Element claim : page.select(".takeaways > li")) {
        assertThat(claim.select("details blockquote").text()).isNotBlank();
        assertThat(claim.text()).contains("said in paper");
      }
      assertThat(page.select("h2").eachText()).contains("The same story elsewhere", "Deliveries");
      assertThat(page.select("section li a[href$=/a/copy]").size()).isEqualTo(1);
      assertThat(page.expectFirst("tbody tr").text()).startsWith("crm pending");
    }
  }

  private void copy(RunningHub hub) {
    hub.site.on("/a/copy", WebServer.Answer.ok("text/html; charset=utf-8", News.page("alpha")));
    hub.site.on(
        "/feed", WebServer.Answer.ok("application/rss+xml", News.rss(hub.site, "copy", "alpha")));
    await()
        .atMost(LONGEST)
        .until(() -> get(hub, "/briefs/" + hub.id("alpha")).body().contains("/a/copy"));
  }

  @Test
  void a_brief_is_there_as_its_document_and_the_document_keeps_to_the_schema() throws Exception {
    try (RunningHub hub = hub("bind: 127.0.0.1")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));

      String document = get(hub, "/briefs/" + hub.id("alpha") + ".json").body();
      HttpResponse<String> schema = get(hub, "/schema/brief.json");

      assertThat(BriefJson.read(document.getBytes(StandardCharsets.UTF_8)).id())
          .isEqualTo(hub.id("alpha"));
      assertThat(schema.headers().firstValue("content-type")).contains("application/schema+json");
      JsonSchema rules =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema.body());
      assertThat(rules.validate(new ObjectMapper().readTree(document))).isEmpty();
    }
  }

  @Test
  void no_page_may_load_or_run_anything_but_its_own_style() throws Exception {
    try (RunningHub hub = hub("bind: 127.0.0.1")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));
      for (String path :
          new String[] {"/", "/tags/tech", "/briefs/" + hub.id("alpha"), "/briefs/x"}) {
        HttpResponse<String> answer = get(hub, path);
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
            .startsWith("default-src 'none'; style-src 'sha256-")
            .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("script, img, iframe, [style], [onclick]")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main, header")).hasSize(2);
      }
    }
  }

  @Test
  void with_a_token_pages_ask_for_it_and_open_ones_hide_the_deliveries() throws Exception {
    String password =
        Base64.getEncoder().encodeToString("me:horse".getBytes(StandardCharsets.UTF_8));
    try (RunningHub hub = hub("token: horse")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));
      HttpResponse<String> closed = get(hub, "/");
      assertThat(closed.statusCode()).isEqualTo(401);
      assertThat(closed.headers().firstValue("www-authenticate").orElse("")).startsWith("Basic");
      assertThat(get(hub, "/", "Authorization", "Basic " + password).statusCode()).isEqualTo(200);
      assertThat(get(hub, "/schema/brief.json").statusCode()).isEqualTo(200);
    }
    try (RunningHub hub = hub("token: horse, open: true")) {
      await().atMost(LONGEST).until(() -> hub.done("alpha"));
      String brief = "/briefs/" + hub.id("alpha");
      assertThat(get(hub, brief).body()).doesNotContain("Deliveries").doesNotContain("crm");
      assertThat(get(hub, brief, "Authorization", "Bearer horse").body()).contains("Deliveries");
    }
  }

  @Test
  void what_is_not_there_is_said_on_a_page() throws Exception {
    try (RunningHub hub = hub("bind: 127.0.0.1")) {
      assertThat(page(hub, "/").text()).contains("No briefs yet");
      HttpResponse<String> none = get(hub, "/briefs/%3Cscript%3E");
      assertThat(none.statusCode()).isEqualTo(404);
      assertThat(none.body()).contains("there is no brief").doesNotContain("<script");
      assertThat(get(hub, "/tags/none").statusCode()).isEqualTo(404);
      assertThat(get(hub, "/schema/other.json").statusCode()).isEqualTo(404);
    }
  }

  private RunningHub hub(String server) throws Exception {
    return new RunningHub(folder, clock, server, CONFIG);
  }

  private Document page(RunningHub hub, String path) throws Exception {
    HttpResponse<String> answer = get(hub, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body(), hub.at(path).toString());
  }

  private HttpResponse<String> get(RunningHub hub, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.at(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
