package id.antar.infra.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InProcessPositionBusTest {
  private final InProcessPositionBus bus = new InProcessPositionBus(true);

  private static CourierPosition fix(String courier, long sequence) {
    return new CourierPosition(
        new CourierId(courier),
        new GeoPoint(43.73, 7.42),
        null,
        null,
        null,
        sequence,
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }

  private static List<Long> sequences(List<LiveUpdate> updates) {
    return updates.stream().map(it -> ((CourierPosition) it).sequence()).toList();
  }

  @Test
  void aCouriersUpdatesArriveInOrderAndTheLastOneAlwaysDoes() {
    var seen = new CopyOnWriteArrayList<LiveUpdate>();
    try (var _ = bus.subscribe(seen::add)) {
      for (int i = 1; i <= 1000; i++) {
        bus.publish(fix("c1", i));
      }

      await().until(() -> sequences(seen).contains(1000L));
      assertThat(sequences(seen)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aSlowSubscriberDelaysNobodyAndGetsTheLatestOfEachCourier() throws InterruptedException {
    var slow = new CopyOnWriteArrayList<LiveUpdate>();
    var quick = new CopyOnWriteArrayList<LiveUpdate>();
    var blocked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var _ =
            bus.subscribe(it -> {
              blocked.countDown();
              awaitQuietly(go);
              slow.add(it);
            });
        var _ = bus.subscribe(quick::add)) {
      bus.publish(fix("c1", 1));
      assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();
      bus.publish(fix("c1", 2));
      bus.publish(fix("c2", 10));
      bus.publish(fix("c1", 3));
      await().until(() -> sequences(quick).containsAll(List.of(3L, 10L)));
      assertThat(slow).isEmpty();

      go.countDown();
      await().untilAsserted(() -> assertThat(sequences(slow)).containsExactly(1L, 3L, 10L));
    }
  }

  @Test
  void aSubscriberThatThrowsStillGetsTheNext() {
    var seen = new CopyOnWriteArrayList<LiveUpdate>();
    try (var _ =
        bus.subscribe(it -> {
          seen.add(it);
          throw new IllegalStateException("on purpose");
        })) {
      bus.publish(fix("c1", 1));
      bus.publish(fix("c2", 2));

      await().until(() -> seen.size() == 2);
    }
  }

  @Test
  void whoIsAttachedHasEveryUpdateBeforePublishingReturns() {
    var seen = new ArrayList<LiveUpdate>();
    try (var _ =
        bus.attach(it -> {
          seen.add(it);
          throw new IllegalStateException("on purpose");
        })) {
      bus.publish(fix("c1", 1));
      bus.publish(fix("c1", 2));
    }
    bus.publish(fix("c1", 3));

    assertThat(sequences(seen)).containsExactly(1L, 2L);
  }

  @Test
  void whoHasUnsubscribedGetsNothing() {
    var left = new CopyOnWriteArrayList<LiveUpdate>();
    var stays = new CopyOnWriteArrayList<LiveUpdate>();
    bus.subscribe(left::add).close();
    try (var _ = bus.subscribe(stays::add)) {
      bus.publish(fix("c1", 1));

      await().until(() -> stays.size() == 1);
      assertThat(left).isEmpty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
