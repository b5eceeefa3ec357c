package io.wireroom.config;

import io.wireroom.time.Cron;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One destination's wish for briefs, or only a feed of its own. */
@Rule(
    needs = {"to", "id"},
    because = "one without a destination is only a feed, which is known by its id")
@Rule(when = "digest", needs = "to", because = "a round-up has to go somewhere")
public record SubscriptionConfig(
    @Option(
            value =
                "Its name in the state; made from the other keys when not given, so that changing"
                    + " those makes it a new subscription.",
            example = "tech-to-newsroom",
            format = Format.ID,
            unique = true)
        @Nullable String id,
    @Option(
            value =
                "Id of the destination. Without one, the subscription is only a feed of the hub's,"
                    + " under its `id`.",
            example = "newsroom",
            refersTo = "destinations[].id")
        @Nullable String to,
    @Option("Which briefs it gets: those that meet every condition given; all when none is.")
        When when,
    @Option(
            "A round-up at set times, as one message, instead of each brief at once. Times that pass"
                + " while nothing runs are made up for by one round-up; with `run --once` it is sent"
                + " by the first run after the time.")
        @Nullable Digest digest) {

  /** Conditions on a brief. */
  public record When(
      @Option(value = "The brief has at least one of these tags.", example = "[tech]")
          List<String> tags,
      @Option(
              value =
                  "Its text has at least one of these words or phrases, as whole words in any"
                      + " case; `*` at an end takes any ending: `model*`.",
              example = "[\"open source\", \"model*\"]")
          List<String> any,
      @Option(value = "Its text has all of these.", example = "[chips, export]") List<String> all,
      @Option(value = "Its text has none of these.", example = "[sponsored, \"deal of the day\"]")
          List<String> none,
      @Option(
              value = "It comes from one of these sources.",
              example = "[verge]",
              refersTo = "sources[].id")
          List<String> sources,
      @Option(
              value = "It is written in one of these languages.",
              example = "en",
              format = Format.LANGUAGE)
          List<String> language) {

    public When {
      tags = List.copyOf(tags);
      any = List.copyOf(any);
      all = List.copyOf(all);
      none = List.copyOf(none);
      sources = List.copyOf(sources);
      language = List.copyOf(language);
    }
  }

  /** When the round-up goes out. */
  public record Digest(
      @Option(
              value = "Cron: minute, hour, day of month, month, day of week.",
              example = "\"0 8 * * 1-5\"")
          Cron at,
      @Option(value = "Time zone of `at`.", def = "UTC", example = "Europe/Berlin") ZoneId zone,
      @Option(
              value = "Briefs in one round-up at most; the others are named or counted.",
              def = "10",
              min = 1,
              max = 100)
          int max) {}
}
