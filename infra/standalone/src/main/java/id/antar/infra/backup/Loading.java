package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts rows into tables, many with one statement. What a migration has put there before goes.
final class Loading {
  private static final int ROWS = 200;
  private static final int BYTES = 4 << 20;

  private final Connection connection;
  private final Map<String, Table> known;
  private final Map<String, Long> loaded = new TreeMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<byte[] @Nullable []> rows = new ArrayList<>();
  private @Nullable Table table;
  private long bytes;

  Loading(Connection connection) throws SQLException {
    this.connection = connection;
    this.known = Tables.all(connection);
  }

  void add(Table to, byte[] @Nullable [] values) throws SQLException {
    if (!to.equals(table)) {
      flush();
      begin(to);
      table = to;
    }
    rows.add(values);
    for (byte[] value : values) {
      bytes += value == null ? 0 : value.length;
    }
    if (rows.size() == ROWS || bytes > BYTES) {
      flush();
    }
  }

  /// Tables that the schema does not have, whose rows were left out.
  Set<String> unknown() {
    return unknown;
  }

  Map<String, Long> loaded() {
    return loaded;
  }

  private void begin(Table to) throws SQLException {
    Table there = known.get(to.name());
    if (there == null) {
      unknown.add(to.name());
      return;
    }
    to.columns().forEach(column -> there.at(column.name()));
    if (loaded.putIfAbsent(to.name(), 0L) == null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM `" + to.name() + "`");
      }
    }
  }

  void flush() throws SQLException {
    Table to = table;
    if (to != null && !rows.isEmpty() && known.containsKey(to.name())) {
      try (PreparedStatement insert = connection.prepareStatement(insert(to, rows.size()))) {
        int at = 1;
        for (byte[] @Nullable [] row : rows) {
          at = bind(insert, at, to, row);
        }
        insert.executeUpdate();
      }
      connection.commit();
      loaded.merge(to.name(), (long) rows.size(), Long::sum);
    }
    rows.clear();
    bytes = 0;
  }

  private static String insert(Table to, int rows) {
    String names =
        to.columns().stream().map(it -> "`" + it.name() + "`").collect(Collectors.joining(", "));
    String one = "(" + "?, ".repeat(to.columns().size() - 1) + "?)";
    return "INSERT INTO `%s` (%s) VALUES %s%s"
        .formatted(to.name(), names, one, (", " + one).repeat(rows - 1));
  }

  private static int bind(PreparedStatement insert, int from, Table to, byte[] @Nullable [] row)
      throws SQLException {
    int at = from;
    for (int i = 0; i < row.length; i++) {
      Column column = to.columns().get(i);
      byte[] value = row[i];
      if (column.binary() || value == null) {
        insert.setBytes(at++, value);
      } else {
        insert.setString(at++, new String(value, UTF_8));
      }
    }
    return at;
  }
}
