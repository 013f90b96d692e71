package id.antar.infra.position;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows since when everybody is heard. Each process tells something every second, and hears itself
/// like the others: who does not is cut off. Of the others those count who have told of couriers,
/// and the gateways that the cluster has; while such a one is not heard, the couriers who report to
/// it are silent through no fault of theirs. One that the cluster does not have either is taken for
/// gone after a while.
final class Hearing {

  /// Longer than any of them is silent while all is well.
  static final Duration LATE = Duration.ofSeconds(5);

  static final Duration GONE = Duration.ofMinutes(5);

  private final String self;
  private final Supplier<Set<String>> gateways;
  private final EngineClock clock;
  private final LongSupplier nanoTime;
  private final Map<String, Long> heard = new HashMap<>();
  private final Set<String> tellers = new HashSet<>();
  private @Nullable Instant since;
  private long opened;
  private boolean open;

  /// @param self as this process is heard
  /// @param gateways that the cluster has, as they are heard
  Hearing(String self, Supplier<Set<String>> gateways, EngineClock clock, LongSupplier nanoTime) {
    this.self = self;
    this.gateways = gateways;
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
    forgetGone();
    Long before = heard.put(name, nanoTime.getAsLong());
    if (told) {
      tellers.add(name);
    }
    boolean wasMissed = before == null ? isGateway(name) : isLate(before) && counts(name);
    if (wasMissed || since == null) {
      since = clock.instant();
    }
  }

  private boolean counts(String name) {
    return name.equals(self) || tellers.contains(name) || isGateway(name);
  }

  private boolean isGateway(String name) {
    return gateways.get().contains(name);
  }

  /// It stops, and has told all it knew.
  synchronized void leave(String name) {
    heard.remove(name);
    tellers.remove(name);
  }

  /// Whether this process hears itself.
  synchronized boolean isOpen() {
    return isHeard(self);
  }

  /// Whether it should hear itself and does not.
  synchronized boolean isDeaf() {
    Long last = heard.get(self);
    return open && isLate(last == null ? opened : last);
  }

  synchronized Optional<Instant> findSince() {
    forgetGone();
    boolean all =
        isOpen()
            && Stream.concat(tellers.stream(), gateways.get().stream()).allMatch(this::isHeard);
    return all ? Optional.ofNullable(since) : Optional.empty();
  }

  private void forgetGone() {
    long now = nanoTime.getAsLong();
    Iterator<Map.Entry<String, Long>> all = heard.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Long> one = all.next();
      String name = one.getKey();
      boolean old = now - one.getValue() > GONE.toNanos();
      if (old && !name.equals(self) && !isGateway(name)) {
        all.remove();
        if (tellers.remove(name)) {
          since = clock.instant();
        }
      }
    }
  }

  private boolean isHeard(String name) {
    Long last = heard.get(name);
    return last != null && !isLate(last);
  }

  private boolean isLate(long last) {
    return nanoTime.getAsLong() - last > LATE.toNanos();
  }
}
