package id.antar.load.town.world;

import id.antar.load.client.Door.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The town's time: the engine's clock, known by asking it now and then and counting on in between.
/// It stands still while the engine is gone.
public final class TownClock {

  /// A wait is cut into pieces of this length, so that it notices when the clock is set.
  private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final LongSupplier nanoTime;
  private volatile @Nullable Setting setting;

  /// `anchor` was at `nanos`; a speed of 0 is a clock that stands.
  private record Setting(Instant anchor, long nanos, double speed, double engineSpeed) {
    Instant at(long nanosNow) {
      return anchor.plusNanos((long) ((nanosNow - nanos) * speed));
    }
  }

  public TownClock() {
    this(System::nanoTime);
  }

  TownClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Takes over the engine's time. The engine read its clock somewhere between question and answer:
  /// as long as this clock lies within that span it is right, else it is moved to the span's edge.
  public void set(ClockReading reading) {
    long answered = reading.answeredNanos();
    Instant earliest = reading.now();
    Instant latest =
        earliest.plusNanos((long) ((answered - reading.askedNanos()) * reading.speed()));
    Setting known = setting;
    Instant now;
    if (known == null || known.speed() != reading.speed()) {
      now = earliest.plus(Duration.between(earliest, latest).dividedBy(2));
    } else {
      Instant believed = known.at(answered);
      now = believed.isBefore(earliest) ? earliest : believed.isAfter(latest) ? latest : believed;
    }
    setting = new Setting(now, answered, reading.speed(), reading.speed());
  }

  /// The engine is gone; nobody knows its time until it is set again.
  public void stop() {
    Setting known = setting;
    if (known != null) {
      long nanos = nanoTime.getAsLong();
      setting = new Setting(known.at(nanos), nanos, 0, known.engineSpeed());
    }
  }

  /// To the millisecond, as phones give it.
  public Instant now() {
    return current().at(nanoTime.getAsLong()).truncatedTo(ChronoUnit.MILLIS);
  }

  public double speed() {
    return current().engineSpeed();
  }

  /// How long a span of town time takes outside.
  public Duration toReal(Duration span) {
    return Duration.ofNanos((long) (span.toNanos() / speed()));
  }

  /// How much town time passes in a span outside.
  public Duration toTown(Duration span) {
    return Duration.ofNanos((long) (span.toNanos() * speed()));
  }

  public void sleep(Duration span) throws InterruptedException {
    sleepUntil(now().plus(span));
  }

  public void sleepUntil(Instant time) throws InterruptedException {
    for (long left = piece(time); left > 0; left = piece(time)) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  /// Waits until the time comes or somebody nudges.
  ///
  /// @return whether it was a nudge
  public boolean awaitNudge(Semaphore nudges, Instant until) throws InterruptedException {
    for (long left = piece(until); left > 0; left = piece(until)) {
      if (nudges.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        return true;
      }
    }
    return false;
  }

  private long piece(Instant until) {
    Duration left = Duration.between(now(), until);
    if (!left.isPositive()) {
      return 0;
    }
    return Math.clamp((long) (left.toMillis() * 1e6 / speed()), 1_000, PIECE_NANOS);
  }

  private Setting current() {
    Setting known = setting;
    if (known == null) {
      throw new IllegalStateException("The clock has not been set.");
    }
    return known;
  }
}
