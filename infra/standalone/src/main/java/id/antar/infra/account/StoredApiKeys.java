package id.antar.infra.account;

import id.antar.api.account.ApiKeyId;
import id.antar.api.message.Actor;
import id.antar.command.account.FindApiKeys;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks for keys where their facts are: a view may not know of the latest yet.
final class StoredApiKeys implements FindApiKeys {
  private static final String STREAM = "api-key:";

  private final JdbcClient database;

  StoredApiKeys(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<ApiKeyId> of(Actor owner) {
    return database
        .sql(
            """
            SELECT aggregate_id FROM domain_event
            WHERE aggregate_id LIKE ? AND sequence_number = 0
              AND JSON_VALUE(CONVERT(payload USING utf8mb4), '$.owner') = ?\
            """)
        .params(STREAM + "%", owner.toString())
        .query((row, _) -> new ApiKeyId(row.getString(1).substring(STREAM.length())))
        .list();
  }
}
