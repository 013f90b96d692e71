package id.antar.infra.audit;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.AuditEvent.RefusalsLost;
import id.antar.api.audit.RecordRefusal;
import id.antar.api.message.Ids;
import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes refusals from whoever answers with them, and stores them a little later and some together.
/// Who hands one over never waits: when there is no room it is counted, and the count is stored.
/// What was not stored when the process is killed is lost.
final class AuditRecorder implements RecordRefusal, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AuditRecorder.class);
  private static final int STORED_AT_ONCE = 200;
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int PATIENCE_SECONDS = 5;

  private final Consumer<List<EventMessage<?>>> store;
  private final EngineClock clock;
  private final AuditProperties limits;
  private final BlockingQueue<Noted> waiting;
  private final Gathering gathering;
  private final AtomicLong unrecordedLosses = new AtomicLong();
  private final Counter taken;
  private final Counter lost;
  private final Counter stored;
  private final Counter failures;
  private final Thread writer = Thread.ofPlatform().name("audit").unstarted(this::run);

  /// Beyond them nothing more is taken in, until they are stored.
  private final List<EventMessage<?>> unstored = new ArrayList<>();

  private long lossToldNanos;
  private volatile boolean closed;

  /// @param store keeps all of them or none and throws
  AuditRecorder(
      Consumer<List<EventMessage<?>>> store,
      EngineClock clock,
      AuditProperties limits,
      MeterRegistry meters) {
    this.store = store;
    this.clock = clock;
    this.limits = limits;
    this.waiting = new ArrayBlockingQueue<>(limits.queue());
    this.gathering = new Gathering(limits);
    this.lossToldNanos = System.nanoTime() - limits.window().toNanos();
    this.taken = meters.counter("antar.audit.refusals");
    this.lost = meters.counter("antar.audit.lost");
    this.stored = meters.counter("antar.audit.stored");
    this.failures = meters.counter("antar.audit.failures");
    Gauge.builder("antar.audit.waiting", waiting, BlockingQueue::size).register(meters);
  }

  void start() {
    writer.start();
  }

  @Override
  public void record(AuditEvent refusal, Map<String, ?> metaData) {
    Noted noted = new Noted(refusal, metaData);
    if (hasRoomFor(noted) && waiting.offer(noted)) {
      taken.increment();
    } else {
      lost.increment();
      unrecordedLosses.incrementAndGet();
    }
  }

  /// A flood of strangers leaves room for what people are refused.
  private boolean hasRoomFor(Noted noted) {
    return !closed && (!noted.isOfStranger() || waiting.size() < limits.queue() / 2);
  }

  private void run() {
    while (!closed) {
      try {
        takeIn();
        add(gathering.due(System.nanoTime()));
        tellLosses();
        store();
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        log.error("A refusal could not be taken in.", e);
      }
    }
  }

  private void takeIn() throws InterruptedException {
    Noted next = waiting.poll(step(), TimeUnit.NANOSECONDS);
    for (int i = 0; next != null && i < limits.queue(); i++) {
      gathering.take(next, System.nanoTime());
      next = i + 1 < limits.queue() ? waiting.poll() : null;
    }
  }

  private long step() {
    return Math.min(LONGEST_WAIT_NANOS, Math.max(1, limits.window().toNanos() / 4));
  }

  private void add(List<Noted> due) {
    due.forEach(it -> unstored.add(message(it.event(), it.metaData())));
  }

  /// A stream of its own, so that it waits for nobody and nobody waits for it.
  private static EventMessage<?> message(AuditEvent event, Map<String, ?> metaData) {
    return new GenericDomainEventMessage<>("Audit", "audit:" + Ids.random(), 0, event, metaData);
  }

  private void tellLosses() {
    boolean toldLately = System.nanoTime() - lossToldNanos < limits.window().toNanos();
    long count = closed || !toldLately ? unrecordedLosses.getAndSet(0) : 0;
    if (count > 0) {
      lossToldNanos = System.nanoTime();
      unstored.add(message(new RefusalsLost(count, clock.instant()), Map.of()));
    }
  }

  /// Until it is done or the engine stops; meanwhile the queue may fill.
  private void store() throws InterruptedException {
    while (!unstored.isEmpty()) {
      List<EventMessage<?>> some = unstored.subList(0, Math.min(STORED_AT_ONCE, unstored.size()));
      if (isStored(List.copyOf(some))) {
        stored.increment(some.size());
        some.clear();
      } else if (closed) {
        log.error("{} refusals could not be stored before the end.", unstored.size());
        return;
      } else {
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  /// After a commit whose answer was lost, the same events are refused as there already: all were
  /// stored in one transaction.
  private boolean isStored(List<EventMessage<?>> events) {
    try {
      store.accept(events);
      return true;
    } catch (AlreadyStored _) {
      return true;
    } catch (RuntimeException e) {
      failures.increment();
      log.warn("Refusals cannot be stored now: {}", e.toString());
      return false;
    }
  }

  /// These very events are in the store.
  static final class AlreadyStored extends RuntimeException {

    private static final long serialVersionUID = 1;

    AlreadyStored(Throwable cause) {
      super(cause);
    }
  }

  /// Stores what there is, once.
  @Override
  public void close() throws InterruptedException {
    closed = true;
    if (writer.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS))) {
      for (Noted next = waiting.poll(); next != null; next = waiting.poll()) {
        gathering.take(next, System.nanoTime());
      }
      add(gathering.all());
      tellLosses();
      store();
    }
  }
}
