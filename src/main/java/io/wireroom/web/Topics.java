package io.wireroom.web;

import java.time.Instant;
import java.util.List;

/**
 * The feeds that a WebSub hub is to be told of, and how far it has been told. What it must still
 * hear follows from the feeds themselves, so nothing is lost when the process dies. Port;
 * implemented in {@code store}.
 */
public interface Topics {

  /**
   * A feed that has changed since the hub was told.
   *
   * @param path below {@code /feeds/}, such as {@code tags/tech.atom}
   * @param version what it is now, and what the hub is about to be told of
   * @param failures how often the hub could not be told, in a row
   */
  record Topic(String path, long version, int failures) {}

  /** Notes that somebody read a feed, who may now subscribe to it with the hub. */
  void read(FeedName feed, String path);

  /** What the hub must be told, and may be told now; longest overdue first. */
  List<Topic> due(int most);

  /** The hub knows of this version. */
  void told(Topic topic);

  /** The hub could not be told; it is tried again then. */
  void postpone(Topic topic, Instant until, String why);
}
