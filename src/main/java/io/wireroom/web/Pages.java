package io.wireroom.web;

import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.bundle.Bundled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own pages: the newest briefs, a tag's, and each brief with what the article says; also
 * the schema of a brief's document. They work without scripts, and load nothing from elsewhere.
 * Thread-safe.
 */
public final class Pages {

  private static final int ROWS = 50;
  private static final int TAGS = 20;
  private static final String SCHEMA = "/schema/brief.json";
  private static final String NOTHING = "there is no such page";

  private final News news;
  private final Feeds feeds;
  private final Access access;
  private final Site site;
  private final Templates templates = new Templates();

  public Pages(News news, Feeds feeds, Access access, Site site) {
    this.news = news;
    this.feeds = feeds;
    this.access = access;
    this.site = site;
  }

  /** The answer to a GET or HEAD of any of these pages. */
  public WebReply handle(WebRequest request) {
    try {
      return page(request);
    } catch (Problem e) {
      Map<String, Object> view = view(e.title());
      view.put("heading", e.title());
      view.put("detail", e.detail());
      return WebReply.of(e.status(), Templates.HTML, templates.render("error", view))
          .with(templates.safety())
          .with(e.headers());
    }
  }

  private WebReply page(WebRequest request) {
    String path = request.path();
    if (path.equals(SCHEMA)) {
      return schema(request);
    }
    access.checkReader(request);
    if (path.equals("/")) {
      return front(request, FeedName.ALL, "The newest briefs");
    }
    if (path.startsWith("/tags/") && path.length() > "/tags/".length()) {
      FeedName tag = FeedName.tag(FeedPath.decoded(path.substring("/tags/".length())));
      return front(request, tag, "Tag: " + tag.value());
    }
    if (path.startsWith("/briefs/")) {
      return brief(request, path.substring("/briefs/".length()));
    }
    throw Problem.missing(NOTHING);
  }

  private WebReply front(WebRequest request, FeedName shown, String heading) {
    List<Brief> newest = news.newest(shown, ROWS);
    if (newest.isEmpty() && !shown.equals(FeedName.ALL)) {
      throw Problem.missing("no brief has the tag " + shown.value());
    }
    Map<String, Object> view =
        view(shown.equals(FeedName.ALL) ? site.title() : heading + " · " + site.title());
    view.put("heading", heading);
    view.put("rows", newest.stream().map(BriefView::row).toList());
    view.put("alternates", alternates(request, shown));
    List<FeedView> offered = feeds(request, shown);
    view.put("feeds", offered);
    view.put("hasFeeds", !offered.isEmpty());
    view.put("keyed", access.keyed(false));
    return html(
        request, "front", view, newest.isEmpty() ? Instant.EPOCH : newest.get(0).made().at());
  }

  private WebReply brief(WebRequest request, String asked) {
    boolean json = asked.endsWith(".json");
    String id = json ? asked.substring(0, asked.length() - ".json".length()) : asked;
    News.Told told = news.brief(id).orElseThrow(() -> Problem.missing("there is no brief " + id));
    Brief brief = told.brief();
    if (json) {
      return new Representation(
              "application/json", BriefJson.write(brief), brief.made().at(), cacheControl())
          .reply(request)
          .with("X-Content-Type-Options", "nosniff");
    }
    Map<String, Object> view = view(brief.headline() + " · " + site.title());
    view.putAll(BriefView.whole(told));
    List<BriefView.Handed> deliveries =
        access.owner(request)
            ? news.deliveries(id).stream().map(BriefView::handed).toList()
            : List.of();
    view.put("deliveries", deliveries);
    view.put("hasDeliveries", !deliveries.isEmpty());
    return html(request, "brief", view, brief.made().at());
  }

  /** A feed as the front page offers it; {@code page} is null where there is none. */
  private record FeedView(
      String name, @Nullable String page, String rss, String atom, String json) {}

  /** A feed that browsers and readers are told of. */
  private record Alternate(String type, String href) {}

  private List<FeedView> feeds(WebRequest request, FeedName shown) {
    Map<String, FeedName> offered = new TreeMap<>();
    offered.put(shown.key(), shown);
    if (shown.equals(FeedName.ALL)) {
      feeds.configured().forEach(each -> offered.put(each.key(), each));
      news.tags(TAGS).stream().map(FeedName::tag).forEach(each -> offered.put(each.key(), each));
    }
    List<FeedView> views = new ArrayList<>();
    for (FeedName feed : offered.values()) {
      Map<String, String> at = feeds.addresses(site.base(request), feed, false);
      views.add(
          new FeedView(
              words(feed),
              feed.kind() == FeedName.Kind.TAG ? "/" + feed.path() : null,
              at.getOrDefault("rss", ""),
              at.getOrDefault("atom", ""),
              at.getOrDefault("json", "")));
    }
    return views;
  }

  private static String words(FeedName feed) {
    return switch (feed.kind()) {
      case ALL -> "All briefs";
      case TAG -> "Tag " + feed.value();
      case SUBSCRIPTION -> "Subscription " + feed.value();
    };
  }

  private List<Alternate> alternates(WebRequest request, FeedName shown) {
    Map<String, String> at = feeds.addresses(site.base(request), shown, false);
    List<Alternate> alternates = new ArrayList<>();
    for (FeedForm form : List.of(FeedForm.ATOM, FeedForm.RSS, FeedForm.JSON)) {
      alternates.add(new Alternate(form.type(), at.getOrDefault(form.ending().substring(1), "")));
    }
    return alternates;
  }

  private Map<String, Object> view(String title) {
    Map<String, Object> view = new HashMap<>();
    view.put("title", title);
    view.put("site", site.title());
    view.put("style", templates.style());
    view.put("alternates", List.of());
    return view;
  }

  /** Pages change with what is delivered, too, so only their bytes say whether they changed. */
  private WebReply html(
      WebRequest request, String template, Map<String, Object> view, Instant modified) {
    Map<String, String> conditions = new HashMap<>(request.headers());
    conditions.keySet().removeAll(Set.of("if-modified-since"));
    WebRequest byTag =
        new WebRequest(
            request.method(),
            request.path(),
            request.query(),
            conditions,
            request.body(),
            request.local());
    return Representation.of(
            Templates.HTML, templates.render(template, view), modified, cacheControl())
        .reply(byTag)
        .with(templates.safety());
  }

  /** Whoever runs the hub sees more than others, so nobody in between may keep a page. */
  private static String cacheControl() {
    return "private, no-cache";
  }

  private static WebReply schema(WebRequest request) {
    byte[] schema = Bundled.bytes(Pages.class, SCHEMA);
    return new Representation(
            "application/schema+json", schema, Instant.EPOCH, "public, max-age=86400")
        .reply(request)
        .with("X-Content-Type-Options", "nosniff");
  }
}
