package io.wireroom.demo;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The demo's news site: four publishers on one address, who offer RSS, Atom, JSON Feed and a list
 * of links without a feed; articles, pictures, robots.txt; ETag, Last-Modified and 304.
 */
public final class NewsSite implements AutoCloseable {

  private final Newsstand newsstand = new Newsstand();
  private final ArticlePage articlePage = new ArticlePage(newsstand);
  private final Template listPage = new Template("site/list.html");
  private final Template standPage = new Template("site/newsstand.html");
  private final Server server;

  /** Starts to serve on loopback; port 0 for any free one. */
  public NewsSite(int port) {
    server = new Server(InetAddress.getLoopbackAddress(), port, this::answer);
  }

  /** The newsstand, which links to the publishers. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Reply.text(405, "GET or HEAD\n").with("Allow", "GET, HEAD");
    }
    String path = request.path();
    URI site = server.address();
    if (path.equals("/")) {
      return Reply.of(200, "text/html; charset=utf-8", standPage.fill(Map.of("papers", stand())));
    }
    if (path.equals("/robots.txt")) {
      return Reply.text(200, "User-agent: *\nDisallow: /subscribe\nDisallow: /login\n");
    }
    for (Paper paper : Paper.values()) {
      List<DemoArticle> articles = newsstand.of(paper);
      if (paper.hasFeed() && path.equals(paper.source())) {
        return validated(request, SiteFeeds.of(paper, articles, site), SiteFeeds.changed(articles));
      }
      if (path.equals(paper.home())) {
        return validated(
            request,
            Reply.of(200, "text/html; charset=utf-8", list(paper, articles)),
            SiteFeeds.changed(articles));
      }
    }
    Optional<DemoArticle> picture =
        newsstand.all().stream().filter(a -> a.imagePath().equals(path)).findFirst();
    if (picture.isPresent()) {
      return Reply.of(200, "image/svg+xml", Picture.svg(picture.get()));
    }
    return newsstand
        .at(path)
        .map(
            article ->
                validated(
                    request,
                    Reply.of(200, "text/html; charset=utf-8", articlePage.html(article, site)),
                    article.published()))
        .orElseGet(() -> Reply.text(404, "There is no such page.\n"));
  }

  /** Adds validators, and answers 304 when the client has it (RFC 9110, 13.2.2). */
  private Reply validated(Request request, Reply reply, Instant changed) {
    CRC32 sum = new CRC32();
    sum.update(reply.body());
    String etag = "\"" + HexFormat.of().toHexDigits(sum.getValue(), 8) + "\"";
    String match = request.header("If-None-Match");
    boolean same =
        match != null
            ? List.of(match.split(",\\s*", -1)).contains(etag) || match.equals("*")
            : notSince(request.header("If-Modified-Since"), changed);
    return (same ? Reply.empty(304) : reply)
        .with("ETag", etag)
        .with("Last-Modified", SiteFeeds.httpDate(changed))
        .with("Cache-Control", "max-age=60");
  }

  private static boolean notSince(@Nullable String date, Instant changed) {
    if (date == null) {
      return false;
    }
    try {
      Instant since =
          DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).parse(date, Instant::from);
      return !changed.isAfter(since);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private String list(Paper paper, List<DemoArticle> articles) {
    String items =
        articles.stream()
            .map(
                a ->
                    "<article><h2><a href=\"%s\">%s</a></h2><p>%s</p></article>"
                        .formatted(
                            a.path(), Template.escape(a.title()), Template.escape(a.teaser())))
            .collect(Collectors.joining("\n"));
    return listPage.fill(
        Map.of(
            "paper", paper.title(),
            "tagline", paper.tagline(),
            "colour", paper.colour(),
            "feed", paper.hasFeed() ? feedLink(paper) : "",
            "items", items));
  }

  private static String feedLink(Paper paper) {
    String type =
        paper.source().endsWith(".json")
            ? "application/feed+json"
            : "application/" + paper.source().replaceAll(".*/|\\.xml", "") + "+xml";
    return "<link rel=\"alternate\" type=\"%s\" href=\"%s\">".formatted(type, paper.source());
  }

  private String stand() {
    StringBuilder papers = new StringBuilder();
    for (Paper paper : Paper.values()) {
      String note = paper.hasFeed() ? "feed: " + paper.source() : "no feed; its list is the source";
      papers.append(
          ("<section style=\"--paper:%s\"><h2><a href=\"%s\">%s</a></h2>"
                  + "<p>%s · %s</p><ol>%s</ol></section>")
              .formatted(
                  paper.colour(),
                  paper.home(),
                  paper.title(),
                  paper.tagline(),
                  note,
                  ArticlePage.links(newsstand.of(paper))));
    }
    return papers.toString();
  }
}
