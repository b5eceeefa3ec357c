package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Letters;
import io.wireroom.deliver.S3Access;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.deliver.StorageVolumes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Briefs of a day and the files that hold them. */
final class Days {

  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private Days() {}

  /** A brief, published so many minutes after the morning. */
  static Brief brief(String id, int minutes) {
    Brief brief = Letters.brief("Headline of " + id, MORNING.plusSeconds(60L * minutes));
    return new Brief(
        id,
        "kelmouth:" + id,
        id,
        brief.origin(),
        brief.headline(),
        brief.status(),
        brief.teaser(),
        brief.takeaways(),
        brief.summary(),
        null,
        brief.made());
  }

  static List<Brief> briefs(int count) {
    List<Brief> briefs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      briefs.add(brief("b" + i, i));
    }
    return briefs;
  }

  static StorageDestination storage(String url, @Nullable S3Access s3) {
    return new StorageDestination(
        "archive",
        Letters.LANE,
        URI.create(url),
        List.of("json", "md"),
        Buckets.LAYOUT,
        new StorageVolumes(
            List.of("jsonl", "parquet"), "dt={published:yyyy-MM-dd}/briefs.{format}", true),
        s3);
  }

  static Volume volume(
      StorageDestination storage, VolumeForm form, int stored, Instant at, Brief... briefs) {
    VolumeKey name =
        form == VolumeForm.INDEX
            ? VolumeKey.index()
            : new VolumeKey("dt=2026-03-02/briefs." + form.word(), form, "2026-03-02");
    return new Volume(storage, name, List.of(briefs), stored, List.of(), at);
  }
}
