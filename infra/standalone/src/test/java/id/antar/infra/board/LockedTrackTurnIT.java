package id.antar.infra.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.query.track.TrackTurn;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two engines on one database.
class LockedTrackTurnIT {
  private static final String LOCK = "tracksofatest";

  private final DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
  private final HikariDataSource pool = ConnectionPools.forLock("one", address);
  private final HikariDataSource otherPool = ConnectionPools.forLock("other", address);
  private final TrackTurn one = new LockedTrackTurn(pool, LOCK);
  private final TrackTurn other = new LockedTrackTurn(otherPool, LOCK);

  @AfterEach
  void close() {
    one.letGo();
    other.letGo();
    pool.close();
    otherPool.close();
  }

  private static long holder(HikariDataSource database, String lock) {
    return JdbcClient.create(database)
        .sql("SELECT COALESCE(IS_USED_LOCK(CONCAT('antar-" + lock + "-', DATABASE())), 0)")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  @Test
  void whoHasTheTurnKeepsItUntilItLetsGo() {
    assertThat(one.isOurs()).isTrue();
    assertThat(other.isOurs()).isFalse();
    assertThat(one.isOurs()).isTrue();

    one.letGo();
    assertThat(other.isOurs()).isTrue();
    assertThat(one.isOurs()).isFalse();
  }

  @Test
  void whoLosesTheConnectionLosesTheTurn() {
    assertThat(one.isOurs()).isTrue();
    JdbcClient.create(otherPool).sql("KILL " + holder(otherPool, LOCK)).update();

    await().atMost(Duration.ofSeconds(20)).until(other::isOurs);
    assertThat(one.isOurs()).isFalse();
  }

  @Test
  void anEngineThatAnswersQuestionsTakesItsTurn() {
    await().atMost(Duration.ofSeconds(20)).until(() -> holder(otherPool, "tracks") > 0);
  }
}
