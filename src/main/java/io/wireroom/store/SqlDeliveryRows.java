package io.wireroom.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Finds and reads the rows of {@link SqlDeliveryLog}. */
final class SqlDeliveryRows {

  private static final String COLUMNS =
      "SELECT d.id, d.destination_id, d.subscription_id, d.brief_id, d.state, d.claimed,"
          + " d.attempts, d.due_at, d.created_at, d.settled_at, d.reference, d.note,"
          + " COALESCE(b.url, (SELECT title FROM parcel p WHERE p.id = d.brief_id)) AS url,"
          + " l.off_reason FROM delivery d LEFT JOIN brief b ON b.id = d.brief_id LEFT JOIN lane l"
          + " ON l.destination_id = d.destination_id ";

  private SqlDeliveryRows() {}

  /** The newest first. */
  static List<SqlDeliveryLog.Row> find(Handle handle, SqlDeliveryLog.Wanted wanted, int most) {
    StringBuilder where = new StringBuilder("WHERE 1 = 1");
    if (!wanted.ids().isEmpty()) {
      where.append(" AND (");
      for (int i = 0; i < wanted.ids().size(); i++) {
        where.append(i == 0 ? "" : " OR ").append("d.id BETWEEN :id").append(i);
        where.append(" AND :id").append(i).append(" || char(1114111)");
      }
      where.append(")");
    }
    where.append(wanted.dead() ? " AND d.state = 'dead'" : "");
    where.append(
        wanted.since() == null
            ? ""
            : " AND (d.settled_at >= :since OR d.state = 'pending' AND d.created_at >= :since)");
    where.append(wanted.destinationId() == null ? "" : " AND d.destination_id = :destination");
    return bound(
            handle.createQuery(COLUMNS + where + " ORDER BY d.number DESC LIMIT :most"), wanted)
        .bind("most", most)
        .map((row, context) -> read(row))
        .list();
  }

  private static <T extends SqlStatement<T>> T bound(T statement, SqlDeliveryLog.Wanted wanted) {
    for (int i = 0; i < wanted.ids().size(); i++) {
      statement.bind("id" + i, wanted.ids().get(i));
    }
    if (wanted.since() != null) {
      statement.bind("since", wanted.since().toEpochMilli());
    }
    if (wanted.destinationId() != null) {
      statement.bind("destination", wanted.destinationId());
    }
    return statement;
  }

  private static SqlDeliveryLog.Row read(ResultSet row) throws SQLException {
    return new SqlDeliveryLog.Row(
        row.getString("id"),
        row.getString("destination_id"),
        row.getString("subscription_id"),
        row.getString("brief_id"),
        row.getString("state"),
        row.getLong("claimed") != 0,
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Rows.time(row, "settled_at"),
        row.getString("reference"),
        row.getString("note"),
        row.getString("url"),
        row.getString("off_reason"));
  }
}
