package io.wireroom.deliver.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * {@code index.json}: the newest briefs, with the names of their files, and all files of days with
 * how many briefs they have. The same briefs make the same bytes, so an unchanged index keeps its
 * ETag. Names are below the destination's url. Described in the reference of the config.
 */
final class BriefIndex {

  static final String VERSION = "1.0";

  /** How many briefs are listed; the files of days have all of them. */
  static final int NEWEST = 100;

  private static final JsonMapper JSON = new JsonMapper();

  private static final Comparator<JsonNode> NEWEST_FIRST =
      Comparator.comparing((JsonNode brief) -> Instant.parse(brief.path("at").asText()))
          .thenComparing(brief -> brief.path("id").asText())
          .reversed();

  private static final Comparator<JsonNode> LATEST_DAY_FIRST =
      Comparator.comparing((JsonNode file) -> file.path("day").asText())
          .reversed()
          .thenComparing(file -> file.path("key").asText());

  private BriefIndex() {}

  /**
   * @throws ForeignVolume if what is there is no index of this version
   */
  static Bound bound(byte[] existing, Volume volume) {
    ObjectNode old = parsed(existing);
    Map<String, JsonNode> briefs = by("id", old.path("briefs"));
    for (Brief brief : volume.briefs()) {
      briefs.put(brief.id(), entry(volume, brief));
    }
    Map<String, JsonNode> files = by("key", old.path("files"));
    for (Volume.DayFile file : volume.files()) {
      // Files only grow. Another hub may have seen this one later than we did.
      JsonNode known = files.get(file.name().key());
      if (known == null || known.path("briefs").asInt() < file.briefs()) {
        files.put(file.name().key(), entry(file));
      }
    }
    byte[] bytes = written(volume, briefs, files);
    return new Bound(bytes, briefs.size(), !Arrays.equals(bytes, existing));
  }

  private static byte[] written(
      Volume volume, Map<String, JsonNode> briefs, Map<String, JsonNode> files) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("destination", volume.destination().id());
    List<JsonNode> newest = briefs.values().stream().sorted(NEWEST_FIRST).limit(NEWEST).toList();
    ArrayNode list = root.putArray("briefs");
    list.addAll(newest);
    root.putArray("files").addAll(files.values().stream().sorted(LATEST_DAY_FIRST).toList());
    return (root.toPrettyString().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode entry(Volume volume, Brief brief) {
    Brief.Origin origin = brief.origin();
    ObjectNode entry = JSON.createObjectNode();
    entry.put("id", brief.id());
    entry.put("at", Documents.time(brief).toString());
    entry.put("headline", brief.headline());
    entry.put("status", brief.status().word());
    entry.put("source", origin.sourceName());
    entry.put("url", origin.url());
    entry.put("language", origin.language());
    ArrayNode tags = entry.putArray("tags");
    origin.tags().forEach(tags::add);
    entry.put("image", origin.image());
    ArrayNode takeaways = entry.putArray("takeaways");
    brief.keyTakeaways().forEach(takeaway -> takeaways.add(takeaway.text()));
    ObjectNode keys = entry.putObject("keys");
    BriefKeys.of(volume.destination(), brief).forEach(keys::put);
    return entry;
  }

  private static ObjectNode entry(Volume.DayFile file) {
    return JSON.createObjectNode()
        .put("day", file.name().day())
        .put("format", file.name().form().word())
        .put("key", file.name().key())
        .put("briefs", file.briefs());
  }

  private static Map<String, JsonNode> by(String name, JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .collect(
            Collectors.toMap(
                entry -> entry.path(name).asText(),
                Function.identity(),
                (first, second) -> first,
                TreeMap::new));
  }

  private static ObjectNode parsed(byte[] existing) {
    if (existing.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode read = JSON.readTree(existing);
      if (read instanceof ObjectNode index
          && VERSION.equals(index.path("version").asText())
          && index.path("briefs").isArray()
          && index.path("files").isArray()) {
        return index;
      }
      throw new ForeignVolume("no index of version " + VERSION);
    } catch (JsonProcessingException e) {
      throw new ForeignVolume("not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ForeignVolume("not JSON: " + e.getMessage(), e);
    }
  }
}
