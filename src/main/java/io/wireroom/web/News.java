package io.wireroom.web;

import io.wireroom.brief.Brief;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was published, for the hub's pages and feeds. Port; implemented in {@code store}. */
public interface News {

  /** The briefs of a feed, newest first; duplicates of a story are left out. */
  List<Brief> newest(FeedName feed, int most);

  /** When a feed last changed; empty when it never had anything, and nobody asked for it. */
  Optional<Instant> changedAt(FeedName feed);

  /** A brief, duplicates included. */
  Optional<Told> brief(String id);

  /** The tags with the newest briefs. */
  List<String> tags(int most);

  /**
   * A brief with what belongs to it.
   *
   * @param article the text that its evidence points into
   * @param others the other briefs of its story, oldest first
   */
  record Told(Brief brief, String article, List<Brief> others) {
    public Told {
      others = List.copyOf(others);
    }
  }

  /** What became of a brief, for whoever runs the hub. */
  List<Handed> deliveries(String briefId);

  /**
   * A delivery of a brief.
   *
   * @param state {@code pending}, {@code delivered} or {@code dead}
   * @param at when it was settled, or is tried next
   * @param note the last attempt in words
   */
  record Handed(
      String id, String destinationId, String state, int attempts, Instant at, String note) {}
}
