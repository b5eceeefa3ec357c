package io.wireroom.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.brief.Brief;
import io.wireroom.brief.BriefJson;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Delivery;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RoundUp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Round-ups and notices as rows. A round-up's row names its briefs; their rows hold them. */
final class ParcelRows {

  static final String ROUND_UP = "round-up";
  static final String NOTICE = "notice";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ParcelRows() {}

  /**
   * A parcel as it was read, to be unpacked outside the transaction.
   *
   * @param briefs documents of the briefs that a round-up names, by id
   */
  record Packed(String id, String kind, long madeAt, String document, Map<String, String> briefs) {

    Content unpack() {
      return kind.equals(NOTICE) ? notice(this) : roundUp(this);
    }
  }

  /**
   * Stores one with the delivery that is owed of it, due now.
   *
   * @return false if it is there already
   */
  static boolean put(
      Handle handle, Content content, String subscriptionId, String destinationId, Instant at) {
    boolean roundUp = content instanceof RoundUp;
    String title = content instanceof RoundUp round ? round.title() : ((Notice) content).headline();
    int added =
        handle.execute(
            "INSERT INTO parcel (id, kind, title, made_at, document) VALUES (?, ?, ?, ?, ?) ON"
                + " CONFLICT (id) DO NOTHING",
            content.id(),
            roundUp ? ROUND_UP : NOTICE,
            title,
            at.toEpochMilli(),
            content instanceof RoundUp round ? write(round) : write((Notice) content));
    if (added > 0) {
      String id = Delivery.idOf(content.id(), subscriptionId);
      SqlDeliveries.insert(
          handle, new Delivery(id, destinationId, subscriptionId, content.id(), 0, at), null);
    }
    return added > 0;
  }

  /** One by its id; null when there is none. */
  static @Nullable Packed find(Handle handle, String id) {
    return handle
        .createQuery("SELECT id, kind, made_at, document FROM parcel WHERE id = ?")
        .bind(0, id)
        .map(
            (row, context) ->
                new Packed(
                    row.getString(1), row.getString(2), row.getLong(3), row.getString(4), Map.of()))
        .findOne()
        .map(packed -> packed.kind.equals(ROUND_UP) ? withBriefs(handle, packed) : packed)
        .orElse(null);
  }

  private static Packed withBriefs(Handle handle, Packed packed) {
    Map<String, String> briefs = new HashMap<>();
    JsonNode node = read(packed.document);
    for (String list : new String[] {"briefs", "rest"}) {
      for (String id : ItemJson.strings(node.path(list))) {
        handle
            .createQuery("SELECT document FROM brief WHERE id = ?")
            .bind(0, id)
            .mapTo(String.class)
            .findOne()
            .ifPresent(document -> briefs.put(id, document));
      }
    }
    return new Packed(packed.id, packed.kind, packed.madeAt, packed.document, briefs);
  }

  private static String write(RoundUp roundUp) {
    ObjectNode node = JSON.createObjectNode();
    node.put("subscription", roundUp.subscriptionId());
    node.put("since", roundUp.since().toEpochMilli());
    node.put("zone", roundUp.zone().getId());
    roundUp.briefs().forEach(brief -> node.withArray("briefs").add(brief.id()));
    roundUp.rest().forEach(brief -> node.withArray("rest").add(brief.id()));
    return node.put("left", roundUp.left()).toString();
  }

  private static RoundUp roundUp(Packed packed) {
    JsonNode node = read(packed.document);
    return new RoundUp(
        packed.id,
        node.path("subscription").asText(),
        Instant.ofEpochMilli(node.path("since").asLong()),
        Instant.ofEpochMilli(packed.madeAt),
        ZoneId.of(node.path("zone").asText()),
        briefs(packed, node.path("briefs")),
        briefs(packed, node.path("rest")),
        node.path("left").asInt());
  }

  private static List<Brief> briefs(Packed packed, JsonNode ids) {
    return ItemJson.strings(ids).stream()
        .flatMap(id -> Stream.ofNullable(packed.briefs.get(id)))
        .map(document -> BriefJson.read(document.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static String write(Notice notice) {
    return JSON.createObjectNode()
        .put("topic", notice.topic().name())
        .put("about", notice.about())
        .put("headline", notice.headline())
        .put("text", notice.text())
        .toString();
  }

  private static Notice notice(Packed packed) {
    JsonNode node = read(packed.document);
    return new Notice(
        packed.id,
        Instant.ofEpochMilli(packed.madeAt),
        Notice.Topic.valueOf(node.path("topic").asText()),
        node.path("about").asText(),
        node.path("headline").asText(),
        node.path("text").asText());
  }

  private static JsonNode read(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parcel's row does not hold JSON", e);
    }
  }
}
