package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.StorageDestination;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file of many briefs that has to be written anew, since some are not in it yet.
 *
 * @param briefs that have to be in it
 * @param stored how many it had when it was last stored from here; 0 when it never was
 * @param files for the index: all files of days that were stored from here; else empty
 * @param at when this attempt is made
 */
public record Volume(
    StorageDestination destination,
    VolumeKey name,
    List<Brief> briefs,
    int stored,
    List<DayFile> files,
    Instant at) {

  /**
   * A file of a day, as the index lists it.
   *
   * @param briefs how many it has
   */
  public record DayFile(VolumeKey name, int briefs) {}

  public Volume {
    briefs = List.copyOf(briefs);
    files = List.copyOf(files);
  }

  StoredObject object(byte[] bytes) {
    return new StoredObject(
        name.key(), name.form().contentType(), bytes, Map.of(), StoredObject.CHANGES);
  }

  /** Its content with the briefs that it lacks. */
  Bound bound(byte[] existing) {
    return switch (name.form()) {
      case JSONL -> DayLines.bound(existing, briefs);
      case PARQUET -> DayTable.bound(existing, briefs);
      case INDEX -> BriefIndex.bound(existing, this);
    };
  }
}
