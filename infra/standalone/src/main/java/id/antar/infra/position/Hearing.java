package id.antar.infra.position;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Knows since when everybody is heard. Each process tells something every second, and hears itself
/// like the others: who does not is cut off. Of the others those count who have told of couriers;
/// while such a one is not heard, the couriers who report to it are silent through no fault of
/// theirs. If it does not come back, it is taken for gone after a while.
final class Hearing {

  /// Longer than any of them is silent while all is well.
  static final Duration LATE = Duration.ofSeconds(5);

  static final Duration GONE = Duration.ofMinutes(5);

  private final String self;
  private final EngineClock clock;
  private final LongSupplier nanoTime;
  private final Map<String, Long> heard = new HashMap<>();
  private @Nullable Instant since;
  private long opened;
  private boolean open;

  /// @param self as this process is heard
  Hearing(String self, EngineClock clock, LongSupplier nanoTime) {
    this.self = self;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// From now on something can be heard.
  synchronized void begin() {
    end();
    opened = nanoTime.getAsLong();
    open = true;
  }

  /// What is told from now on is missed.
  synchronized void end() {
    heard.remove(self);
    since = null;
    open = false;
  }

  /// @param told whether of couriers
  synchronized void hear(String name, boolean told) {
    if (!told && !name.equals(self) && !heard.containsKey(name)) {
      return;
    }
    long now = nanoTime.getAsLong();
    Long before = heard.put(name, now);
    boolean isBack = before != null && now - before > LATE.toNanos();
    if (isBack || since == null) {
      since = clock.instant();
    }
  }

  /// It stops, and has told all it knew.
  synchronized void leave(String name) {
    heard.remove(name);
  }

  /// Whether this process hears itself.
  synchronized boolean isOpen() {
    Long last = heard.get(self);
    return last != null && !isLate(last);
  }

  /// Whether it should hear itself and does not.
  synchronized boolean isDeaf() {
    Long last = heard.get(self);
    return open && isLate(last == null ? opened : last);
  }

  synchronized Optional<Instant> findSince() {
    forgetGone();
    boolean all = isOpen() && heard.values().stream().noneMatch(this::isLate);
    return all ? Optional.ofNullable(since) : Optional.empty();
  }

  private void forgetGone() {
    long now = nanoTime.getAsLong();
    Iterator<Map.Entry<String, Long>> all = heard.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Long> one = all.next();
      if (!one.getKey().equals(self) && now - one.getValue() > GONE.toNanos()) {
        all.remove();
        since = clock.instant();
      }
    }
  }

  private boolean isLate(long last) {
    return nanoTime.getAsLong() - last > LATE.toNanos();
  }
}
