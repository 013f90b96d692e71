package id.antar.infra.shadow;

import id.antar.api.dispatch.ShadowId;
import id.antar.dispatch.shadow.KeepScores;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One row, that of the shadow that runs.
final class JdbcScores implements KeepScores {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcTemplate database;
  private final TransactionOperations transactions;

  JdbcScores(JdbcTemplate database, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Map<String, Double> load(ShadowId shadowId) {
    Map<String, Double> sums =
        transactions.execute(_ ->
            database
                .queryForList(
                    "SELECT sums FROM shadow_score WHERE shadow_id = ?",
                    String.class,
                    shadowId.value())
                .stream()
                .findFirst()
                .map(json -> JSON.readValue(json, new TypeReference<Map<String, Double>>() {}))
                .orElse(Map.of()));
    return sums == null ? Map.of() : sums;
  }

  @Override
  public void save(ShadowId shadowId, Map<String, Double> sums) {
    transactions.executeWithoutResult(_ -> {
      database.update("DELETE FROM shadow_score WHERE shadow_id <> ?", shadowId.value());
      database.update(
          "REPLACE INTO shadow_score VALUES (?, ?)",
          shadowId.value(),
          JSON.writeValueAsString(sums));
    });
  }
}
