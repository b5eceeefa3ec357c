package io.wireroom.subscribe;

import java.util.List;

/** Who wants which briefs, as of now. Port; implemented in {@code store}. */
public interface Subscriptions {

  /** All that a new brief is matched against; cheap, since it is asked for every brief. */
  List<Subscription> current();
}
