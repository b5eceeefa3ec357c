package io.wireroom.deliver;

import io.wireroom.brief.Brief;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a subscription wanted since its last round-up, as one message.
 *
 * @param id made from the subscription and the time it was due
 * @param since when the last one was made
 * @param at when this one was made
 * @param zone in which its readers live
 * @param briefs those chosen, best first
 * @param rest the next best, to be named only
 * @param left how many were not chosen, those of {@code rest} among them
 */
public record RoundUp(
    String id,
    String subscriptionId,
    Instant since,
    Instant at,
    ZoneId zone,
    List<Brief> briefs,
    List<Brief> rest,
    int left)
    implements Content {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

  public RoundUp {
    briefs = List.copyOf(briefs);
    rest = List.copyOf(rest);
  }

  @Override
  public <T> T in(Form<T> form) {
    return form.roundUp(this);
  }

  /** Such as {@code Round-up of Wednesday, 25 November 2026}. */
  public String title() {
    return "Round-up of " + DAY.format(at.atZone(zone));
  }

  /** Such as {@code 12 articles since 24 November, 08:00 (Europe/Berlin)}. */
  public String extent() {
    int all = briefs.size() + left;
    String articles = all == 1 ? "1 article" : all + " articles";
    return articles + " since " + MINUTE.format(since.atZone(zone)) + " (" + zone + ")";
  }

  /**
   * How many are not even named.
   *
   * @param named how many of {@link #rest} are
   * @return such as {@code and 5 more}; empty when that is none
   */
  public String more(int named) {
    return left > named ? "and " + (left - named) + " more" : "";
  }
}
