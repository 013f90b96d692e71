package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps asking for a zone, and knows whether it is this dispatcher's. Who was paused, or cannot
/// reach the database, stops counting it as its own by itself; what was begun before that is up to
/// the event store to refuse.
final class Tenure {

  /// Real time, like all here.
  static final Duration RENEWED_EACH = Duration.ofSeconds(1);

  /// Less than a lease lasts.
  static final Duration TRUSTED_FOR = Duration.ofSeconds(3);

  private static final Duration KEPT_UP_EACH = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

  private final ZoneId zone;
  private final ZoneLease lease;
  private final LongSupplier nanos;
  private final Runnable upkeep;
  private volatile @Nullable Held held;
  private long keptUp;
  private @Nullable ScheduledExecutorService renewal;

  /// @param since when the lease was asked for
  private record Held(DispatchTerm term, long since) {}

  /// @param upkeep run when a term begins, and each minute in it
  Tenure(ZoneId zone, ZoneLease lease, LongSupplier nanos, Runnable upkeep) {
    this.zone = zone;
    this.lease = lease;
    this.nanos = nanos;
    this.upkeep = upkeep;
  }

  Optional<DispatchTerm> term() {
    Held now = held;
    return now != null && nanos.getAsLong() - now.since() < TRUSTED_FOR.toNanos()
        ? Optional.of(now.term())
        : Optional.empty();
  }

  boolean isHeld() {
    return term().isPresent();
  }

  synchronized void start() {
    if (renewal == null) {
      renewal =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("dispatch-lease-" + zone).factory());
      var _ =
          renewal.scheduleWithFixedDelay(
              this::renew, 0, RENEWED_EACH.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Once nothing is done under the term any more.
  synchronized void stop() {
    if (renewal == null) {
      return;
    }
    renewal.shutdownNow();
    renewal = null;
    Held last = held;
    held = null;
    if (last != null) {
      letGo(last.term());
    }
  }

  private void letGo(DispatchTerm term) {
    try {
      lease.letGo(term);
    } catch (RuntimeException e) {
      LOG.warn("Zone {} is not given up; its lease runs out by itself.", zone, e);
    }
  }

  void renew() {
    long asked = nanos.getAsLong();
    try {
      Optional<DispatchTerm> term = lease.hold(zone);
      DispatchTerm before = held == null ? null : held.term();
      keepUp(before, term.orElse(null), asked);
      held = term.map(it -> new Held(it, asked)).orElse(null);
    } catch (RuntimeException e) {
      LOG.warn("The lease of zone {} cannot be asked for.", zone, e);
    }
  }

  private void keepUp(@Nullable DispatchTerm before, @Nullable DispatchTerm now, long asked) {
    boolean begins = now != null && !now.equals(before);
    if (begins) {
      LOG.info("Zone {} is planned here, in term {}.", zone, now.number());
    } else if (now == null && before != null) {
      LOG.warn("Zone {} is planned by another dispatcher.", zone);
    }
    if (begins || now != null && asked - keptUp > KEPT_UP_EACH.toNanos()) {
      keptUp = asked;
      upkeep.run();
    }
  }
}
