package io.wireroom.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One source of articles. */
@Rule(
    when = "kind",
    is = "page|json",
    needs = "select",
    because = "it says which links of the page are articles")
@Rule(
    when = "kind",
    is = "feed|sitemap",
    excludes = "select",
    because = "only `kind: page` and `kind: json` pick links from what they read")
public record SourceConfig(
    @Option(
            value = "Its name in messages, in the state and in filters; never reused.",
            example = "verge",
            format = Format.ID,
            unique = true)
        String id,
    @Option(
            value = "Where it is.",
            example = "https://example.com/feed.xml",
            format = Format.HTTP_URL,
            unique = true)
        URI url,
    @Option(
            value =
                "What it is: `feed` (RSS, Atom, JSON Feed), `page` (a page that lists articles),"
                    + " `json` (an API), `sitemap`.",
            def = "feed")
        Kind kind,
    @Option(
            value =
                "Which links are articles: a CSS selector for `kind: page`, a JSONPath for"
                    + " `kind: json`.",
            example = "article h2 a",
            format = Format.SELECTOR)
        @Nullable String select,
    @Option(value = "Tags given to all its articles.", example = "[tech, science]")
        List<String> tags,
    @Option(
            value =
                "How many articles a new source starts with, newest first. `0` starts with what"
                    + " comes next.",
            def = "5",
            max = 10_000)
        int firstPoll,
    @Option(
            value = "Its name for people; what the feed or page calls itself when not given.",
            example = "The Verge")
        @Nullable String name,
    @Option(
            value = "How often it is polled; the hub finds a good interval when not given.",
            example = "15m")
        @Nullable Duration every,
    @Option("How the article is found on its page, where the hub doesn't find it by itself.")
        @Nullable Extract extract,
    @Option(
            value = "Extra headers of its requests.",
            example = "{X-Api-Key: \"${FEED_KEY}\"}",
            format = Format.HEADER_VALUE)
        Map<String, Secret> headers,
    @Option("User name and password, or a bearer token, for its requests.") @Nullable Auth auth) {

  public SourceConfig {
    tags = List.copyOf(tags);
    headers = Map.copyOf(headers);
  }

  /** What a source is. */
  public enum Kind {
    FEED,
    PAGE,
    JSON,
    SITEMAP
  }

  /** Where the article is on its page. */
  public record Extract(
      @Option(
              value = "CSS selector of the article's text.",
              example = "div.story-body",
              format = Format.SELECTOR)
          @Nullable String content,
      @Option(
              value = "CSS selectors of what is left out of it.",
              example = "[aside, .newsletter]",
              format = Format.SELECTOR)
          List<String> remove) {

    public Extract {
      remove = List.copyOf(remove);
    }
  }

  /** How requests prove who they are from. */
  @Rule(
      needs = {"user", "bearer"},
      because = "there is nothing to prove otherwise")
  @Rule(when = "user", needs = "password", because = "basic authentication sends both")
  @Rule(when = "password", needs = "user", because = "basic authentication sends both")
  @Rule(when = "bearer", excludes = "user", because = "a request has one Authorization header")
  public record Auth(
      @Option("User name, for basic authentication.") @Nullable String user,
      @Option(value = "Its password.", example = "${FEED_PASSWORD}") @Nullable Secret password,
      @Option(value = "Bearer token.", example = "${FEED_TOKEN}") @Nullable Secret bearer) {

    private String header() {
      if (bearer != null) {
        return "Bearer " + bearer.reveal();
      }
      String pair = user + ":" + (password == null ? "" : password.reveal());
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The headers that its requests carry, with their secrets: from {@code headers} and auth. */
  public Map<String, String> requestHeaders() {
    Map<String, String> all = new LinkedHashMap<>();
    headers.forEach((name, value) -> all.put(name, value.reveal()));
    if (auth != null) {
      all.put("Authorization", auth.header());
    }
    return all;
  }
}
