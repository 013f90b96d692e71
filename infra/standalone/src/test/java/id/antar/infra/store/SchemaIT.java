package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaIT {
  private static final String LATER = "9999";

  private final DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);

  /// As when a process is started again while others are upgraded, or after somebody went back.
  @Test
  void aProcessStartsOnTheSchemaOfALaterVersion() {
    try (HikariDataSource pool = ConnectionPools.hasty("schema", address)) {
      JdbcClient database = JdbcClient.create(pool);
      database
          .sql(
              """
              INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                checksum, installed_by, execution_time, success)
              SELECT MAX(installed_rank) + 1, ?, 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, 1
              FROM flyway_schema_history\
              """)
          .param(LATER)
          .update();
      try {
        assertThatCode(() -> Schema.migrate(address)).doesNotThrowAnyException();
        assertThat(Schema.knows(address, LATER)).isFalse();
      } finally {
        database.sql("DELETE FROM flyway_schema_history WHERE version = ?").param(LATER).update();
      }
    }
  }
}
