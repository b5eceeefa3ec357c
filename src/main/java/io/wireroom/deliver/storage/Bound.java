package io.wireroom.deliver.storage;

/**
 * A file of many briefs with those that it lacked.
 *
 * @param briefs how many are in it now
 * @param changed whether it differs from what was there
 */
record Bound(byte[] bytes, int briefs, boolean changed) {

  /** What is there while there is no file. */
  static final byte[] NOTHING = {};
}
