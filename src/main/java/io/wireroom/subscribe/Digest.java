package io.wireroom.subscribe;

import io.wireroom.article.ArticleStatus;
import io.wireroom.brief.Brief;
import io.wireroom.time.Cron;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A round-up of briefs at set times, instead of each brief at once.
 *
 * @param at when it goes out
 * @param zone what {@code at} is told in
 * @param max how many briefs one round-up has at most
 */
public record Digest(Cron at, ZoneId zone, int max) {

  /** How many of those left out are named. */
  private static final int NAMED = 20;

  /**
   * What several sources tell matters more than what one tells; what can be read whole is worth
   * more than a teaser; then what is newer comes first.
   */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::sources)
          .reversed()
          .thenComparing(each -> each.brief.status() != ArticleStatus.FULL)
          .thenComparing(Candidate::time, Comparator.reverseOrder())
          .thenComparing(each -> each.brief.id());

  /**
   * A brief that waits for a round-up.
   *
   * @param sources how many sources told its story
   */
  public record Candidate(Brief brief, int sources) {

    private Instant time() {
      Instant published = brief.origin().published();
      return published == null ? brief.made().at() : published;
    }
  }

  /**
   * What goes into a round-up.
   *
   * @param briefs best first
   * @param rest the next best, to be named
   */
  public record Choice(List<Brief> briefs, List<Brief> rest) {

    public Choice {
      briefs = List.copyOf(briefs);
      rest = List.copyOf(rest);
    }
  }

  /** Chooses the best of what waits. */
  public Choice choose(List<Candidate> waiting) {
    List<Brief> sorted = waiting.stream().sorted(BEST_FIRST).map(Candidate::brief).toList();
    int chosen = Math.min(max, sorted.size());
    int named = Math.min(chosen + NAMED, sorted.size());
    return new Choice(sorted.subList(0, chosen), sorted.subList(chosen, named));
  }

  /** When the next round-up goes out after a moment. */
  public Instant next(Instant after) {
    return at.next(after.atZone(zone)).toInstant();
  }
}
