package io.wireroom.web;

import org.jspecify.annotations.Nullable;

/**
 * A request to the API on its way: answered, or waiting for what a callback says.
 *
 * @param asked the subscriber that a challenge goes to; null when the reply is final
 * @param status of the answer to the caller
 * @param fresh whether it was just made, so that its secret is shown
 */
public record Turn(
    @Nullable WebReply reply,
    @Nullable Subscriber asked,
    @Nullable Challenge challenge,
    int status,
    boolean fresh) {

  static Turn done(WebReply reply) {
    return new Turn(reply, null, null, reply.status(), false);
  }

  static Turn asking(Subscriber subscriber, Challenge challenge, int status, boolean fresh) {
    return new Turn(null, subscriber, challenge, status, fresh);
  }
}
