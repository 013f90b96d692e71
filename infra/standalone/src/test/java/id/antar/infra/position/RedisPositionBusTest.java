package id.antar.infra.position;

import static id.antar.infra.position.Fixes.fix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On a line within the process.
@Timeout(60)
class RedisPositionBusTest {
  private static final int MORE_THAN_GO_AT_ONCE = 20;

  private final AtomicLong ahead = new AtomicLong();
  private final MemoryLine line = new MemoryLine();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final RedisPositionBus bus =
      new RedisPositionBus(
          new InProcessPositionBus(false),
          line,
          new Alone("self"),
          EngineClock.real(),
          () -> System.nanoTime() + ahead.get(),
          new BusMetrics(meters));

  @BeforeEach
  void start() {
    bus.start();
    await().until(bus::isConnected);
  }

  @AfterEach
  void stop() {
    go.countDown();
    bus.stop();
  }

  @Test
  void whatTheLineBreaksAtIsLostAndTheNextFixGoes() {
    for (int i = 1; i <= MORE_THAN_GO_AT_ONCE; i++) {
      line.throwing.set(1);
      bus.publish(fix("c1", i));
      await().until(() -> line.throwing.get() == 0);
    }

    bus.publish(fix("c1", 99));

    await().until(() -> !line.said.isEmpty());
    assertThat(line.said)
        .flatExtracting(BusMessage::positions)
        .extracting(CourierPosition::sequence)
        .containsExactly(99L);
    assertThat(meters.get("antar.positions.bus.lost").counter().count())
        .isEqualTo(MORE_THAN_GO_AT_ONCE);
  }

  @Test
  void whoHasMoreToReadThanItCanIsNotDeaf() {
    var _ =
        bus.attach(_ -> {
          reading.countDown();
          awaitGoing();
        });
    line.hear(new BusForm().write("other", BusMessage.of(0, List.of(fix("c2", 1)))));
    await().until(() -> reading.getCount() == 0);

    ahead.addAndGet(Hearing.LATE.plus(Duration.ofSeconds(1)).toNanos());

    await().until(bus::isConnected);
  }

  private void awaitGoing() {
    try {
      go.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
