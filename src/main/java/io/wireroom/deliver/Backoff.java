package io.wireroom.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery is tried again. Policy only: the same answer for the same delivery and outcome.
 *
 * <p>Source: Standard Webhooks 1.0, "Deliverability and reliability": ten attempts in about three
 * days, each wait up to a fifth shorter or longer, so that what failed together does not return
 * together. A receiver that names a time is taken at its word, be it sooner or later than the
 * schedule, up to a day: the longest of the schedule's own waits.
 *
 * <p>A receiver may throttle ten times in ten seconds. That must not lose a delivery, so none is
 * given up before it is as old as the schedule is long; until then, attempts beyond the tenth come
 * at least five minutes apart.
 */
public final class Backoff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** What a receiver can ask for at most. */
  private static final Duration LONGEST = WAITS.get(WAITS.size() - 1);

  private static final double JITTER = 0.2;

  /** What ten attempts take when every wait is as short as jitter makes it: 60 hours. */
  private static final Duration SPAN =
      Duration.ofSeconds(
          (long) (WAITS.stream().mapToLong(Duration::toSeconds).sum() * (1 - JITTER)));

  private static final Duration AFTER_THE_LAST = Duration.ofMinutes(5);

  /** A receiver that says "in 0 seconds" gets a second, or it would be asked in a tight loop. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Backoff() {}

  /**
   * The time of the next attempt, after an attempt ended.
   *
   * @param delivery as it was before the attempt: its {@code attempts} do not count the one that
   *     ended
   * @return null when there is none: it is delivered, rejected, or was tried often enough. The time
   *     itself for a destination that is off: the delivery waits for the destination, not for time
   */
  public static @Nullable Instant next(Delivery delivery, Outcome outcome, Instant now) {
    return switch (outcome.verdict()) {
      case DELIVERED, REJECTED -> null;
      case DESTINATION_OFF -> now;
      case RETRY, THROTTLED -> again(delivery, outcome.retryAfter(), now);
    };
  }

  private static @Nullable Instant again(Delivery delivery, @Nullable Duration asked, Instant now) {
    if (delivery.attempts() < WAITS.size()) {
      return now.plus(asked == null ? scheduled(delivery) : within(SHORTEST, asked));
    }
    if (now.isBefore(delivery.createdAt().plus(SPAN))) {
      return now.plus(within(AFTER_THE_LAST, asked == null ? AFTER_THE_LAST : asked));
    }
    return null;
  }

  private static Duration scheduled(Delivery delivery) {
    int attempt = delivery.attempts();
    long seed = (delivery.id() + "/" + attempt).hashCode();
    double factor = 1 - JITTER + 2 * JITTER * new SplittableRandom(seed).nextDouble();
    return Duration.ofMillis((long) (WAITS.get(attempt).toMillis() * factor));
  }

  /**
   * How long a receiver wants to be left alone.
   *
   * @return zero when it did not say
   */
  public static Duration asked(Outcome outcome) {
    Duration asked = outcome.retryAfter();
    return asked == null ? Duration.ZERO : within(SHORTEST, asked);
  }

  private static Duration within(Duration least, Duration asked) {
    if (asked.compareTo(least) < 0) {
      return least;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
