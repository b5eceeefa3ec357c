package io.wireroom.deliver;

import java.util.List;

/**
 * The files of a folder or bucket that hold many briefs.
 *
 * @param daily of {@code jsonl} and {@code parquet}: each has all briefs of a day
 * @param layout template of a day's key, such as <code>dt={published:yyyy-MM-dd}/briefs.{format}
 *     </code>
 * @param index whether {@code index.json} lists the newest briefs
 */
public record StorageVolumes(List<String> daily, String layout, boolean index) {

  /** No file but those of each brief. */
  public static final StorageVolumes NONE = new StorageVolumes(List.of(), "", false);

  public StorageVolumes {
    daily = List.copyOf(daily);
  }

  /** Whether there is any. */
  public boolean wanted() {
    return index || !daily.isEmpty();
  }
}
