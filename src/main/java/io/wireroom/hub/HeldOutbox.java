package io.wireroom.hub;

import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outbox;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Publication;
import java.util.List;

/** An outbox that takes what the routes bring and gives them nothing: all that is owed waits. */
final class HeldOutbox implements Outbox {

  private final Outbox outbox;

  HeldOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(Publication publication) {
    outbox.publish(publication);
  }

  @Override
  public List<Letter> claim() {
    return List.of();
  }

  @Override
  public void settle(Letter letter, Outcome outcome) {
    throw new IllegalStateException("delivery " + letter.delivery().id() + " was never claimed");
  }
}
