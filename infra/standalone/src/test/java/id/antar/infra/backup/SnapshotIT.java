package id.antar.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.infra.backup.Rows.Column;
import id.antar.infra.backup.Rows.Writer;
import id.antar.infra.backup.Tables.Part;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import java.io.OutputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SnapshotIT {
  private static final String TABLE = "query_snapshot_test";

  private final DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
  private final JdbcClient database =
      JdbcClient.create(
          new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));

  private void execute(String sql) {
    int _ = database.sql(sql.formatted(TABLE)).update();
  }

  @AfterEach
  void dropTables() {
    execute("DROP TABLE IF EXISTS %1$s, %1$s_fresh, %1$s_former");
  }

  private boolean isASecondOld() {
    return database
        .sql(
            "SELECT create_time < NOW() - INTERVAL 1 SECOND FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?")
        .param(TABLE)
        .query(Boolean.class)
        .single();
  }

  private long copied(Snapshot snapshot) throws Exception {
    var table = Objects.requireNonNull(snapshot.tables().get(TABLE));
    try (var to = new Writer(OutputStream.nullOutputStream())) {
      return snapshot.copy(new Part(table, "TRUE"), to);
    }
  }

  @Test
  void aTableThatTakesTheOthersPlaceBeforeItsTurnIsNotTakenForIt() throws Exception {
    execute("CREATE TABLE %s (id INT PRIMARY KEY)");
    execute("INSERT INTO %s VALUES (1), (2)");
    await().until(this::isASecondOld);
    execute("CREATE TABLE %1$s_fresh LIKE %1$s");

    try (Snapshot same = Snapshot.of(address)) {
      assertThat(copied(same)).isEqualTo(2);
      same.requireSameTables();
    }
    try (Snapshot swapped = Snapshot.of(address)) {
      execute("INSERT INTO %s_fresh VALUES (1), (2)");
      execute("RENAME TABLE %1$s TO %1$s_former, %1$s_fresh TO %1$s");
      assertThatThrownBy(
              () -> {
                var _ = copied(swapped);
                swapped.requireSameTables();
              })
          .hasMessageContaining("take the backup again");
    }
  }

  @Test
  void onlyWhatIsGeneratedIsNoColumnOfABackup() throws Exception {
    execute(
        "CREATE TABLE %s (id INT PRIMARY KEY, twice INT AS (2 * id) STORED,"
            + " since DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)))");

    try (Snapshot snapshot = Snapshot.of(address)) {
      assertThat(Objects.requireNonNull(snapshot.tables().get(TABLE)).columns())
          .extracting(Column::name)
          .containsExactly("id", "since");
    }
  }
}
