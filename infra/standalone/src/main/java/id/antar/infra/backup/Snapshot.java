package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.backup.Manifest.LogSpan;
import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Table;
import id.antar.infra.backup.Tables.Part;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.UnfinishedRestore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All tables as they are at one moment, read by a transaction that locks no rows. Whatever is
/// written meanwhile is not seen; the server keeps what it replaces until this is closed. A table
/// that was read cannot be renamed until then.
final class Snapshot implements AutoCloseable {
  private static final int FETCH = 500;

  private final DatabaseAddress address;
  private final Connection connection;
  private final Instant takenAt;
  private final Map<String, Table> tables;
  private final Map<String, String> madeAt;
  private final Set<String> copied = new HashSet<>();

  private Snapshot(DatabaseAddress address, Connection connection) throws SQLException {
    this.address = address;
    this.connection = connection;
    this.madeAt = madeAt(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }
    takenAt = Instant.parse(text("SELECT DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%fZ')"));
    tables = Tables.all(connection);
    if (!tables.containsKey(Tables.EVENTS)) {
      throw new IllegalStateException("There is no engine's database to back up.");
    }
    if (UnfinishedRestore.isIn(connection)) {
      throw new IllegalStateException(
          "An engine was being restored into this database, and not all of it is there: there is"
              + " nothing whole to back up.");
    }
  }

  static Snapshot of(DatabaseAddress address) throws SQLException {
    Connection connection = connect(address);
    try {
      return new Snapshot(address, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  Instant takenAt() {
    return takenAt;
  }

  /// A table that has taken another's place would be copied without what was written into it before
  /// its turn. MySQL shows a transaction the names as of its moment, and reads what has them now.
  void requireSameTables() throws SQLException {
    Map<String, String> now;
    try (Connection outside = connect(address)) {
      now = madeAt(outside);
    }
    for (String table : copied) {
      if (!Objects.equals(madeAt.get(table), now.get(table))) {
        throw new IllegalStateException(
            "A projection was swapped meanwhile (" + table + "): take the backup again.");
      }
    }
  }

  private static Map<String, String> madeAt(Connection connection) throws SQLException {
    var madeAt = new HashMap<String, String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name, CAST(create_time AS CHAR) FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE()")) {
      while (row.next()) {
        madeAt.put(row.getString(1), String.valueOf(row.getString(2)));
      }
    }
    return madeAt;
  }

  Map<String, Table> tables() {
    return tables;
  }

  String server() throws SQLException {
    return connection.getMetaData().getDatabaseProductName() + " " + text("SELECT VERSION()");
  }

  String schema() throws SQLException {
    String version =
        text(
            """
            SELECT version FROM flyway_schema_history
            WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1\
            """);
    if (version.isEmpty()) {
      throw new IllegalStateException("The database's schema has no version.");
    }
    return version;
  }

  /// @param after what is up to there is in another backup
  LogSpan log(long after) throws SQLException {
    String last = text("SELECT recorded_at FROM domain_event ORDER BY global_index DESC LIMIT 1");
    long settled = number("SELECT global_index FROM event_chain_end");
    return new LogSpan(
        after,
        settled,
        hashAt(settled),
        eventsUpTo(settled),
        number("SELECT COALESCE(MAX(global_index), 0) FROM domain_event"),
        number("SELECT COUNT(*) FROM domain_event"),
        last.isEmpty() ? null : Instant.parse(last));
  }

  long eventsUpTo(long position) throws SQLException {
    return number("SELECT COUNT(*) FROM domain_event WHERE global_index <= " + position);
  }

  /// The chain's hash at a position, in hexadecimal; empty if there is none.
  String hashAt(long position) throws SQLException {
    return hashAt(connection, position);
  }

  static String hashAt(Connection connection, long position) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT hash FROM event_chain WHERE global_index = " + position)) {
      return row.next() ? HexFormat.of().formatHex(row.getBytes(1)) : "";
    }
  }

  private long number(String sql) throws SQLException {
    String text = text(sql);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String found = row.next() ? row.getString(1) : null;
      return found == null ? "" : found;
    }
  }

  /// @return how many rows there were
  long copy(Part part, Rows.Writer to) throws SQLException, IOException {
    Table table = part.table();
    String select =
        table.columns().stream().map(Snapshot::selected).collect(Collectors.joining(", "));
    to.table(table);
    copied.add(table.name());
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT " + select + " FROM `" + table.name() + "` WHERE " + part.condition())) {
        while (rows.next()) {
          to.row(values(rows, table));
          count++;
        }
      }
    }
    return count;
  }

  /// Numbers and times as the server writes them, which is how it reads them again.
  private static String selected(Column column) {
    String name = "`" + column.name() + "`";
    return column.binary() ? name : "CAST(" + name + " AS CHAR)";
  }

  private static byte[] @Nullable [] values(ResultSet row, Table table) throws SQLException {
    var values = new byte[table.columns().size()] @Nullable [];
    for (int i = 0; i < values.length; i++) {
      if (table.columns().get(i).binary()) {
        values[i] = row.getBytes(i + 1);
      } else {
        String text = row.getString(i + 1);
        values[i] = text == null ? null : text.getBytes(UTF_8);
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
