package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.store.SourceStanding;
import io.wireroom.store.SourceStanding.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sources and how they stand: a table for people, JSON for machines. */
final class SourcesTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<SourceStanding> sources;

  SourcesTable(List<SourceStanding> sources) {
    this.sources = sources;
  }

  String text() {
    if (sources.isEmpty()) {
      return "No sources." + System.lineSeparator();
    }
    int width = sources.stream().mapToInt(source -> source.id().length()).max().orElse(0);
    String form = "%-" + Math.max(width, 6) + "s  %-7s  %-20s  %-20s  %5s  %-20s  %s";
    StringBuilder out = new StringBuilder();
    line(out, form, "Source", "state", "last good answer", "failing since", "tries", "next", "hub");
    for (SourceStanding source : sources) {
      line(
          out,
          form,
          source.id(),
          SourceStanding.word(source.condition()),
          TableText.time(source.polledAt(), "never"),
          TableText.time(source.failingSince(), "-"),
          source.failures() == 0 ? "-" : "" + source.failures(),
          TableText.time(source.next(), "never"),
          hub(source.hub()));
    }
    sources.forEach(source -> notes(out, source));
    return out.toString();
  }

  private static void notes(StringBuilder out, SourceStanding source) {
    if (source.condition() != Condition.OK && !source.note().isEmpty()) {
      line(out, "! source %s.", source.note());
    }
    if (source.movedTo() != null) {
      line(out, "! source %s has moved to %s; tell the config", source.id(), source.movedTo());
    }
    if (source.hub() != null && !source.hub().note().isEmpty()) {
      line(out, "! source %s: %s; it is polled meanwhile.", source.id(), source.hub().note());
    }
  }

  private static String hub(SourceStanding.@Nullable Hub hub) {
    if (hub == null) {
      return "-";
    }
    return hub.state().equals("active")
        ? "until " + TableText.time(hub.endsAt(), "-")
        : hub.state();
  }

  String json() {
    ArrayNode list = JSON.createArrayNode();
    for (SourceStanding source : sources) {
      ObjectNode node =
          list.addObject()
              .put("id", source.id())
              .put("url", source.url())
              .put("movedTo", source.movedTo())
              .put("state", SourceStanding.word(source.condition()))
              .put("lastGoodAnswer", text(source.polledAt()))
              .put("failingSince", text(source.failingSince()))
              .put("failures", source.failures())
              .put("next", text(source.next()))
              .put("failure", source.note().isEmpty() ? null : source.note());
      SourceStanding.Hub hub = source.hub();
      if (hub != null) {
        node.putObject("hub")
            .put("url", hub.url())
            .put("state", hub.state())
            .put("endsAt", text(hub.endsAt()))
            .put("failure", hub.note().isEmpty() ? null : hub.note());
      }
    }
    return list.toPrettyString() + System.lineSeparator();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static void line(StringBuilder out, String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values).stripTrailing())
        .append(System.lineSeparator());
  }
}
