package id.antar.load.fanout.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Microseconds since 1970 that never run backwards: what a sent message is marked with.
public final class MicroClock {

  private static final long BASE =
      ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - System.nanoTime() / 1000;

  private MicroClock() {}

  public static long now() {
    return BASE + System.nanoTime() / 1000;
  }
}
