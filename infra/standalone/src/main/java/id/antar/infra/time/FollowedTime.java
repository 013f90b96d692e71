package id.antar.infra.time;

import java.util.concurrent.locks.StampedLock;
import java.util.function.LongSupplier;

/// Nanoseconds that follow another clock: between two looks at it they pass by the machine's
/// monotonic time. What is ahead of it stands still until the other one has come up.
final class FollowedTime implements LongSupplier {
  private final LongSupplier machine;
  private final StampedLock lock = new StampedLock();
  private long least;
  private long offset;
  private boolean stands = true;

  /// It stands still at nothing until it follows.
  FollowedTime(LongSupplier machine) {
    this.machine = machine;
  }

  @Override
  public long getAsLong() {
    long stamp = lock.tryOptimisticRead();
    long value = value();
    return stamp != 0 && lock.validate(stamp) ? value : valueInPeace();
  }

  /// Not while the other clock is being looked at: two readers could see time go back.
  private long valueInPeace() {
    long stamp = lock.readLock();
    try {
      return value();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private long value() {
    return stands ? least : Math.max(least, machine.getAsLong() + offset);
  }

  /// What fits the other clock as well as it can be known is left as it is.
  ///
  /// @param nanos what the other clock said
  /// @param at when it said so, by the machine's time
  /// @param doubt how much earlier or later that may have been
  void follow(long nanos, long at, long doubt) {
    long stamp = lock.writeLock();
    try {
      if (stands || Math.abs(nanos - at - offset) > doubt) {
        least = value();
        offset = nanos - at;
        stands = false;
      }
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
