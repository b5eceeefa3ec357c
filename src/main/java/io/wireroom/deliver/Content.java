package io.wireroom.deliver;

/** What a letter carries: a brief, a round-up of briefs, or a notice to the operators. */
public sealed interface Content permits Report, RoundUp, Notice {

  /** What it is known by: the same on every run. */
  String id();

  /** Writes it in a destination's form. */
  <T> T in(Form<T> form);

  /**
   * How a destination writes each thing that can be sent to it.
   *
   * @param <T> what it writes
   */
  interface Form<T> {

    T report(Report report);

    T roundUp(RoundUp roundUp);

    T notice(Notice notice);
  }
}
