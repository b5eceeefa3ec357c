package io.wireroom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.store.SqlDeliveryLog.Attempt;
import io.wireroom.store.SqlDeliveryLog.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Deliveries and their attempts: tables for people, JSON for machines. */
final class DeliveryTables {

  /** An id is told by its beginning; every command takes that. */
  private static final int SHORT_ID = 12;

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeliveryTables() {}

  static String list(List<Row> rows) {
    if (rows.isEmpty()) {
      return TableText.line("No deliveries.");
    }
    int width = 11;
    for (Row row : rows) {
      width = Math.max(width, row.destinationId().length());
    }
    String form = "%-" + SHORT_ID + "s  %-" + width + "s  %-9s  %5s  %-20s  %s";
    StringBuilder out = new StringBuilder();
    out.append(TableText.line(form, "Delivery", "Destination", "state", "tries", "when", "note"));
    for (Row row : rows) {
      out.append(
          TableText.line(
              form,
              row.id().substring(0, Math.min(SHORT_ID, row.id().length())),
              row.destinationId(),
              state(row),
              row.attempts(),
              time(row.due()),
              row.note()));
    }
    return out.toString();
  }

  static String show(Row row, List<Attempt> attempts) {
    StringBuilder out = new StringBuilder();
    out.append(TableText.line("Delivery      %s", row.id()));
    out.append(TableText.line("Article       %s", Objects.requireNonNullElse(row.url(), "(gone)")));
    out.append(TableText.line("Brief         %s", row.briefId()));
    out.append(TableText.line("Destination   %s", row.destinationId()));
    if (row.off() != null) {
      out.append(TableText.line("              switched off: %s", row.off()));
    }
    out.append(TableText.line("Subscription  %s", row.subscriptionId()));
    out.append(TableText.line("State         %s", state(row)));
    if (row.reference() != null) {
      out.append(TableText.line("Reference     %s", row.reference()));
    }
    if (row.state().equals("pending")) {
      out.append(TableText.line("Next try      %s", time(row.due())));
    }
    for (Attempt attempt : attempts) {
      out.append(
          TableText.line(
              "%s  %-15s %s  %s ms  %s",
              time(attempt.at()),
              attempt.verdict(),
              attempt.status() == 0 ? "  -" : attempt.status(),
              attempt.took().toMillis(),
              attempt.reason()));
      attempt.answer().lines().forEach(each -> out.append(TableText.line("    | %s", each)));
    }
    return out.toString();
  }

  static String replayed(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(TableText.line("%s  %s", row.id(), row.destinationId())));
    return out.append(TableText.line("%d to be sent again.", rows.size())).toString();
  }

  static String json(List<Row> rows) {
    ArrayNode list = JSON.createArrayNode();
    rows.forEach(row -> fill(list.addObject(), row));
    return TableText.line("%s", list.toPrettyString());
  }

  static String json(Row row, List<Attempt> attempts) {
    ObjectNode document = fill(JSON.createObjectNode(), row);
    ArrayNode list = document.putArray("history");
    for (Attempt attempt : attempts) {
      list.addObject()
          .put("at", attempt.at().toString())
          .put("tookMillis", attempt.took().toMillis())
          .put("verdict", attempt.verdict())
          .put("status", attempt.status())
          .put("reason", attempt.reason())
          .put("answer", attempt.answer());
    }
    return TableText.line("%s", document.toPrettyString());
  }

  private static ObjectNode fill(ObjectNode node, Row row) {
    return node.put("id", row.id())
        .put("destination", row.destinationId())
        .put("subscription", row.subscriptionId())
        .put("brief", row.briefId())
        .put("article", row.url())
        .put("state", row.state())
        .put("inHand", row.inHand())
        .put("attempts", row.attempts())
        .put("created", row.createdAt().toString())
        .put("due", row.due().toString())
        .put("settled", row.settledAt() == null ? null : row.settledAt().toString())
        .put("reference", row.reference())
        .put("note", row.note())
        .put("off", row.off());
  }

  private static String state(Row row) {
    return row.inHand() ? "in hand" : row.state();
  }

  /** One that waits for another delivery has no time of its own. */
  private static String time(Instant at) {
    return at.isAfter(NEVER) ? "-" : TableText.time(at);
  }
}
