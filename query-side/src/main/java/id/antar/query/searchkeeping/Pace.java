package id.antar.query.searchkeeping;

import java.time.Duration;

/// Whether it is time again for something that need not be done at every beat.
final class Pace {

  private final long between;
  private long last;
  private boolean begun;

  Pace(Duration between) {
    this.between = between.toNanos();
  }

  boolean isDue(long nanos) {
    if (begun && nanos - last < between) {
      return false;
    }
    begun = true;
    last = nanos;
    return true;
  }
}
