package io.wireroom.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Something that the people who run the hub should know. Sent once for each event.
 *
 * @param id made from the topic, what it is about, and the event
 * @param about id of the source or destination; empty when it is about the hub
 * @param headline one line
 * @param text what happened and what to do; no secrets
 */
public record Notice(String id, Instant at, Topic topic, String about, String headline, String text)
    implements Content {

  /** What subscriptions and audits know notices by. */
  public static final String SUBSCRIPTION = "notices";

  /** What notices are about. */
  public enum Topic {
    DESTINATION_OFF,
    DESTINATION_FAILING,
    SOURCE_GONE,
    SOURCE_FAILING,
    BUDGET_SPENT;

    /** The word in documents, such as {@code destination-off}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A destination was switched off: nothing is sent to it until a person acts. */
  public static Notice destinationOff(String destinationId, String reason, Instant at) {
    return of(
        Topic.DESTINATION_OFF,
        destinationId,
        at.toString(),
        "Destination " + destinationId + " is switched off",
        "Reason: "
            + reason
            + ". What is owed to it is kept. When it is mended, run: wireroom deliveries replay"
            + " --dead --destination "
            + destinationId
            + ", or change how it is set up.",
        at);
  }

  /**
   * A destination has only failed for a part of the time after which it is switched off.
   *
   * @param since when the failing began
   * @param percent of the time that has passed
   * @param off when it will be switched off
   */
  public static Notice destinationFailing(
      String destinationId, Instant since, int percent, Instant off, String reason, Instant at) {
    return of(
        Topic.DESTINATION_FAILING,
        destinationId,
        since + " " + percent,
        "Destination " + destinationId + " has failed for " + words(Duration.between(since, at)),
        "The last reason: "
            + reason
            + ". If it goes on, it is switched off on "
            + off.truncatedTo(ChronoUnit.MINUTES)
            + " ("
            + percent
            + " % of that time is over). Nothing is lost until then.",
        at);
  }

  /** A source says that it has ended. */
  public static Notice sourceGone(String sourceId, String reason, Instant at) {
    return of(
        Topic.SOURCE_GONE,
        sourceId,
        at.toString(),
        "Source " + sourceId + " is gone",
        "Reason: " + reason + ".",
        at);
  }

  /** A source fails again and again. */
  public static Notice sourceFailing(String sourceId, int failures, String reason, Instant at) {
    return of(
        Topic.SOURCE_FAILING,
        sourceId,
        at.toString(),
        "Source " + sourceId + " has failed " + failures + " times in a row",
        "Reason: " + reason + ". It is tried again, at least once a day.",
        at);
  }

  /** The model has cost what it may cost in a day. */
  public static Notice budgetSpent(LocalDate day, long budget, Instant at) {
    return of(
        Topic.BUDGET_SPENT,
        "",
        day.toString(),
        "The model's budget for " + day + " is spent",
        "briefs.model.daily-token-budget allows "
            + budget
            + " tokens a day. Until midnight UTC the local engine writes the briefs, and each says"
            + " so.",
        at);
  }

  private static Notice of(
      Topic topic, String about, String event, String headline, String text, Instant at) {
    String id = Delivery.idOf("notice " + topic.word() + " " + about, event);
    return new Notice(id, at, topic, about, headline, text);
  }

  private static String words(Duration duration) {
    long hours = duration.toHours();
    return hours < 48 ? hours + " hours" : hours / 24 + " days";
  }

  @Override
  public <T> T in(Form<T> form) {
    return form.notice(this);
  }
}
