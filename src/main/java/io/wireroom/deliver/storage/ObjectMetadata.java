package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bucket keeps beside a brief, as {@code x-amz-meta-…}, to be seen without reading it.
 *
 * <p>Source: Amazon S3, "Working with object metadata": names and values in US-ASCII, 2 KB in all.
 * What is not ASCII is percent-encoded, as in an address. An address too long for that is left out,
 * since one that is cut leads nowhere.
 */
final class ObjectMetadata {

  private static final int LONGEST = 1_000;

  private ObjectMetadata() {}

  static Map<String, String> of(Brief brief) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("brief", brief.id());
    metadata.put("story", brief.storyId());
    metadata.put("source", brief.origin().sourceId());
    metadata.put("link", brief.origin().url());
    if (brief.origin().published() != null) {
      metadata.put("published", brief.origin().published().toString());
    }
    String model = brief.made().model();
    metadata.put(
        "engine",
        brief.made().engine()
            + " "
            + brief.made().engineVersion()
            + (model == null ? "" : " " + model));
    metadata.replaceAll((name, value) -> ascii(value.strip()));
    metadata.values().removeIf(value -> value.isEmpty() || value.length() > LONGEST);
    return metadata;
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= ' ' && each < 0x7f) {
        out.append((char) each);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return out.toString();
  }
}
