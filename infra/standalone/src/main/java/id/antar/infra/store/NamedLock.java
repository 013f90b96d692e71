package id.antar.infra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/// A named lock of the database server's, which belongs to a connection: whatever becomes of its
/// holder, it is free again when the connection ends.
public final class NamedLock implements AutoCloseable {

  private final Connection connection;
  private final String name;

  private NamedLock(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /// Nothing if somebody else has it. It keeps a connection of the pool.
  ///
  /// @param what for, in letters; among the engines of one database
  public static Optional<NamedLock> take(DataSource database, String what) {
    String name = "CONCAT('antar-" + what + "-', DATABASE())";
    try {
      return take(database.getConnection(), name);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The lock " + what + " cannot be taken.", e);
    }
  }

  private static Optional<NamedLock> take(Connection connection, String name) throws SQLException {
    boolean taken = false;
    try {
      taken = isYes(connection, "SELECT GET_LOCK(" + name + ", 0)");
      return taken ? Optional.of(new NamedLock(connection, name)) : Optional.empty();
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  public boolean isHeld() {
    try {
      return isYes(connection, "SELECT IS_USED_LOCK(" + name + ") = CONNECTION_ID()");
    } catch (SQLException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try (connection) {
      boolean _ = isYes(connection, "SELECT RELEASE_LOCK(" + name + ")");
    } catch (SQLException _) {
      // It went with the connection.
    }
  }

  private static boolean isYes(Connection connection, String question) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question);
        ResultSet answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
