package io.wireroom.poll;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an entry is about: GeoRSS point (simple or GML) and W3C geo, as "latitude longitude". */
final class FeedPlaces {
  private static final Pattern PAIR =
      Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)[\\s,]+(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*");

  private FeedPlaces() {}

  static @Nullable String of(XmlElement item) {
    XmlElement where = item.first("georss:where");
    XmlElement gml = where == null ? null : where.first("gml:point");
    XmlElement geo = item.first("geo:point");
    XmlElement holder = geo == null ? item : geo;
    String point = item.textOf("georss:point");
    if (point == null && gml != null) {
      point = gml.textOf("gml:pos");
    }
    if (point == null && holder.textOf("geo:lat") != null) {
      point = holder.textOf("geo:lat") + " " + holder.textOf("geo:long");
    }
    Matcher pair = PAIR.matcher(point == null ? "" : point);
    return pair.matches() ? pair.group(1) + " " + pair.group(2) : null;
  }
}
