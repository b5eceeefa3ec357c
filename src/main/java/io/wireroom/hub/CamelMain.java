package io.wireroom.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.main.Main;

/**
 * Camel, to be started and stopped more than once in a process. The hook that ends it when the
 * process is told to stop stays until then, and would keep all that it has ever held.
 */
final class CamelMain extends Main {

  /** Lets go of everything; to be called once it is stopped. */
  void forget() {
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry.setCamelContext(null);
    camelContext = null;
  }
}
