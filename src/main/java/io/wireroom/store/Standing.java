package io.wireroom.store;

/** How things stand now, for the metrics and the start page. */
public final class Standing {

  private Standing() {}

  /** How many deliveries wait for their next attempt or are under way. */
  public static int pending(Store store) {
    return store
        .database()
        .write(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM delivery WHERE state = 'pending'")
                    .mapTo(Integer.class)
                    .one());
  }
}
