package io.wireroom.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import io.wireroom.web.Subscriber.Status;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;

/**
 * The subscription API under {@code /api/subscriptions}. Pure but for its port: a request goes in,
 * and a {@link Turn} comes out, which is either answered or has a challenge to be sent first.
 * Thread-safe.
 */
public final class SubscriptionApi {

  private static final String JSON = "application/json";
  private static final int LARGEST = 64 * 1024;
  private static final int SENT_SHOWN = 50;

  private final Subscribers subscribers;
  private final Feeds feeds;
  private final Access access;
  private final Mint mint;
  private final Clock clock;

  public SubscriptionApi(
      Subscribers subscribers, Feeds feeds, Access access, SecureRandom random, Clock clock) {
    this.subscribers = subscribers;
    this.feeds = feeds;
    this.access = access;
    this.mint = new Mint(random);
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
    ApiPath path = ApiPath.of(request.path());
    return switch (request.method() + " " + path.kind()) {
      case "GET ALL" -> Turn.done(list());
      case "POST ALL" -> create(request);
      case "GET ONE" -> Turn.done(ok(shown(one(path))));
      case "PATCH ONE" -> change(request, one(path));
      case "DELETE ONE" -> remove(one(path));
      case "POST PING" -> Turn.asking(one(path), mint.challenge(), 200, false);
      case "GET DELIVERIES" -> Turn.done(sent(one(path)));
      case "POST REPLAY" -> replay(one(path), path.deliveryId());
      default -> throw path.wrongMethod();
    };
  }

  private Subscriber one(ApiPath path) {
    return subscribers
        .find(path.id())
        .orElseThrow(() -> Problem.missing("there is no subscription " + path.id()));
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
            mint.id(),
            body.url(),
            body.wish(),
            body.format(),
            secret == null ? mint.secret() : secret,
            Status.PENDING,
            "",
            clock.instant());
    subscribers.put(made);
    return Turn.asking(made, mint.challenge(), 201, true);
  }

  private Turn change(WebRequest request, Subscriber before) {
    SubscriberChange change = SubscriberChange.of(before, SubscriberBody.read(request));
    subscribers.put(change.after());
    return change.asks()
        ? Turn.asking(change.after(), mint.challenge(), 200, false)
        : Turn.done(ok(shown(change.after())));
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
    return Turn.done(
        turn.fresh() ? answer.with("Location", ApiPath.ROOT + "/" + after.id()) : answer);
  }

  /** The answer to the caller. */
  public WebReply reply(Turn turn) {
    return Objects.requireNonNull(turn.reply());
  }

  private static WebReply ok(ObjectNode node) {
    return WebReply.of(200, JSON, node.toString());
  }
}
