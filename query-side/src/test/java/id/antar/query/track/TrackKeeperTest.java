package id.antar.query.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.PositionBus;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.query.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two engines on one database, each of which hears of all couriers.
class TrackKeeperTest {

  /// One to see what waits, one to leave it, and one after which that is done.
  private static final int ROUNDS_TO_LEAVE = 3;

  private final Everybody bus = new Everybody();
  private final MemoryTracks stored = new MemoryTracks();
  private final AtomicReference<@Nullable TrackTurn> holder = new AtomicReference<>();
  private final Engine one = new Engine();
  private final Engine other = new Engine();

  @AfterEach
  void stop() {
    one.keeper.stop();
    other.keeper.stop();
  }

  @Test
  void oneWritesAndTheOtherGoesOnWhenItStops() {
    one.keeper.start();
    await().until(one.turn::isHeld);
    other.keeper.start();
    bus.publish(fix(0));
    bus.publish(fix(20));
    await().until(() -> stored.size() > 0 && one.tracks.waiting() == 0);

    one.keeper.stop();
    await().until(other.turn::isHeld);
    bus.publish(fix(40));

    await().untilAsserted(() -> assertThat(written()).containsExactly(at(0), at(20), at(40)));
    assertThat(other.tracks.waiting()).isZero();
  }

  @Test
  void whileNotEverybodyIsHeardNothingIsLeftToWhoeverWrites() {
    one.keeper.start();
    await().until(one.turn::isHeld);
    bus.whole = false;
    other.keeper.start();
    bus.publish(fix(0));
    bus.publish(fix(20));
    int before = other.turn.asked.get();
    await().until(() -> other.turn.asked.get() >= before + ROUNDS_TO_LEAVE);
    assertThat(other.tracks.waiting()).isEqualTo(2);

    bus.whole = true;
    await().until(() -> other.tracks.waiting() == 0);
  }

  private List<Instant> written() {
    return stored.between(Cast.KURT, at(0), at(100), 100).stream()
        .map(TrackPoint::receivedAt)
        .toList();
  }

  private static Instant at(int seconds) {
    return Cast.NOON.plusSeconds(seconds);
  }

  private static CourierPosition fix(int seconds) {
    return new CourierPosition(
        Cast.KURT, Cast.HARBOUR, null, null, null, seconds, at(seconds), at(seconds), 0);
  }

  private final class Engine {
    final Turn turn = new Turn();
    final CourierTracks tracks =
        new CourierTracks(
            new TrackSettings(Duration.ofSeconds(10), 25, Duration.ZERO, 100, Duration.ofDays(1)),
            stored,
            System::nanoTime);
    final TrackKeeper keeper = new TrackKeeper(tracks, bus, turn, () -> Cast.NOON);
  }

  private final class Turn implements TrackTurn {
    final AtomicInteger asked = new AtomicInteger();

    boolean isHeld() {
      return holder.get() == this;
    }

    @Override
    public boolean isOurs() {
      int _ = asked.incrementAndGet();
      return isHeld() || holder.compareAndSet(null, this);
    }

    @Override
    public void letGo() {
      boolean _ = holder.compareAndSet(this, null);
    }
  }

  private static final class Everybody implements PositionBus {
    private final List<Consumer<? super LiveUpdate>> subscribers = new CopyOnWriteArrayList<>();
    private volatile boolean whole = true;

    @Override
    public void publish(LiveUpdate update) {
      subscribers.forEach(it -> it.accept(update));
    }

    @Override
    public Subscription subscribe(Consumer<? super LiveUpdate> subscriber) {
      return attach(subscriber);
    }

    @Override
    public Subscription attach(Consumer<? super LiveUpdate> subscriber) {
      subscribers.add(subscriber);
      return () -> subscribers.remove(subscriber);
    }

    @Override
    public Optional<Instant> findHeardSince() {
      return whole ? Optional.of(Instant.MIN) : Optional.empty();
    }
  }
}
