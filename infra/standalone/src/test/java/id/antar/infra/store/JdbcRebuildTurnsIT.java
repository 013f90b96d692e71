package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.query.rebuild.RebuildTurns.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two engines on one database.
class JdbcRebuildTurnsIT {
  private final HikariDataSource one = pool("one");
  private final HikariDataSource other = pool("other");

  private static HikariDataSource pool(String name) {
    return ConnectionPools.small(name, TestEngine.bean(DatabaseAddress.class), 2);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static Turn take(HikariDataSource engine) {
    return new JdbcRebuildTurns(engine).take().orElseThrow();
  }

  @Test
  void oneRebuildsAtATime() {
    try (Turn held = take(one)) {
      assertThat(new JdbcRebuildTurns(other).take()).isEmpty();
      held.requireHeld();
    }
    try (Turn next = take(other)) {
      next.requireHeld();
    }
  }

  @Test
  void whoLosesTheConnectionLosesTheTurn() {
    try (Turn lost = take(one)) {
      JdbcClient database = JdbcClient.create(other);
      long holder =
          database
              .sql("SELECT IS_USED_LOCK(CONCAT('antar-rebuild-', DATABASE()))")
              .query((row, _) -> row.getLong(1))
              .single();
      database.sql("KILL " + holder).update();

      assertThatThrownBy(lost::requireHeld).isInstanceOf(IllegalStateException.class);
    }
  }
}
