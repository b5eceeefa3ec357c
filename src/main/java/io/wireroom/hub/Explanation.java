package io.wireroom.hub;

import io.wireroom.brief.Brief;
import io.wireroom.config.HubConfig;
import io.wireroom.deliver.Delivery;
import io.wireroom.store.SqlDeliveryLog;
import io.wireroom.store.SqlTrails;
import io.wireroom.store.SqlTrails.Trail;
import io.wireroom.store.Store;
import io.wireroom.subscribe.Subscription;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an article was or was not delivered, stage by stage, as the state and the config tell it.
 *
 * @param known whether any source listed the article
 * @param steps in the order of the stages
 */
public record Explanation(boolean known, List<Step> steps) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * What one stage did.
   *
   * @param stage {@code poll}, {@code brief}, {@code story}, or {@code deliver}
   * @param about the source, the brief or the subscription that it is about; an id
   * @param says in words
   */
  public record Step(String stage, String about, String says) {}

  /**
   * Looks an article up.
   *
   * @param address its link in a feed, or the address that it gives itself
   * @throws io.wireroom.store.StateUnavailable if there is no state yet
   */
  public static Explanation of(HubConfig config, String address) {
    try (Store store = Store.beside(config.state().url())) {
      SqlTrails trails = new SqlTrails(store);
      List<Subscription> subscriptions = new ArrayList<>(Stages.subscriptions(config));
      subscriptions.addAll(trails.subscribers());
      List<Step> steps = new ArrayList<>();
      List<Trail> found = trails.of(spellings(address));
      for (Trail trail : found) {
        steps.add(new Step("poll", trail.sourceId(), listed(trail)));
        Brief brief = trail.brief();
        if (brief == null) {
          steps.add(new Step("brief", trail.itemId(), unread(trail)));
        } else {
          steps.add(new Step("brief", brief.id(), written(brief)));
          story(trails, trail, brief).ifPresent(steps::add);
          if (trail.published()) {
            for (Subscription subscription : subscriptions) {
              steps.add(
                  new Step("deliver", subscription.id(), delivered(trails, subscription, brief)));
            }
          }
        }
      }
      if (found.isEmpty()) {
        steps.addAll(Unlisted.steps(store, address));
      }
      return new Explanation(!found.isEmpty(), steps);
    }
  }

  /** The ways in which feeds and people write one address. */
  private static List<String> spellings(String address) {
    String plain = address.strip().replaceFirst("#.*$", "");
    Set<String> all = new LinkedHashSet<>(List.of(address.strip(), plain));
    all.add(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain + "/");
    for (String each : List.copyOf(all)) {
      all.add(each.replaceFirst("^http:", "https:"));
      all.add(each.replaceFirst("^https:", "http:"));
    }
    return List.copyOf(all);
  }

  private static String listed(Trail trail) {
    return "listed it as " + trail.link() + "; seen " + time(trail.seenAt());
  }

  private static String unread(Trail trail) {
    String why = trail.outcome().isEmpty() ? "" : ": " + trail.outcome();
    return switch (trail.state()) {
      case "new" ->
          trail.attempts() == 0
              ? "waits for its page to be fetched"
              : "its page could not be read yet, tries: "
                  + trail.attempts()
                  + ", next "
                  + time(trail.due())
                  + why;
      case "failed" -> "given up" + why;
      default -> "left out" + why;
    };
  }

  private static String written(Brief brief) {
    String how = "written " + time(brief.made().at()) + " by the engine " + brief.made().engine();
    return switch (brief.status()) {
      case FULL -> how;
      case THIN -> how + "; the page gives a teaser only, so no takeaways";
      case GATED -> how + "; the article is behind a wall, so no takeaways";
      case EMPTY -> how + "; the page has no text, so no takeaways";
    };
  }

  private static Optional<Step> story(SqlTrails trails, Trail trail, Brief brief) {
    String story = Objects.requireNonNullElse(trail.storyId(), brief.storyId());
    if (!trail.published()) {
      return Optional.of(
          new Step("story", story, "not sent: " + trail.outcome() + told(trails, story, brief)));
    }
    if (!story.equals(brief.id())) {
      return Optional.of(new Step("story", story, trail.outcome()));
    }
    String others = told(trails, story, brief);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step("story", story, "told again later" + others));
  }

  private static String told(SqlTrails trails, String story, Brief brief) {
    List<String> others = trails.alsoTold(story, brief.id());
    return others.isEmpty() ? "" : " (" + String.join(", ", others) + ")";
  }

  private static String delivered(SqlTrails trails, Subscription subscription, Brief brief) {
    String id = Delivery.idOf(brief.id(), subscription.id());
    String to = "to " + subscription.destinationId() + ": ";
    String why = subscription.filter().explain(brief);
    SqlDeliveryLog.@Nullable Row row = trails.delivery(id).orElse(null);
    if (row != null) {
      return to + why + "; " + standing(row);
    }
    Optional<SqlTrails.Round> round = trails.round(brief.id(), subscription.id());
    if (round.isPresent()) {
      return to + why + "; " + standing(round.get());
    }
    if (!subscription.filter().matches(brief)) {
      return to + why;
    }
    Optional<Instant> since = trails.wantedSince(subscription.id());
    if (since.isEmpty()) {
      return to + why + "; but no hub has run with this subscription yet";
    }
    return brief.made().at().isBefore(since.get())
        ? to + why + "; but it is subscribed only since " + time(since.get())
        : to + why + "; its delivery is not kept any more";
  }

  private static String standing(SqlTrails.Round round) {
    return round.next() == null
        ? "in a round-up, "
            + round.sent().map(row -> standing(row)).orElse("which is not kept any more")
        : "waits for the round-up of " + time(round.next());
  }

  private static String standing(SqlDeliveryLog.Row row) {
    String tries = row.attempts() == 1 ? "1 try" : row.attempts() + " tries";
    String note = row.note().isEmpty() ? "" : ", " + row.note();
    String id = " [" + row.id() + "]";
    if (row.settledAt() != null) {
      String word = row.state().equals("dead") ? "given up " : row.state() + " ";
      return word + time(row.settledAt()) + " after " + tries + note + id;
    }
    if (row.off() != null) {
      return "waits, since the destination is switched off: " + row.off() + id;
    }
    return row.attempts() == 0
        ? "waits for its turn" + id
        : "failed so far, " + tries + ", next " + time(row.due()) + note + id;
  }

  /** To the second. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
