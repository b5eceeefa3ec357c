package io.wireroom.hub;

/** What a hub is opened for. */
enum Purpose {
  /** To go on until it is stopped, by Camel's timers. */
  SERVICE,
  /** To do what is due, and end. */
  ONCE,
  /** To read and write briefs, and hold back all that would be sent. */
  PLAN,
  /** The same, one source and one article after the other, so that every run is like the last. */
  TRIAL;

  boolean holdsBack() {
    return this == PLAN || this == TRIAL;
  }
}
