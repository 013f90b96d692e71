package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.AnsweredElsewhere;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps asking for a zone, and knows whether it is this dispatcher's. Who was stopped for a while,
/// or cannot reach the database, no longer counts it as its own; what was begun before that, or on
/// a machine that slept as a whole, is up to the event store to refuse.
final class Tenure {

  /// Real time, like all here.
  static final Duration ASKED_EACH = Duration.ofSeconds(1);

  static final Duration LASTS = Duration.ofSeconds(5);

  /// Less than a lease lasts.
  static final Duration TRUSTED_FOR = Duration.ofSeconds(3);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

  private final ZoneId zone;
  private final ZoneLease lease;
  private final BooleanSupplier ready;
  private final LongSupplier nanos;
  private volatile @Nullable Held held;
  private volatile boolean isElsewhere;
  private @Nullable ScheduledExecutorService asking;

  /// What was told last; only the thread that asks knows it.
  private @Nullable Boolean toldThatItIsHere;

  /// @param asked when
  private record Held(DispatchTerm term, long asked) {}

  /// @param ready whether one could begin at once: before that others come first
  Tenure(ZoneId zone, ZoneLease lease, BooleanSupplier ready, LongSupplier nanos) {
    this.zone = zone;
    this.lease = lease;
    this.ready = ready;
    this.nanos = nanos;
  }

  Optional<DispatchTerm> term() {
    Held now = held;
    return now != null && nanos.getAsLong() - now.asked() < TRUSTED_FOR.toNanos()
        ? Optional.of(now.term())
        : Optional.empty();
  }

  boolean isHeld() {
    return term().isPresent();
  }

  /// For answers that only the dispatcher that plans the zone can give.
  void requireHere() {
    if (isElsewhere) {
      throw new AnsweredElsewhere("Zone " + zone + " is planned by another dispatcher.");
    }
  }

  synchronized void start() {
    if (asking == null) {
      asking =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("dispatch-lease-" + zone).factory());
      var _ =
          asking.scheduleWithFixedDelay(this::ask, 0, ASKED_EACH.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Once nothing is done under the term any more.
  synchronized void stop() {
    if (asking == null) {
      return;
    }
    asking.shutdownNow();
    awaitEnd(asking);
    asking = null;
    if (held != null) {
      held = null;
      letGo();
    }
  }

  /// A question that is on its way would take the zone again.
  private static void awaitEnd(ScheduledExecutorService asking) {
    try {
      var _ = asking.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void letGo() {
    try {
      lease.letGo(zone);
    } catch (RuntimeException e) {
      LOG.warn("Zone {} is not given up; its lease runs out by itself.", zone, e);
    }
  }

  /// Nothing that is thrown here may end the asking.
  void ask() {
    try {
      if (held != null || ready.getAsBoolean()) {
        long asked = nanos.getAsLong();
        Optional<DispatchTerm> term = lease.hold(zone, LASTS);
        held = term.map(it -> new Held(it, asked)).orElse(null);
        isElsewhere = term.isEmpty();
        tell(term);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("The lease of zone {} cannot be asked for.", zone, e);
    }
  }

  private void tell(Optional<DispatchTerm> term) {
    if (Boolean.valueOf(term.isPresent()).equals(toldThatItIsHere)) {
      return;
    }
    toldThatItIsHere = term.isPresent();
    term.ifPresentOrElse(
        it -> LOG.info("Zone {} is planned here, in term {}.", zone, it.number()),
        () -> LOG.info("Zone {} is planned by another dispatcher.", zone));
  }
}
