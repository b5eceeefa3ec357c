package io.wireroom.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads a row of {@link SqlDeliveryLog}. */
final class SqlDeliveryRows {

  private SqlDeliveryRows() {}

  static SqlDeliveryLog.Row read(ResultSet row) throws SQLException {
    long settled = row.getLong("settled_at");
    boolean open = row.wasNull();
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
        open ? null : Instant.ofEpochMilli(settled),
        row.getString("reference"),
        row.getString("note"),
        row.getString("url"),
        row.getString("off_reason"));
  }
}
