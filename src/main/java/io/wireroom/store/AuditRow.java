package io.wireroom.store;

import io.wireroom.deliver.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and its history, as the audit sees it.
 *
 * @param delivered answered with success since it was last replayed
 * @param doubts attempts since then of which nobody knows whether they arrived
 */
record AuditRow(String destinationId, String state, String note, int delivered, int doubts) {

  /** What the audit says of a delivery. */
  record Verdict(Audit.Kind kind, String note) {}

  /** The deliveries of a brief, a round-up or a notice, by id. */
  static Map<String, AuditRow> of(Handle handle, String briefId) {
    Map<String, AuditRow> rows = new HashMap<>();
    handle
        .createQuery(
            "SELECT d.id, d.destination_id, d.state, d.note, (SELECT COUNT(*) FROM attempt a WHERE"
                + " a.delivery = d.number AND a.verdict = :delivered AND a.id > r.last), (SELECT"
                + " COUNT(*) FROM attempt a WHERE a.delivery = d.number AND a.id > r.last AND"
                + " (a.verdict = :interrupted OR a.status = 0 AND a.verdict = :retry AND a.reason"
                + " LIKE '%may have arrived%')) FROM delivery d JOIN (SELECT d.id,"
                + " COALESCE(MAX(a.id), 0) AS last FROM delivery d LEFT JOIN attempt a ON"
                + " a.delivery = d.number AND a.verdict = :replayed WHERE d.brief_id = :brief GROUP"
                + " BY d.id) r ON r.id = d.id")
        .bind("delivered", Outcome.Verdict.DELIVERED.name())
        .bind("retry", Outcome.Verdict.RETRY.name())
        .bind("interrupted", SqlDeliveries.INTERRUPTED)
        .bind("replayed", SqlDeliveryLog.REPLAYED)
        .bind("brief", briefId)
        .map(
            (row, context) ->
                rows.put(
                    row.getString(1),
                    new AuditRow(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6))))
        .list();
    return rows;
  }

  /**
   * What is to say of a delivery.
   *
   * @param row null when there is none
   * @return empty when it arrived once
   */
  static Optional<Verdict> judge(
      @Nullable AuditRow row, Supplier<Optional<Audit.Missing>> missing) {
    if (row == null) {
      return Optional.of(new Verdict(Audit.Kind.LOST, "nothing was stored for it"));
    }
    if (row.state.equals("pending")) {
      return Optional.of(new Verdict(Audit.Kind.PENDING, row.note));
    }
    if (row.state.equals("dead")) {
      return Optional.of(new Verdict(Audit.Kind.DEAD, row.note));
    }
    Optional<Audit.Missing> why = missing.get();
    if (why.isPresent()) {
      return why.map(each -> new Verdict(each.kind(), each.note()));
    }
    if (row.delivered > 1) {
      return Optional.of(new Verdict(Audit.Kind.DOUBLED, "delivered " + row.delivered + " times"));
    }
    if (row.doubts > 0) {
      return Optional.of(
          new Verdict(
              Audit.Kind.AMBIGUOUS, row.doubts + " earlier attempts may have arrived as well"));
    }
    return Optional.empty();
  }
}
