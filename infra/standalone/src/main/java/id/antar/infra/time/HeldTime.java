package id.antar.infra.time;

import java.util.function.LongSupplier;

/// The machine's monotonic time, standing still until it is released.
final class HeldTime implements LongSupplier {
  private static final long HELD = -1;

  private final long since = System.nanoTime();
  private volatile long heldFor = HELD;

  @Override
  public long getAsLong() {
    long held = heldFor;
    return held == HELD ? since : System.nanoTime() - held;
  }

  synchronized void release() {
    if (heldFor == HELD) {
      heldFor = System.nanoTime() - since;
    }
  }
}
