package id.antar.query.promise;

import id.antar.api.lifecycle.Aside;
import id.antar.api.lifecycle.Phases;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.api.position.PositionBus;
import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.query.promise.PromiseLedger.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps what was promised from where couriers were. The bus is never held up: a promise waits in
/// memory until the next second's batch is written. While the database does not answer up to
/// [#MOST_WAITING] wait; what comes then is lost, counted and said.
final class LivePromises implements Consumer<LiveUpdate>, SmartLifecycle {

  static final int MOST_WAITING = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(LivePromises.class);
  private static final int LINES_PER_STATEMENT = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FORGOTTEN = Duration.ofHours(3);

  private final PositionBus bus;
  private final Function<List<Line>, CompletableFuture<Void>> ledger;
  private final Map<OrderId, Last> last = new ConcurrentHashMap<>();
  private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final List<Line> batch = new ArrayList<>();
  private PositionBus.@Nullable Subscription subscription;
  private @Nullable ScheduledExecutorService writer;

  LivePromises(PositionBus bus, Function<List<Line>, CompletableFuture<Void>> ledger) {
    this.bus = bus;
    this.ledger = ledger;
  }

  /// What was kept last of an order.
  private record Last(@Nullable Instant pickup, Instant door, Instant at) {}

  @Override
  public void accept(LiveUpdate update) {
    switch (update) {
      case CourierPosition _ -> {}
      case OrderEta eta -> last.compute(eta.orderId(), (_, before) -> keep(before, eta));
    }
  }

  private Last keep(@Nullable Last before, OrderEta eta) {
    Instant pickup = before == null ? null : before.pickup();
    if (eta.pickupEta() != null && isNew(pickup, eta.pickupEta())) {
      pickup = eta.pickupEta();
      add(eta, Kind.PICKUP, pickup);
    }
    Instant door = before == null ? null : before.door();
    if (door == null || isNew(door, eta.dropoffEta())) {
      door = eta.dropoffEta();
      add(eta, Kind.DOOR, door);
    }
    return new Last(pickup, door, eta.estimatedAt());
  }

  private static boolean isNew(@Nullable Instant before, Instant now) {
    return before == null || Shown.isMoved(before, now);
  }

  private void add(OrderEta eta, Kind kind, Instant promisedFor) {
    var promise = new Promise(kind, eta.estimatedAt(), promisedFor, Source.LIVE);
    if (!waiting.offer(new Line(eta.orderId(), promise))) {
      lost.incrementAndGet();
    }
  }

  @Override
  public synchronized void start() {
    if (writer == null) {
      writer =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("promises").factory());
      var _ = writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
      subscription = bus.attach(this);
    }
  }

  @Override
  public synchronized void stop() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
    if (writer != null) {
      var _ = writer.submit(this::write);
      writer.shutdown();
      awaitEnd(writer);
      writer = null;
    }
  }

  private static void awaitEnd(ScheduledExecutorService writer) {
    try {
      if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("The last promises were not written in time.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return writer != null;
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

  /// On the writer's thread alone. A batch that was not written is tried again.
  void write() {
    try {
      waiting.drainTo(batch, LINES_PER_STATEMENT - batch.size());
      while (!batch.isEmpty()) {
        ledger.apply(List.copyOf(batch)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        forgetOld(batch.getLast().promise().shownAt());
        batch.clear();
        waiting.drainTo(batch, LINES_PER_STATEMENT);
      }
      report();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("{} promises wait to be written.", batch.size() + waiting.size(), e);
    }
  }

  private void forgetOld(Instant now) {
    last.values().removeIf(it -> it.at().plus(FORGOTTEN).isBefore(now));
  }

  private void report() {
    long count = lost.getAndSet(0);
    if (count > 0) {
      LOG.error("{} promises were lost: the database did not answer for too long.", count);
    }
  }
}
