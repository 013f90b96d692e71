package id.antar.infra.store;

import id.antar.infra.servers.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/// Marks a database into which an engine is being restored, from before anything is changed there
/// until all of it is back: no engine starts on half of a log. It lies in the database, because
/// that may be somewhere else than the work folder.
///
/// It also keeps who is forgotten in what is replaced: once that is deleted, nobody else knows.
public final class UnfinishedRestore {
  public static final String TABLE = "restoring";

  private UnfinishedRestore() {}

  static void requireNone(DatabaseAddress address) {
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      if (isIn(connection)) {
        throw new StoppedHalfway(
            "An engine was being restored into this database, and not all of it is there. Maybe"
                + " wait for ./antar restore to end, or do it once more, with --replace.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
    }
  }

  public static boolean isIn(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?")) {
      query.setString(1, TABLE);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Whoever is kept by a restore that stopped before is so by this one, too.
  ///
  /// @param forgotten ids of persons
  public static void begin(Connection connection, Set<String> forgotten) throws SQLException {
    execute(
        connection,
        """
        CREATE TABLE IF NOT EXISTS restoring (
          person_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
          PRIMARY KEY (person_id)
        ) ENGINE = InnoDB\
        """);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT IGNORE INTO restoring (person_id) VALUES (?)")) {
      for (String person : forgotten) {
        insert.setString(1, person);
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  public static Set<String> forgotten(Connection connection) throws SQLException {
    var forgotten = new LinkedHashSet<String>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT person_id FROM restoring")) {
      while (row.next()) {
        forgotten.add(row.getString(1));
      }
    }
    return forgotten;
  }

  public static void end(Connection connection) throws SQLException {
    execute(connection, "DROP TABLE restoring");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  /// Said to the person who started the engine.
  public static final class StoppedHalfway extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedHalfway(String message) {
      super(message);
    }
  }
}
