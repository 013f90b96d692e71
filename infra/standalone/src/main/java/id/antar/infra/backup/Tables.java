package id.antar.infra.backup;

import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Table;
import id.antar.infra.store.UnfinishedRestore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the database's tables are to a backup.
///
/// - The **log** is only added to: events, their chain, its checkpoints. An incremental backup has
///   what is new of it.
/// - **Secrets** are what opens the rest: persons' keys, and by which keys those are opened.
/// - **Views** are made from events: `query_…`, and how far the processors `query.…` are. A full
///   backup has them, so that a restored engine need not begin at the first event.
/// - **Due** is what would make an engine act: it is the last that is restored.
/// - What is true for seconds or for one process, or made anew by itself, is left out.
/// - Everything else is the **state**, also a table that nobody here has heard of.
final class Tables {
  static final String EVENTS = "domain_event";
  static final String LINKS = "event_chain";
  static final String CHECKPOINTS = "log_checkpoint";
  static final String KEYS = "person_key";

  private static final Set<String> LOG = Set.of(EVENTS, LINKS, CHECKPOINTS);
  private static final Set<String> SECRETS = Set.of(KEYS, "engine_key");
  private static final Set<String> DUE = Set.of("scheduled_tasks", "mail_due", "webhook_delivery");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "event_chain_end",
          "rate_batch",
          "dispatch_lease",
          "cluster_node",
          "cluster_process",
          "engine_clock",
          "job",
          "job_result",
          "segment_wish",
          "board_frame",
          "search_index",
          UnfinishedRestore.TABLE,
          "flyway_schema_history");

  /// Tables in which each processor has its rows, and by which column.
  private static final Map<String, String> OF_PROCESSORS =
      Map.of("processor_token", "processor", "dead_letter", "processing_group");

  /// All but generated ones. MySQL says `DEFAULT_GENERATED` of one whose default is an expression.
  private static final String COLUMNS =
      """
      SELECT c.table_name, c.column_name, c.data_type
      FROM information_schema.columns c JOIN information_schema.tables t
        ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
        AND c.extra NOT LIKE '% GENERATED%'
      ORDER BY c.table_name, c.ordinal_position\
      """;

  private static final Set<String> BINARY =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit");

  private Tables() {}

  enum Kind {
    LOG,
    SECRETS,
    VIEWS,
    DUE,
    STATE,
    LEFT_OUT;

    String piece() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param condition in SQL
  record Part(Table table, String condition) {}

  static Map<String, Table> all(Connection connection) throws SQLException {
    var columns = new LinkedHashMap<String, List<Column>>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        columns
            .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
            .add(new Column(row.getString(2), BINARY.contains(row.getString(3))));
      }
    }
    var tables = new LinkedHashMap<String, Table>();
    columns.forEach((name, its) -> tables.put(name, new Table(name, its)));
    return tables;
  }

  /// What of the tables belongs to a kind; the log is asked for by position.
  static List<Part> of(Kind kind, Map<String, Table> tables) {
    var parts = new ArrayList<Part>();
    for (Table table : tables.values()) {
      String column = OF_PROCESSORS.get(table.name());
      if (column != null && kind == Kind.VIEWS) {
        parts.add(new Part(table, column + " LIKE 'query.%'"));
      } else if (column != null && kind == Kind.STATE) {
        parts.add(new Part(table, column + " NOT LIKE 'query.%'"));
      } else if (column == null && kindOf(table.name()) == kind) {
        parts.add(new Part(table, "TRUE"));
      }
    }
    return parts;
  }

  /// Of a table that belongs to one kind as a whole.
  static Kind kindOf(String table) {
    if (LOG.contains(table)) {
      return Kind.LOG;
    }
    if (SECRETS.contains(table)) {
      return Kind.SECRETS;
    }
    if (LEFT_OUT.contains(table) || table.endsWith("_fresh") || table.endsWith("_former")) {
      return Kind.LEFT_OUT;
    }
    if (table.startsWith("query_")) {
      return Kind.VIEWS;
    }
    return DUE.contains(table) ? Kind.DUE : Kind.STATE;
  }
}
