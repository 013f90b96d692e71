package id.antar.infra.store;

import id.antar.query.rebuild.RebuildTurns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/// A named lock of the database server's, which belongs to a connection.
final class JdbcRebuildTurns implements RebuildTurns {

  private static final String NAME = "CONCAT('antar-rebuild-', DATABASE())";

  private final DataSource database;

  JdbcRebuildTurns(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Turn> take() {
    try {
      Connection connection = database.getConnection();
      if (isYes(connection, "SELECT GET_LOCK(" + NAME + ", 0)")) {
        return Optional.of(new Held(connection));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The turn to rebuild cannot be taken.", e);
    }
  }

  private static boolean isYes(Connection connection, String question) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question);
        ResultSet answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private record Held(Connection connection) implements Turn {

    @Override
    public void requireHeld() {
      try {
        if (!isYes(connection, "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()")) {
          throw new IllegalStateException("The turn to rebuild was lost.");
        }
      } catch (SQLException e) {
        throw new IllegalStateException("The turn to rebuild was lost.", e);
      }
    }

    @Override
    public void close() {
      try (connection) {
        boolean _ = isYes(connection, "SELECT RELEASE_LOCK(" + NAME + ")");
      } catch (SQLException _) {
        // It went with the connection.
      }
    }
  }
}
