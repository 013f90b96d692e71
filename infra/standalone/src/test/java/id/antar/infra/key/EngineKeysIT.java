package id.antar.infra.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.key.EngineKeys.WrongKey;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// On a table beside the engine's own, so that its keys stay what they are.
class EngineKeysIT {
  private static final String ONE = "1".repeat(64);
  private static final String OTHER = "2".repeat(64);
  private static final String THIRD = "3".repeat(64);

  private final HikariDataSource pool =
      ConnectionPools.small("key-test", TestEngine.bean(DatabaseAddress.class), 4);
  private final JdbcClient database = JdbcClient.create(pool);
  private final EngineKeys keys = new EngineKeys(database, "engine_key_test");

  @BeforeEach
  void emptyTable() {
    int _ = database.sql("CREATE OR REPLACE TABLE engine_key_test LIKE engine_key").update();
  }

  @AfterEach
  void close() {
    int _ = database.sql("DROP TABLE engine_key_test").update();
    pool.close();
  }

  private void require(String... fingerprints) {
    keys.require(KeyName.MASTER, List.of(fingerprints), "master.key");
  }

  @Test
  void theFirstKeyIsTheRightOneFromThenOn() {
    keys.requireNone(KeyName.MASTER);
    require(ONE);
    require(ONE);

    assertThatThrownBy(() -> require(OTHER))
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("master key in master.key")
        .hasMessageContaining("ANTAR_MASTER_KEY")
        .hasMessageNotContaining(OTHER);
    assertThatThrownBy(() -> keys.requireNone(KeyName.MASTER))
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("master.key");
    keys.requireNone(KeyName.ACCOUNT);
  }

  @Test
  void aNewKeyComesInBesideTheOldOneAndStaysAlone() {
    require(ONE);
    require(OTHER, ONE);
    require(ONE);
    require(OTHER);

    keys.keepOnly(KeyName.MASTER, OTHER);

    require(OTHER);
    assertThatThrownBy(() -> require(ONE)).isInstanceOf(WrongKey.class);
    require(THIRD, OTHER);
    require(THIRD);
  }

  @Test
  void ofTwoThatComeFirstAtOnceWithTheirOwnKeysOneIsRefused() throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> both =
          Stream.of(ONE, OTHER).map(it -> threads.submit(coming(start, it))).toList();

      assertThat(both.stream().filter(EngineKeysIT::wasRefused)).hasSize(1);
    }
  }

  @Test
  void ofTwoThatComeFirstAtOnceWithOneKeyNobodyIsRefused() throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> both =
          Stream.of(ONE, ONE).map(it -> threads.submit(coming(start, it))).toList();

      for (Future<Void> one : both) {
        assertThatCode(one::get).doesNotThrowAnyException();
      }
    }
  }

  private Callable<Void> coming(CyclicBarrier start, String fingerprint) {
    return () -> {
      int _ = start.await();
      require(fingerprint);
      return null;
    };
  }

  private static boolean wasRefused(Future<Void> one) {
    try {
      one.get();
      return false;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(WrongKey.class);
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
