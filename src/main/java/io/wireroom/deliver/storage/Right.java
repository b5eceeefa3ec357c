package io.wireroom.deliver.storage;

import java.util.Locale;

/** What a request needs to be allowed to do. */
enum Right {
  WRITE,
  READ,
  LIST;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
