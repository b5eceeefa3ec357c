package io.wireroom.brief.facts;

/**
 * How what a clause tells stands: whether it has been done or only is to come, is planned, wanted
 * or possible. The order of the weaker ones is that of English grammars: futures, commissive verbs,
 * directive verbs, modals of possibility.
 */
enum Standing {
  /** Told as a fact: past, perfect. */
  DONE,
  /** Will, is to, is due to. */
  COMING,
  /** Plans to, has agreed to, promises to. */
  PLANNED,
  /** Asks for, wants, urges, must, tries to. */
  WANTED,
  /** May, is considering, is allowed to. */
  POSSIBLE,
  /** Stands after if, unless, until or before. */
  OPEN,
  /** The present, or a form that tells nothing of this. */
  UNKNOWN;

  boolean isToCome() {
    return this != DONE && this != UNKNOWN;
  }
}
