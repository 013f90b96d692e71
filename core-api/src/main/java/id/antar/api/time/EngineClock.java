package id.antar.api.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/// The clock that every rule of the engine reads. It never runs backwards: it counts on from its
/// anchor by the machine's monotonic clock, at a speed that is 1 except in simulations.
public final class EngineClock extends Clock {

  private final Instant anchor;
  private final long anchorNanos;
  private final double speed;
  private final LongSupplier nanoTime;

  public EngineClock(Instant anchor, double speed, LongSupplier nanoTime) {
    if (!(speed > 0 && speed <= 1000)) {
      throw new IllegalArgumentException("speed (" + speed + ") is not within 0 and 1000.");
    }
    this.anchor = anchor;
    this.anchorNanos = nanoTime.getAsLong();
    this.speed = speed;
    this.nanoTime = nanoTime;
  }

  public static EngineClock startingAt(Instant anchor, double speed) {
    return new EngineClock(anchor, speed, System::nanoTime);
  }

  /// Real time, from now on.
  public static EngineClock real() {
    return startingAt(Clock.systemUTC().instant(), 1);
  }

  public double speed() {
    return speed;
  }

  /// How long a span of this clock takes outside.
  public Duration toReal(Duration span) {
    return Duration.ofNanos((long) (span.toNanos() / speed));
  }

  @Override
  public Instant instant() {
    return anchor.plusNanos((long) ((nanoTime.getAsLong() - anchorNanos) * speed));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The engine's clock is in UTC.");
  }
}
