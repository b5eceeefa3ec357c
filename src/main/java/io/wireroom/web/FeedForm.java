package io.wireroom.web;

import java.util.Locale;

/** How a feed is written. */
enum FeedForm {
  /** RSS 2.0. */
  RSS("application/rss+xml; charset=us-ascii", "application/rss+xml"),
  /** Atom 1.0, RFC 4287. */
  ATOM("application/atom+xml; charset=us-ascii", "application/atom+xml"),
  /** JSON Feed 1.1. */
  JSON("application/feed+json", "application/feed+json");

  private final String contentType;
  private final String type;

  FeedForm(String contentType, String type) {
    this.contentType = contentType;
    this.type = type;
  }

  String contentType() {
    return contentType;
  }

  /** The media type alone, for links. */
  String type() {
    return type;
  }

  /** How its addresses end, with the point. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
