package io.wireroom.web;

import io.wireroom.web.Subscriber.Status;
import java.net.URI;

/**
 * What a change makes of a subscription. One that goes to another address, or is switched on again,
 * has to prove itself before it gets anything.
 *
 * @param after as it is once it is changed
 * @param asks whether its callback is to be asked now
 */
record SubscriberChange(Subscriber after, boolean asks) {

  static SubscriberChange of(Subscriber before, SubscriberBody body) {
    if (body.has("secret")) {
      throw Problem.field("secret", "can't be changed; make a new subscription");
    }
    URI url = body.has("url") ? body.url() : before.url();
    Wish wish = body.has("filter") ? body.wish() : before.wish();
    Subscriber.Format format = body.has("format") ? body.format() : before.format();
    Status wanted = body.has("status") ? body.status() : before.status();
    if (wanted == Status.PAUSED && before.status() == Status.PENDING) {
      throw Problem.field("status", "can't be paused before it was active; it gets nothing yet");
    }
    boolean proves = !url.equals(before.url()) || wakes(before.status(), wanted);
    Subscriber after =
        new Subscriber(
            before.id(),
            url,
            wish,
            format,
            before.secret(),
            proves ? Status.PENDING : wanted,
            proves ? "" : before.note(),
            before.createdAt());
    return new SubscriberChange(after, proves && wanted != Status.PAUSED);
  }

  /** One that was paused has proved itself; one that is pending or off must do so (again). */
  private static boolean wakes(Status before, Status wanted) {
    return wanted == Status.ACTIVE && (before == Status.PENDING || before == Status.OFF);
  }
}
