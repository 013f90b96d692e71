package id.antar.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.RefusalsLost;
import id.antar.api.message.MetaKeys;
import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class AuditRecorderTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final List<EventMessage<?>> stored = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile boolean down;

  @Test
  void whatIsTakenDownIsStoredWithItsOriginAfterAWhile() throws InterruptedException {
    var recorder = recorder(Duration.ofMillis(20), 100);
    recorder.start();
    Noted noted = GatheringTest.command("ada", "1");

    recorder.record(noted.event(), noted.metaData());

    await().until(() -> !stored.isEmpty());
    assertThat(stored)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.getPayload()).isEqualTo(noted.event());
          assertThat(it.getMetaData()).containsEntry(MetaKeys.ACTOR, "customer:ada");
        });
    assertThat(meters.counter("antar.audit.stored").count()).isEqualTo(1);
    recorder.close();
  }

  @Test
  void whatIsGatheredWhenTheEngineEndsIsStored() throws InterruptedException {
    var recorder = recorder(Duration.ofHours(1), 100);
    recorder.start();
    take(recorder, GatheringTest.command("ada", "1"), 7);

    recorder.close();

    assertThat(stored)
        .singleElement()
        .satisfies(it -> assertThat(((CommandRefused) it.getPayload()).times()).isEqualTo(7));
  }

  @Test
  void whatFindsNoRoomIsCountedAndStrangersLeaveRoomForOthers() throws InterruptedException {
    var recorder = recorder(Duration.ofHours(1), 100);
    take(recorder, GatheringTest.stranger("10.0.0.1", "/v1/orders"), 80);
    take(recorder, GatheringTest.command("ada", "1"), 60);
    assertThat(meters.counter("antar.audit.lost").count()).isEqualTo(40);
    assertThat(meters.counter("antar.audit.refusals").count()).isEqualTo(100);
    recorder.start();

    recorder.close();

    assertThat(stored.stream().<Object>map(EventMessage::getPayload))
        .hasSize(3)
        .contains(new RefusalsLost(40, NOON))
        .anyMatch(it -> it instanceof AccessRefused e && e.times() == 50)
        .anyMatch(it -> it instanceof CommandRefused e && e.times() == 50);
  }

  @Test
  void whileTheStoreIsDownNobodyWaitsAndNothingIsStoredTwice() throws InterruptedException {
    down = true;
    var recorder = recorder(Duration.ofMillis(20), 100);
    recorder.start();
    take(recorder, GatheringTest.command("ada", "1"), 1);
    await().until(() -> meters.counter("antar.audit.failures").count() > 0);
    take(recorder, GatheringTest.command("ada", "2"), 500);

    down = false;

    await().until(() -> stored.size() >= 3);
    recorder.close();
    assertThat(stored).extracting(EventMessage::getIdentifier).doesNotHaveDuplicates();
    assertThat(stored.stream().map(EventMessage::getPayload).filter(RefusalsLost.class::isInstance))
        .isNotEmpty();
  }

  private static void take(AuditRecorder recorder, Noted noted, int times) {
    for (int i = 0; i < times; i++) {
      recorder.record(noted.event(), noted.metaData());
    }
  }

  private AuditRecorder recorder(Duration window, int queue) {
    return new AuditRecorder(
        this::store,
        new EngineClock(NOON, 1, () -> 0),
        new AuditProperties(window, queue, 30, 300, 3_000),
        meters);
  }

  private void store(List<EventMessage<?>> events) {
    if (down) {
      throw new IllegalStateException("down");
    }
    stored.addAll(events);
  }
}
