package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.util.List;

/**
 * What a probe found.
 *
 * @param lacks what the store lacks, a sentence each, with what to do; empty when it lacks nothing
 */
public record ProbeReport(StorageDestination storage, List<String> lacks) {

  public ProbeReport {
    lacks = List.copyOf(lacks);
  }
}
