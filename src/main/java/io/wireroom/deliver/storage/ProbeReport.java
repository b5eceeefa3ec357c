package io.wireroom.deliver.storage;

import io.wireroom.deliver.Destination;
import java.util.List;

/**
 * What a probe found.
 *
 * @param lacks what the store lacks, a sentence each, with what to do; empty when it lacks nothing
 */
public record ProbeReport(Destination.Storage storage, List<String> lacks) {

  public ProbeReport {
    lacks = List.copyOf(lacks);
  }
}
