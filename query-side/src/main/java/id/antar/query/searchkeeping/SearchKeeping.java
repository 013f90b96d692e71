package id.antar.query.searchkeeping;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks after all search indexes, from when the processors have started until before they stop.
final class SearchKeeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SearchKeeping.class);
  private static final int BEAT_MILLIS = 500;
  private static final int PATIENCE_SECONDS = 5;

  private final List<Supplier<IndexKeeper>> makers;
  private final List<IndexKeeper> keepers = new ArrayList<>();
  private final LongSupplier head;
  private final InstantSource clock;
  private @Nullable ScheduledExecutorService beats;

  /// @param makers of the keepers, which read the database
  /// @param head the position of the store's last event
  SearchKeeping(List<Supplier<IndexKeeper>> makers, LongSupplier head, InstantSource clock) {
    this.makers = List.copyOf(makers);
    this.head = head;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    beats =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-keeping").factory());
    var _ = beats.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      if (keepers.isEmpty()) {
        keepers.addAll(makers.stream().map(Supplier::get).toList());
      }
      long last = head.getAsLong();
      keepers.forEach(it -> it.beat(last, clock.instant(), System.nanoTime()));
    } catch (RuntimeException e) {
      LOG.warn("The search indexes cannot be looked after now: {}", e.toString());
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = beats;
    beats = null;
    if (running != null) {
      running.shutdown();
      try {
        var _ = running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return beats != null;
  }

  /// Beside the others of its phase.
  @Override
  public void stop(Runnable ended) {
    Aside.stop(this::stop, ended);
  }

  @Override
  public int getPhase() {
    return Phases.LOOPS;
  }
}
