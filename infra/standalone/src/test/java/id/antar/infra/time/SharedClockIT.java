package id.antar.infra.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The test engine is alone and does not live by this clock.
class SharedClockIT {
  private static final Duration CLOSE = Duration.ofMillis(100);

  private final HikariDataSource pool =
      ConnectionPools.hasty("clocks", TestEngine.bean(DatabaseAddress.class));
  private final JdbcClient database = JdbcClient.create(pool);
  private final List<SharedClock> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(SharedClock::close);
    nobodyLivesByIt();
    pool.close();
  }

  @BeforeEach
  void nobodyLivesByIt() {
    set("engine_time = '1970-01-01', real_time = '1970-01-01', speed = 1, lived_at = '1970-01-01'");
  }

  private void set(String values) {
    int _ = database.sql("UPDATE engine_clock SET " + values).update();
  }

  private SharedClock process(@Nullable Double speed) {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    SharedClock clock =
        SharedClock.open(new ClockTable(database), transactions, speed, System::nanoTime, () -> {});
    open.add(clock);
    return clock;
  }

  private static Instant now(SharedClock process) {
    return process.clock().instant();
  }

  @Test
  void twoProcessesHaveOneTimeThatStandsStillUntilTheFirstIsReady() {
    SharedClock first = process(50.0);
    SharedClock second = process(null);
    Instant begin = now(first);
    assertThat(now(second)).isEqualTo(begin);
    assertThat(second.clock().speed()).isEqualTo(50);

    first.engineIsReady();

    Duration close = CLOSE.multipliedBy(50);
    await()
        .untilAsserted(() -> {
          Instant before = now(first);
          assertThat(now(second)).isBetween(before.minus(close), now(first).plus(close));
          assertThat(before).isAfter(begin);
        });
    assertThat(now(process(50.0))).isAfter(begin);
  }

  @Test
  void nobodyComesWithAnotherSpeedWhileOthersLive() {
    SharedClock _ = process(20.0);

    assertThatThrownBy(() -> process(1.0))
        .isInstanceOf(SharedClock.OtherSpeed.class)
        .hasMessageContainingAll("antar.clock.speed", "1.0", "20.0");
  }

  @Test
  void afterAllHaveGoneItIsBegunAnewAndNotBackwards() {
    SharedClock former = process(1000.0);
    former.engineIsReady();
    await().until(() -> now(former).isAfter(Clock.systemUTC().instant().plusSeconds(300)));
    former.close();
    open.clear();
    Instant last = now(former);
    set(
        "lived_at = UTC_TIMESTAMP(6) - INTERVAL 20 SECOND, real_time = real_time - INTERVAL 19"
            + " SECOND");

    SharedClock fresh = process(2.0);

    assertThat(fresh.clock().speed()).isEqualTo(2);
    assertThat(now(fresh)).isAfterOrEqualTo(last);
  }

  @Test
  void whoMissedThatTimeWasBegunAnewWithAnotherSpeedSaysThatItIsOfNoUse() {
    SharedClock away = process(3.0);
    assertThat(away.findFault()).isEmpty();

    set("speed = 5");

    await().until(() -> away.findFault().isPresent());
    assertThat(away.findFault().orElseThrow()).contains("5.0", "3.0", "start it again");
  }

  @Test
  void nothingThatWasRecordedIsInTheFuture() {
    SharedClock clock = process(null);

    assertThat(now(clock)).isAfterOrEqualTo(new ClockTable(database).lastRecorded());
  }
}
