package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One file of many briefs, by name.
 *
 * @param key below the destination's url
 * @param day whose briefs it has, such as {@code 2026-11-25}, UTC; empty for the index
 */
public record VolumeKey(String key, VolumeForm form, String day) {

  /** Below the destination's url. */
  public static final String INDEX = "index.json";

  /** Which files of a destination a brief has to be in; the same for the same brief every time. */
  public static List<VolumeKey> of(StorageDestination storage, Brief brief) {
    StorageVolumes volumes = storage.volumes();
    List<VolumeKey> keys = new ArrayList<>();
    Layout layout = new Layout(volumes.layout());
    for (String form : volumes.daily()) {
      keys.add(new VolumeKey(layout.key(brief, form), VolumeForm.of(form), day(volumes, brief)));
    }
    if (volumes.index()) {
      keys.add(index());
    }
    return keys;
  }

  /** The file that lists the newest briefs and the other files. */
  public static VolumeKey index() {
    return new VolumeKey(INDEX, VolumeForm.INDEX, "");
  }

  private static String day(StorageVolumes volumes, Brief brief) {
    Instant made = brief.made().at();
    Instant published = Objects.requireNonNullElse(brief.origin().published(), made);
    Instant at = volumes.layout().contains("{published") ? published : made;
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
