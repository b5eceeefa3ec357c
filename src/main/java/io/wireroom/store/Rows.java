package io.wireroom.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the rows of every table: whether there is any, and a time that may be missing,
 * which is stored in milliseconds since 1970.
 */
final class Rows {

  private Rows() {}

  /**
   * Whether a query finds a row.
   *
   * @param query selects a number; with a place for each of the values
   */
  static boolean any(Handle handle, String query, Object... values) {
    return handle.select(query, values).mapTo(Integer.class).findOne().isPresent();
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
