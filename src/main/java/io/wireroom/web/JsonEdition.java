package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.brief.WebLink;
import java.nio.charset.StandardCharsets;

/** Writes a feed as JSON Feed. Source: jsonfeed.org, version 1.1. */
public final class JsonEdition {

  /** The document in UTF-8. */
  public byte[] write(Edition edition) {
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", FeedText.line(edition.title()));
    feed.put("home_page_url", edition.home());
    feed.put("feed_url", edition.self());
    feed.put("description", "Briefs of news articles, with links to the articles");
    if (edition.hub() != null) {
      feed.putArray("hubs")
          .addObject()
          .put("type", "WebSub")
          .put("url", edition.hub().toASCIIString());
    }
    feed.putArray("items");
    edition.briefs().forEach(brief -> item(feed.withArray("items").addObject(), brief, edition));
    return feed.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void item(ObjectNode item, Brief brief, Edition edition) {
    item.put("id", FeedText.id(brief));
    item.put("url", FeedText.link(brief, edition));
    item.put("title", FeedText.title(brief));
    item.put("content_html", FeedText.html(brief));
    if (!FeedText.summary(brief).isEmpty()) {
      item.put("summary", FeedText.summary(brief));
    }
    String image = brief.origin().image();
    if (image != null) {
      WebLink.of(image).ifPresent(url -> item.put("image", url));
    }
    item.put("date_published", Feeds.published(brief).toString());
    item.put("date_modified", brief.made().at().toString());
    FeedText.authors(brief)
        .forEach(name -> item.withArray("authors").addObject().put("name", name));
    FeedText.tags(brief).forEach(item.withArray("tags")::add);
    if (!brief.origin().language().equals("und")) {
      item.put("language", brief.origin().language());
    }
    item.putObject("_wireroom")
        .put("about", edition.base() + "/schema/brief.json")
        .put("brief", edition.page(brief));
  }
}
