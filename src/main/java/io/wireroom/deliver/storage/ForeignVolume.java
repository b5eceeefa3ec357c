package io.wireroom.deliver.storage;

/** A file that bears the name of one of ours is not one, so it is left as it is. */
final class ForeignVolume extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ForeignVolume(String why) {
    super("the file of that name is not one of Wireroom's (" + why + "); move it away");
  }

  ForeignVolume(String why, Throwable cause) {
    super("the file of that name is not one of Wireroom's (" + why + "); move it away", cause);
  }
}
