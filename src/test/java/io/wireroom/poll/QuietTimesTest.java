package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimesTest {

  /** A Wednesday. */
  private static final Instant NOON = Instant.parse("2026-11-25T12:34:56Z");

  @ParameterizedTest
  @CsvSource({
    "<hour>1</hour><hour>13</hour>, '', 2026-11-25T12:34:56Z",
    "<hour>12</hour>, '', 2026-11-25T13:00:00Z",
    "<hour>12</hour><hour>13</hour><hour> 14 </hour>, '', 2026-11-25T15:00:00Z",
    "'', <day>Wednesday</day>, 2026-11-26T00:00:00Z",
    "'', <day>wednesday</day><day>Thursday</day>, 2026-11-27T00:00:00Z",
    "<hour>24</hour>, <day>Wednesday</day>, 2026-11-26T01:00:00Z",
    "<hour>0</hour><hour>99</hour><hour>x</hour>, <day>Someday</day>, 2026-11-25T12:34:56Z"
  })
  void the_next_poll_comes_when_the_feed_is_not_quiet(String hours, String days, Instant next)
      throws FeedException {
    assertThat(quiet(hours, days).over(NOON)).isEqualTo(next);
  }

  @Test
  void a_feed_that_is_always_quiet_is_polled_all_the_same() throws FeedException {
    StringBuilder hours = new StringBuilder();
    IntStream.range(0, 24).forEach(hour -> hours.append("<hour>").append(hour).append("</hour>"));

    assertThat(quiet(hours.toString(), "").over(NOON)).isEqualTo(NOON);
  }

  @Test
  void sources_that_wake_at_the_same_hour_do_not_all_come_at_once() throws FeedException {
    QuietTimes quiet = quiet("<hour>12</hour><hour>13</hour>", "");
    Instant two = Instant.parse("2026-11-25T14:00:00Z");

    assertThat(IntStream.range(0, 1000))
        .allSatisfy(
            i ->
                assertThat(PollSchedule.awake(NOON, Duration.ofMinutes(10), quiet, "s" + i))
                    .isBetween(two, two.plusSeconds(300)));
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> PollSchedule.awake(NOON, Duration.ofMinutes(10), quiet, "s" + i))
                .distinct())
        .hasSizeGreaterThan(400);
  }

  @ParameterizedTest
  @CsvSource({
    "<ttl>60</ttl>, 60",
    "<sy:updatePeriod>daily</sy:updatePeriod>, 1440",
    "<sy:updatePeriod>Hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>, 15",
    "<sy:updateFrequency>2</sy:updateFrequency>, 720",
    "<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>, 1440",
    "<ttl>1500</ttl><sy:updatePeriod>daily</sy:updatePeriod>, 1500",
    "<ttl>soon</ttl><sy:updatePeriod>now and then</sy:updatePeriod>, "
  })
  void the_longer_of_what_rss_and_the_syndication_module_say_counts(String said, Integer minutes)
      throws FeedException {
    assertThat(feed(said).ttlMinutes()).isEqualTo(minutes);
  }

  private static QuietTimes quiet(String hours, String days) throws FeedException {
    return feed("<skipHours>" + hours + "</skipHours><skipDays>" + days + "</skipDays>").quiet();
  }

  private static Feed feed(String channel) throws FeedException {
    String rss =
        "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
            + channel
            + "</channel></rss>";
    return new FeedParser().parse(rss.getBytes(UTF_8), Map.of(), "https://example.org/feed");
  }
}
