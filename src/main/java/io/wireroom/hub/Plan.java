package io.wireroom.hub;

import io.wireroom.config.BriefsConfig;
import io.wireroom.config.HubConfig;
import io.wireroom.config.StateConfig;
import io.wireroom.store.SqlWaiting;
import io.wireroom.store.Store;
import io.wireroom.store.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would send. The sources are read and the briefs are written by the shipped routes, on
 * a copy of the state that is thrown away; nothing is sent and no model is asked.
 *
 * @param at when it was begun
 * @param owed what would go out, and what waits already, by destination
 * @param gathering what would wait for a later round-up
 * @param tally what became of the sources, and of the articles that nobody gets
 */
public record Plan(
    Instant at, List<SqlWaiting.Owed> owed, List<SqlWaiting.Gathering> gathering, Tally tally) {

  public Plan {
    owed = List.copyOf(owed);
    gathering = List.copyOf(gathering);
  }

  /** Whether a source or an article could not be read. */
  public boolean troubled() {
    return tally.unread();
  }

  /**
   * Makes a plan, also while a hub is running.
   *
   * @param home the folder that holds {@code routes/} and {@code config/application.properties}
   * @param most when to stop reading; null for no limit
   * @throws io.wireroom.store.StateUnavailable if the state can't be copied
   */
  public static Plan of(HubConfig config, Path home, Clock clock, @Nullable Duration most)
      throws Exception {
    Instant at = clock.instant();
    try (Scratch scratch = Scratch.of("plan")) {
      Path copy = scratch.file("state.db");
      Store.copy(config.state().url(), copy);
      HubConfig aside = config.with(new StateConfig("sqlite:" + copy, null), BriefsConfig.LOCAL);
      try (Hub hub = Hub.plan(aside, home, clock)) {
        Tally tally = hub.readOnly(most);
        SqlWaiting waiting = new SqlWaiting(hub.store());
        return new Plan(at, waiting.owed(), waiting.gathering(), tally);
      }
    }
  }
}
