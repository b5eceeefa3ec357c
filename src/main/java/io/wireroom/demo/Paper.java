package io.wireroom.demo;

import java.util.Locale;

/** The invented publishers of the demo's news site, one for each way that a source can be read. */
enum Paper {
  LEDGER("The Brackwater Ledger", "News from both banks since 1871", "#7a1f2b", "rss.xml"),
  WIRE("Meridian Wire", "The agency of record", "#12406b", "atom.xml"),
  LUMEN("Lumen Review", "Science, technology and their consequences", "#1d6b4f", "feed.json"),
  /** Has no feed: its list of notices is read with a CSS selector. */
  PORT("Port of Brackwater", "Notices to mariners, agents and neighbours", "#3b4a57", "");

  private final String title;
  private final String tagline;
  private final String colour;
  private final String feed;

  Paper(String title, String tagline, String colour, String feed) {
    this.title = title;
    this.tagline = tagline;
    this.colour = colour;
    this.feed = feed;
  }

  String title() {
    return title;
  }

  String tagline() {
    return tagline;
  }

  String colour() {
    return colour;
  }

  /** The word in addresses and configs. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Path of the front page, which for {@link #PORT} is what the hub reads. */
  String home() {
    return "/" + word() + "/";
  }

  boolean hasFeed() {
    return !feed.isEmpty();
  }

  /** Path that the hub polls: the feed, or the page with the list. */
  String source() {
    return home() + feed;
  }
}
