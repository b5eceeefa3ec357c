package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.web.Subscriber.Status;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The subscription API under {@code /api/subscriptions}. Pure but for its port: a request goes in,
 * and a {@link Turn} comes out, which is either answered or has a challenge to be sent first.
 * Thread-safe.
 */
public final class SubscriptionApi {

  private static final String ROOT = "/api/subscriptions";
  private static final String JSON = "application/json";
  private static final int LARGEST = 64 * 1024;
  private static final int SENT_SHOWN = 50;
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 12;

  private final Subscribers subscribers;
  private final Feeds feeds;
  private final Access access;
  private final SecureRandom random;
  private final Clock clock;

  public SubscriptionApi(
      Subscribers subscribers, Feeds feeds, Access access, SecureRandom random, Clock clock) {
    this.subscribers = subscribers;
    this.feeds = feeds;
    this.access = access;
    this.random = random;
    this.clock = clock;
  }

  /** Does what is asked, as far as it can be done without asking the callback. */
  public Turn handle(WebRequest request) {
    try {
      access.check(request);
      if (request.body().length > LARGEST) {
        throw new Problem(413, "a request may have " + LARGEST + " bytes", null);
      }
      return route(request);
    } catch (Problem e) {
      return Turn.done(e.reply());
    }
  }

  private Turn route(WebRequest request) {
    if (!request.path().equals(ROOT) && !request.path().startsWith(ROOT + "/")) {
      throw Problem.missing("there is nothing here; the API is at " + ROOT);
    }
    String[] parts = request.path().substring(ROOT.length()).split("/", -1);
    String what = request.method() + " " + shape(parts);
    return switch (what) {
      case "GET all" -> Turn.done(list());
      case "POST all" -> create(request);
      case "GET one" -> Turn.done(ok(shown(one(parts))));
      case "PATCH one" -> change(request, one(parts));
      case "DELETE one" -> remove(one(parts));
      case "POST ping" -> Turn.asking(one(parts), challenge(), 200, false);
      case "GET deliveries" -> Turn.done(sent(one(parts)));
      case "POST replay" -> replay(one(parts), parts[3]);
      default -> throw wrongMethod(parts);
    };
  }

  private static String shape(String[] parts) {
    return switch (parts.length) {
      case 1 -> "all";
      case 2 -> "one";
      case 3 -> parts[2];
      case 5 -> parts[2].equals("deliveries") ? parts[4] : "";
      default -> "";
    };
  }

  private static Problem wrongMethod(String[] parts) {
    return switch (shape(parts)) {
      case "all" -> Problem.method("GET, POST", "use GET to list, or POST to make one");
      case "one" -> Problem.method("GET, PATCH, DELETE", "use GET, PATCH or DELETE");
      case "ping", "replay" -> Problem.method("POST", "use POST");
      case "deliveries" -> Problem.method("GET", "use GET");
      default -> Problem.missing("there is nothing here");
    };
  }

  private Subscriber one(String[] parts) {
    return subscribers
        .find(parts[1])
        .orElseThrow(() -> Problem.missing("there is no subscription " + parts[1]));
  }

  /** With the paths of its own feeds, which hold a key when feeds need one. */
  private ObjectNode shown(Subscriber subscriber) {
    ObjectNode node = SubscriberJson.of(subscriber);
    feeds
        .addresses("", FeedName.subscription(subscriber.id()), true)
        .forEach(node.putObject("feeds")::put);
    return node;
  }

  private WebReply list() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putArray("subscriptions");
    subscribers.all().forEach(each -> node.withArray("subscriptions").add(shown(each)));
    return ok(node);
  }

  private Turn create(WebRequest request) {
    SubscriberBody body = SubscriberBody.read(request);
    if (body.has("status")) {
      throw Problem.field("status", "is for changes; a new one is pending, then active");
    }
    String secret = body.secret();
    Subscriber made =
        new Subscriber(
            "sub_" + HexFormat.of().formatHex(bytes(ID_BYTES)),
            body.url(),
            body.wish(),
            body.format(),
            secret == null
                ? "whsec_" + Base64.getEncoder().encodeToString(bytes(SECRET_BYTES))
                : secret,
            Status.PENDING,
            "",
            clock.instant());
    subscribers.put(made);
    return Turn.asking(made, challenge(), 201, true);
  }

  private Turn change(WebRequest request, Subscriber before) {
    SubscriberBody body = SubscriberBody.read(request);
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
    subscribers.put(after);
    return proves && wanted != Status.PAUSED
        ? Turn.asking(after, challenge(), 200, false)
        : Turn.done(ok(shown(after)));
  }

  /** One that was paused has proved itself; one that is pending or off must do so (again). */
  private static boolean wakes(Status before, Status wanted) {
    return wanted == Status.ACTIVE && (before == Status.PENDING || before == Status.OFF);
  }

  private Turn remove(Subscriber subscriber) {
    subscribers.remove(subscriber.id());
    return Turn.done(WebReply.of(204, JSON, ""));
  }

  private WebReply sent(Subscriber subscriber) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putArray("deliveries");
    subscribers
        .sent(subscriber.id(), SENT_SHOWN)
        .forEach(each -> node.withArray("deliveries").add(SubscriberJson.sent(each)));
    return ok(node);
  }

  private Turn replay(Subscriber subscriber, String deliveryId) {
    if (!subscribers.replay(subscriber.id(), deliveryId)) {
      throw Problem.missing("it has no delivery " + deliveryId + " that could be sent again now");
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("delivery", deliveryId);
    node.put("state", "pending");
    return Turn.done(WebReply.of(202, JSON, node.toString()));
  }

  /** Whether the callback must be asked before there is an answer. */
  public boolean asks(Turn turn) {
    return turn.asked() != null;
  }

  /** The challenge to send. */
  public HttpCall call(Turn turn) {
    Challenge challenge = Objects.requireNonNull(turn.challenge());
    return challenge.call(Objects.requireNonNull(turn.asked()), clock.instant());
  }

  /** What follows from the callback's answer. One that fails a ping stays what it was. */
  public Turn heard(Turn turn, HttpReply reply) {
    Subscriber asked = Objects.requireNonNull(turn.asked());
    String objection = Objects.requireNonNull(turn.challenge()).objection(reply);
    if (subscribers.find(asked.id()).filter(now -> now.url().equals(asked.url())).isEmpty()) {
      return Turn.done(
          Problem.missing("it was changed or removed while its callback was asked").reply());
    }
    Subscriber after = asked.as(asked.status(), objection);
    if (objection.isEmpty() && asked.status() != Status.PAUSED) {
      after = asked.as(Status.ACTIVE, "");
      subscribers.put(after);
      subscribers.reopen(after.id());
    } else if (asked.status() == Status.PENDING) {
      subscribers.put(after);
    }
    ObjectNode node = shown(after);
    node.put("verified", objection.isEmpty());
    if (turn.fresh()) {
      node.put("secret", asked.secret());
    }
    WebReply answer = WebReply.of(turn.status(), JSON, node.toString());
    return Turn.done(turn.fresh() ? answer.with("Location", ROOT + "/" + after.id()) : answer);
  }

  /** The answer to the caller. */
  public WebReply reply(Turn turn) {
    return Objects.requireNonNull(turn.reply());
  }

  private Challenge challenge() {
    HexFormat hex = HexFormat.of();
    return new Challenge(
        "ping_" + hex.formatHex(bytes(ID_BYTES)), hex.formatHex(bytes(SECRET_BYTES)));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static WebReply ok(ObjectNode node) {
    return WebReply.of(200, JSON, node.toString());
  }
}
