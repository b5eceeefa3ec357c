package io.wireroom.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared: SQLite takes longer to prepare most of the hub's
 * statements than to run them. Not thread-safe, as little as the connection.
 */
final class KeptStatements extends DefaultStatementBuilder {

  /** More than the hub has; a bound for statements whose text is made at run time. */
  private static final int MOST = 256;

  private final Map<String, PreparedStatement> idle = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? super.create(connection, sql, context) : kept;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    boolean keep =
        statement instanceof PreparedStatement && idle.size() < MOST && !statement.isClosed();
    if (keep && idle.putIfAbsent(sql, (PreparedStatement) statement) == null) {
      ((PreparedStatement) statement).clearParameters();
    } else {
      super.close(connection, sql, statement);
    }
  }

  @Override
  public void close(Connection connection) {
    idle.values().forEach(KeptStatements::close);
    idle.clear();
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a statement could not be closed", e);
    }
  }
}
