package io.wireroom.poll;

import io.wireroom.poll.FeedDetails.Image;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for a feed or entry: image, itunes:image, media:thumbnail, logo, icon.
 */
final class FeedPictures {
  private FeedPictures() {}

  static @Nullable Image ofFeed(XmlElement root, XmlElement channel, FeedContext context) {
    String url = null;
    String title = null;
    String link = null;
    for (XmlElement parent :
        root == channel ? new XmlElement[] {channel} : new XmlElement[] {root, channel}) {
      for (XmlElement child : parent.elements()) {
        if (child.name().equals("image") || child.name().equals("itunes:image")) {
          String found = url(child, context);
          url = found == null ? url : found;
          title = title == null ? context.plain(child, "title") : title;
          link = link == null ? context.link(child, child.textOf("link")) : link;
        }
      }
    }
    if (url == null) {
      String logo = channel.textOf("logo");
      url = context.link(channel, logo == null ? channel.textOf("icon") : logo);
    }
    return url == null && title == null && link == null
        ? null
        : new Image(url == null ? "" : url, title, link);
  }

  static @Nullable Image ofEntry(XmlElement item, FeedContext context) {
    for (String name : new String[] {"itunes:image", "image", "media:thumbnail", "image:image"}) {
      for (XmlElement child : item.all(name)) {
        String url = url(child, context);
        if (url != null) {
          return new Image(url, null, null);
        }
      }
    }
    XmlElement group = item.first("media:group");
    Image inGroup = group == null ? null : ofEntry(group, context);
    return inGroup != null ? inGroup : ofMedia(item, context);
  }

  private static @Nullable Image ofMedia(XmlElement parent, FeedContext context) {
    for (XmlElement media : parent.all("media:content")) {
      String kind = media.attrOf("medium", "type");
      XmlElement thumbnail = media.first("media:thumbnail");
      String url =
          thumbnail != null
              ? url(thumbnail, context)
              : kind != null && kind.toLowerCase(Locale.ROOT).startsWith("image")
                  ? url(media, context)
                  : null;
      if (url != null) {
        return new Image(url, null, null);
      }
    }
    return null;
  }

  private static @Nullable String url(XmlElement element, FeedContext context) {
    String written = element.attrOf("href", "url", "rdf:resource");
    for (String part : new String[] {"url", "href", "image:loc"}) {
      written = written == null ? element.textOf(part) : written;
    }
    if (written == null && !element.hasElements()) {
      written = element.text();
    }
    return context.link(element, written);
  }
}
