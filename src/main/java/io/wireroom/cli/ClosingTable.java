package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.store.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run came to: a table for people, JSON for machines. */
final class ClosingTable {

  private final Tally tally;

  ClosingTable(Tally tally) {
    this.tally = tally;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    long failed = tally.sources().stream().filter(source -> !source.note().isEmpty()).count();
    int fresh = tally.sources().stream().mapToInt(Tally.SourceRow::fresh).sum();
    out.append(
        String.format(
            Locale.ROOT,
            "Sources: %d polled, %d failed. Articles: %d new, %d merged or left out, %d kept for"
                + " another try, %d given up.%n",
            tally.sources().size(),
            failed,
            fresh,
            count("done"),
            count("new"),
            count("failed")));
    if (!tally.lanes().isEmpty()) {
      table(out);
    }
    for (String trouble : troubles()) {
      out.append("! ").append(trouble).append(System.lineSeparator());
    }
    return out.toString();
  }

  private long count(String state) {
    return tally.items().stream().filter(item -> item.state().equals(state)).count();
  }

  private void table(StringBuilder out) {
    int width = 11;
    for (Tally.LaneRow lane : tally.lanes()) {
      width = Math.max(width, lane.destinationId().length());
    }
    String row = "%-" + width + "s  %9s  %7s  %4s  %s%n";
    out.append(
        String.format(Locale.ROOT, row, "Destination", "delivered", "waiting", "dead", "next try"));
    for (Tally.LaneRow lane : tally.lanes()) {
      out.append(
          String.format(
              Locale.ROOT,
              row,
              lane.destinationId(),
              lane.delivered(),
              lane.pending(),
              lane.dead(),
              lane.off() != null ? "switched off" : TableText.time(lane.next(), "-")));
    }
  }

  private List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    for (Tally.SourceRow source : tally.sources()) {
      if (!source.note().isEmpty()) {
        troubles.add(
            "source "
                + source.note()
                + "; next poll "
                + TableText.time(source.next(), "never")
                + ".");
      }
    }
    for (Tally.ItemRow item : tally.items()) {
      if (item.state().equals("new")) {
        troubles.add(
            "article " + item.outcome() + "; next try " + TableText.time(item.due(), "-") + ".");
      } else if (item.state().equals("failed")) {
        troubles.add("article " + item.link() + " was given up: " + item.outcome() + ".");
      }
    }
    for (Tally.LaneRow lane : tally.lanes()) {
      if (lane.off() != null) {
        troubles.add("destination " + lane.destinationId() + " is switched off: " + lane.off());
      } else if (lane.pending() + lane.dead() > 0) {
        String next = lane.pending() > 0 ? "; next try " + TableText.time(lane.next(), "-") : "";
        troubles.add("destination " + lane.destinationId() + ": " + lane.note() + next + ".");
      }
    }
    for (Tally.VolumeRow volume : tally.volumes()) {
      troubles.add(
          "destination "
              + volume.destinationId()
              + ": "
              + volume.key()
              + " lacks "
              + volume.missing()
              + " briefs"
              + (volume.note().isEmpty() ? "" : ": " + volume.note())
              + "; next try "
              + TableText.time(volume.next(), "-")
              + ".");
    }
    return troubles;
  }

  String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("troubled", tally.troubled());
    ArrayNode sources = root.putArray("sources");
    for (Tally.SourceRow source : tally.sources()) {
      sources
          .addObject()
          .put("id", source.id())
          .put("new", source.fresh())
          .put("next", text(source.next()))
          .put("failure", source.note().isEmpty() ? null : source.note());
    }
    ArrayNode items = root.putArray("articles");
    for (Tally.ItemRow item : tally.items()) {
      items
          .addObject()
          .put("source", item.sourceId())
          .put("link", item.link())
          .put("state", item.state())
          .put("next", text(item.due()))
          .put("note", item.outcome());
    }
    ArrayNode destinations = root.putArray("destinations");
    for (Tally.LaneRow lane : tally.lanes()) {
      destinations
          .addObject()
          .put("id", lane.destinationId())
          .put("delivered", lane.delivered())
          .put("waiting", lane.pending())
          .put("dead", lane.dead())
          .put("next", text(lane.next()))
          .put("off", lane.off())
          .put("failure", lane.note().isEmpty() ? null : lane.note());
    }
    ArrayNode volumes = root.putArray("files");
    for (Tally.VolumeRow volume : tally.volumes()) {
      volumes
          .addObject()
          .put("destination", volume.destinationId())
          .put("key", volume.key())
          .put("missing", volume.missing())
          .put("next", text(volume.next()))
          .put("failure", volume.note().isEmpty() ? null : volume.note());
    }
    return root.toPrettyString() + System.lineSeparator();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
