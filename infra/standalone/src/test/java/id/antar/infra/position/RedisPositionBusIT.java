package id.antar.infra.position;

import static id.antar.infra.position.Fixes.fix;
import static id.antar.infra.position.Fixes.sequences;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.time.EngineClock;
import id.antar.infra.redis.RedisConnections;
import id.antar.infra.redis.RedisProperties;
import id.antar.infra.redis.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Processes with a bus each, and a real Redis between them.
class RedisPositionBusIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String channel = "antar:test:live:" + UUID.randomUUID();
  private final List<RedisPositionBus> buses = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void stop() {
    buses.forEach(RedisPositionBus::stop);
  }

  private RedisPositionBus bus(RedisServer redis) {
    return bus(redis, channel, new SimpleMeterRegistry());
  }

  private RedisPositionBus bus(RedisServer redis, String on, SimpleMeterRegistry measured) {
    var bus =
        new RedisPositionBus(
            new InProcessPositionBus(false),
            new RedisLine(
                new RedisConnections(new RedisProperties(redis.url(), "").address()),
                on.getBytes(UTF_8)),
            new Alone(UUID.randomUUID().toString()),
            EngineClock.real(),
            System::nanoTime,
            new BusMetrics(measured));
    buses.add(bus);
    bus.start();
    return bus;
  }

  private RedisPositionBus connected(RedisServer redis) {
    RedisPositionBus bus = bus(redis);
    await().atMost(PATIENCE).until(bus::isConnected);
    return bus;
  }

  private static List<LiveUpdate> heard(RedisPositionBus by) {
    var heard = new CopyOnWriteArrayList<LiveUpdate>();
    var _ = by.attach(heard::add);
    return heard;
  }

  private double count(String name) {
    return meters.get("antar.positions.bus." + name).counter().count();
  }

  @Test
  void whatOneProcessSaysAllHearAndItselfOnce() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = bus(redis, channel, meters);
      RedisPositionBus other = connected(redis);
      await().atMost(PATIENCE).until(one::isConnected);
      List<LiveUpdate> here = heard(one);
      List<LiveUpdate> there = heard(other);
      long before = System.nanoTime();

      one.publish(fix("c1", 1));
      await().atMost(PATIENCE).until(() -> there.size() == 1);
      other.publish(fix("c2", 2));
      await().atMost(PATIENCE).until(() -> here.size() == 2);

      assertThat(sequences(here)).containsExactly(1L, 2L);
      assertThat(sequences(there)).containsExactly(1L, 2L);
      assertThat(((CourierPosition) there.getFirst()).receivedNanos()).isGreaterThan(before);
      await().atMost(PATIENCE).until(() -> count("sent") == 1);
      assertThat(count("heard")).isEqualTo(1);
      assertThat(count("lost")).isZero();
      assertThat(meters.get("antar.positions.bus.connected").gauge().value()).isEqualTo(1);
      assertThat(meters.get("antar.positions.bus.lag").timer().count()).isPositive();
    }
  }

  @Test
  void anotherEngineOnTheSameRedisIsNotHeard() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = connected(redis);
      RedisPositionBus other = connected(redis);
      RedisPositionBus stranger = bus(redis, channel + "-other", new SimpleMeterRegistry());
      await().atMost(PATIENCE).until(stranger::isConnected);
      List<LiveUpdate> theirs = heard(stranger);
      List<LiveUpdate> ours = heard(other);

      one.publish(fix("c1", 1));
      await().atMost(PATIENCE).until(() -> ours.size() == 1);
      stranger.publish(fix("c2", 2));

      assertThat(sequences(theirs)).containsExactly(2L);
    }
  }

  @Test
  void aCouriersFixesComeInTheirOrderAndTheLastOneAlwaysDoes() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = connected(redis);
      List<LiveUpdate> there = heard(connected(redis));

      for (int i = 1; i <= 20_000; i++) {
        one.publish(fix("c1", i));
      }

      await().atMost(PATIENCE).until(() -> sequences(there).contains(20_000L));
      assertThat(sequences(there)).isSorted().doesNotHaveDuplicates();
      assertThat(there).hasSizeLessThan(20_000);
    }
  }

  @Test
  void tenThousandCouriersAreHeardOf() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = connected(redis);
      List<LiveUpdate> there = heard(connected(redis));

      for (int i = 1; i <= 10_000; i++) {
        one.publish(fix("c" + i, i));
      }

      await().atMost(PATIENCE).until(() -> there.size() == 10_000);
    }
  }

  @Test
  void aRedisThatComesAndGoesIsSpokenThroughWhileItIsThereAndNothingIsToldLater() {
    try (RedisServer redis = RedisServer.stopped()) {
      RedisPositionBus one = bus(redis, channel, meters);
      RedisPositionBus other = bus(redis);
      List<LiveUpdate> here = heard(one);
      List<LiveUpdate> there = heard(other);
      one.publish(fix("c1", 1));
      assertThat(sequences(here)).containsExactly(1L);
      await().atMost(PATIENCE).until(() -> count("lost") == 1);
      assertThat(one.findHeardSince()).isEmpty();

      redis.startAgain();
      await().atMost(PATIENCE).until(() -> one.isConnected() && other.isConnected());
      one.publish(fix("c1", 2));
      await().atMost(PATIENCE).until(() -> sequences(there).contains(2L));
      var since = other.findHeardSince().orElseThrow();

      redis.kill();
      await().atMost(PATIENCE).until(() -> !one.isConnected() && !other.isConnected());
      assertThat(other.findHeardSince()).isEmpty();
      assertThat(meters.get("antar.positions.bus.connected").gauge().value()).isZero();
      one.publish(fix("c1", 3));
      one.publish(fix("c2", 3));
      await().atMost(PATIENCE).until(() -> count("lost") == 3);

      redis.startAgain();
      await().atMost(PATIENCE).until(() -> one.isConnected() && other.isConnected());
      one.publish(fix("c1", 4));
      await().atMost(PATIENCE).until(() -> sequences(there).contains(4L));
      assertThat(sequences(there)).containsExactly(2L, 4L);
      assertThat(sequences(here)).containsExactly(1L, 2L, 3L, 3L, 4L);
      assertThat(other.findHeardSince().orElseThrow()).isAfter(since);
    }
  }

  /// Its connections stay open, and nothing comes.
  @Test
  void aRedisThatStandsStillIsLeftAndComeBackTo() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = connected(redis);
      RedisPositionBus other = connected(redis);
      List<LiveUpdate> there = heard(other);

      redis.pause();
      await().atMost(PATIENCE).until(() -> !one.isConnected() && !other.isConnected());
      assertThat(other.findHeardSince()).isEmpty();
      redis.goOn();

      await().atMost(PATIENCE).until(() -> one.isConnected() && other.isConnected());
      one.publish(fix("c1", 2));
      await().atMost(PATIENCE).until(() -> sequences(there).contains(2L));
    }
  }

  @Test
  void aGatewayThatIsGoneWithoutAWordIsMissedAndOneThatStopsIsNot() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus dispatcher = connected(redis);
      RedisPositionBus stopping = connected(redis);
      List<LiveUpdate> there = heard(dispatcher);
      stopping.publish(fix("c1", 1));
      await().atMost(PATIENCE).until(() -> there.size() == 1);
      await().atMost(PATIENCE).until(() -> dispatcher.findHeardSince().isPresent());
      stopping.stop();
      tell(redis, "vanishing", BusMessage.of(0, List.of(fix("c2", 2))));
      await().atMost(PATIENCE).until(() -> there.size() == 2);

      await().atMost(PATIENCE).until(() -> dispatcher.findHeardSince().isEmpty());
      tell(redis, "vanishing", BusMessage.farewell(0));
      await().atMost(PATIENCE).until(() -> dispatcher.findHeardSince().isPresent());
    }
  }

  private void tell(RedisServer redis, String name, BusMessage message) {
    say(redis, new BusForm().write(name, message));
  }

  private void say(RedisServer redis, byte[] message) {
    RedisClient client = RedisClient.create(redis.url());
    try (var connection = client.connect(ByteArrayCodec.INSTANCE)) {
      assertThat(connection.sync().publish(channel.getBytes(UTF_8), message)).isPositive();
    } finally {
      client.shutdown();
    }
  }

  @Test
  void whatIsNotUnderstoodIsCountedAndHarmsNothingElse() {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = bus(redis, channel, meters);
      await().atMost(PATIENCE).until(one::isConnected);
      List<LiveUpdate> here = heard(one);

      say(redis, "no message".getBytes(UTF_8));
      say(redis, "somebody\n{".getBytes(UTF_8));
      tell(redis, "somebody", BusMessage.of(0, List.of(fix("c1", 1))));

      await().atMost(PATIENCE).until(() -> here.size() == 1);
      assertThat(count("misunderstood")).isEqualTo(2);
      assertThat(one.isConnected()).isTrue();
    }
  }

  @Test
  void aSlowSubscriberDelaysNobody() throws InterruptedException {
    try (RedisServer redis = RedisServer.start()) {
      RedisPositionBus one = connected(redis);
      RedisPositionBus other = connected(redis);
      var blocked = new CountDownLatch(1);
      var go = new CountDownLatch(1);
      var slow = new AtomicLong();
      var _ =
          other.subscribe(update -> {
            blocked.countDown();
            awaitQuietly(go);
            slow.set(((CourierPosition) update).sequence());
          });
      List<LiveUpdate> quick = heard(other);
      one.publish(fix("c1", 1));
      assertThat(blocked.await(30, TimeUnit.SECONDS)).isTrue();

      for (int i = 2; i <= 1_000; i++) {
        one.publish(fix("c1", i));
      }
      await().atMost(PATIENCE).until(() -> sequences(quick).contains(1_000L));
      assertThat(slow).hasValue(0);

      go.countDown();
      await().atMost(PATIENCE).until(() -> slow.get() == 1_000);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
