package id.antar.load.town.life;

import id.antar.load.client.StreamClient;
import id.antar.load.town.world.RouteWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// A courier's phone: knows where the courier is and tells it every few seconds.
final class Beacon {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration AT_MOST_EVERY_REAL = Duration.ofMillis(250);
  private static final double ACCURACY_METRES = 5;

  private final World world;
  private final String courierId;
  private volatile RouteWalk walk;
  private volatile boolean off;
  private volatile boolean dead;
  private long sequence;
  private Instant last = Instant.EPOCH;

  private record PositionMessage(
      String type,
      double latitude,
      double longitude,
      double heading,
      double speed,
      double accuracy,
      long sequence,
      Instant occurredAt) {}

  Beacon(World world, String courierId, RouteWalk walk) {
    this.world = world;
    this.courierId = courierId;
    this.walk = walk;
  }

  void follow(RouteWalk newWalk) {
    walk = newWalk;
  }

  /// Stays where the courier is at this moment.
  void halt() {
    walk = RouteWalk.standingAt(here().point());
  }

  RouteWalk.Fix here() {
    return walk.at(world.clock().now());
  }

  /// From now on nothing goes out.
  void die() {
    dead = true;
  }

  void revive() {
    dead = false;
  }

  boolean isDead() {
    return dead;
  }

  void switchOff() {
    off = true;
  }

  void tell(StreamClient stream) throws InterruptedException {
    Duration rest = world.clock().toTown(AT_MOST_EVERY_REAL);
    Duration every = rest.compareTo(EVERY) > 0 ? rest : EVERY;
    while (!stream.isOpen() && !off) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    while (!off) {
      if (!dead) {
        tellOnce(stream);
      }
      world.clock().sleep(every);
    }
  }

  private void tellOnce(StreamClient stream) throws InterruptedException {
    Instant now = world.clock().now();
    if (!now.isAfter(last)) {
      return;
    }
    last = now;
    RouteWalk.Fix fix = walk.at(now);
    world.positions().sending(courierId, now);
    boolean sent =
        stream.send(
            new PositionMessage(
                "position",
                fix.point().latitude(),
                fix.point().longitude(),
                fix.headingDegrees(),
                fix.metresPerSecond(),
                ACCURACY_METRES,
                ++sequence,
                now));
    (sent ? world.tally().positionsSent : world.tally().positionsUnsent).increment();
  }
}
