package id.antar.infra.learned;

import id.antar.dispatch.learned.KeepLearned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Rows in the database, in the transaction at hand if there is one. One more row counts the saves;
/// who does not know the number may not write.
final class JdbcLearned implements KeepLearned {
  private static final String VERSION = "version";

  private final JdbcTemplate database;
  private final TransactionOperations transactions;
  private final String table;

  JdbcLearned(JdbcTemplate database, TransactionOperations transactions, String table) {
    this.database = database;
    this.transactions = transactions;
    this.table = table;
  }

  @Override
  public long version() {
    Long version =
        transactions.execute(_ ->
            database
                .queryForList(
                    "SELECT CAST(state AS SIGNED) FROM " + table + " WHERE id = ?",
                    Long.class,
                    VERSION)
                .stream()
                .findFirst()
                .orElse(0L));
    return version == null ? 0 : version;
  }

  @Override
  public Map<String, String> load() {
    var rows = new HashMap<String, String>();
    transactions.executeWithoutResult(_ ->
        database.query(
            "SELECT id, state FROM " + table + " WHERE id <> ?",
            row -> {
              rows.put(row.getString(1), row.getString(2));
            },
            VERSION));
    return rows;
  }

  @Override
  public void save(long version, Map<String, Optional<String>> changes) {
    transactions.executeWithoutResult(_ -> {
      count(version);
      put(changes);
      remove(changes);
    });
  }

  private void count(long version) {
    int counted =
        version == 0
            ? database.update("INSERT IGNORE INTO " + table + " VALUES (?, '1')", VERSION)
            : database.update(
                "UPDATE " + table + " SET state = ? WHERE id = ? AND state = ?",
                Long.toString(version + 1),
                VERSION,
                Long.toString(version));
    if (counted != 1) {
      throw new OptimisticLockingFailureException(
          "What was learned is not at version " + version + " any more.");
    }
  }

  /// One statement with all rows takes a single round trip.
  private void put(Map<String, Optional<String>> changes) {
    var values = new ArrayList<String>();
    changes.forEach((key, state) ->
        state.ifPresent(it -> {
          values.add(key);
          values.add(it);
        }));
    if (!values.isEmpty()) {
      String rows = "(?, ?)" + ", (?, ?)".repeat(values.size() / 2 - 1);
      var _ =
          database.update(
              "INSERT INTO "
                  + table
                  + " (id, state) VALUES "
                  + rows
                  + " ON DUPLICATE KEY UPDATE state = VALUES(state)",
              values.toArray());
    }
  }

  private void remove(Map<String, Optional<String>> changes) {
    List<Object[]> gone =
        changes.entrySet().stream()
            .filter(change -> change.getValue().isEmpty())
            .map(change -> new Object[] {change.getKey()})
            .toList();
    if (!gone.isEmpty()) {
      var _ = database.batchUpdate("DELETE FROM " + table + " WHERE id = ?", gone);
    }
  }
}
