package id.antar.bench.history;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/// Stores what happens in a made town, as the engine stores what its commands bring about.
final class MadeLog implements MadeTown.Listener {

  private static final int TOGETHER = 500;

  private final Consumer<List<DomainEventMessage<?>>> append;
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, Long> kinds = new TreeMap<>();
  private final List<DomainEventMessage<?>> waiting = new ArrayList<>();

  /// By the engine, in a unit of work.
  MadeLog(EventStorageEngine store) {
    this.append =
        events -> DefaultUnitOfWork.startAndGet(null).execute(() -> store.appendEvents(events));
  }

  /// By Axon, in a transaction.
  MadeLog(EventStorageEngine store, TransactionManager transactions) {
    this.append = events -> transactions.executeInTransaction(() -> store.appendEvents(events));
  }

  /// @param type the aggregate's
  private record Source(String type, String id) {
    static Source of(Object event) {
      return switch (event) {
        case OrderEvent e -> new Source("Order", "order:" + e.orderId());
        case PaymentEvent e -> new Source("Payment", "payment:" + e.paymentId());
        case AssignmentEvent e -> new Source("Assignment", "assignment:" + e.assignmentId());
        case CourierEvent e -> new Source("Courier", "courier:" + e.courierId());
        default -> throw new IllegalArgumentException("Whose is " + event + "?");
      };
    }
  }

  @Override
  public void recorded(Object event, Instant at) {
    Source source = Source.of(event);
    long sequence = sequences.merge(source.id(), 0L, (before, _) -> before + 1);
    var _ = kinds.merge(source.type(), 1L, Long::sum);
    waiting.add(
        new GenericDomainEventMessage<>(
            source.type(),
            source.id(),
            sequence,
            event,
            origin(source),
            UUID.randomUUID().toString(),
            at));
    if (waiting.size() == TOGETHER) {
      flush();
    }
  }

  private static MetaData origin(Source source) {
    return MetaData.with(MetaKeys.ACTOR, Actor.SYSTEM.toString())
        .and(MetaKeys.REQUEST_ID, "request-" + source.id())
        .and(MetaKeys.CAUSATION_ID, UUID.randomUUID().toString())
        .and(MetaKeys.CORRELATION_ID, UUID.randomUUID().toString());
  }

  /// A town's first so many events, if there are none yet.
  ///
  /// @return what there is now
  static String fill(HistoryOptions options, HistoryEngine engine, MadeTown.Listener... also) {
    if (engine.head() > 0) {
      return "%,d events are there".formatted(engine.head());
    }
    long began = System.nanoTime();
    var log = new MadeLog(engine.bean(EventStorageEngine.class));
    Instant begin =
        Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(options.days()));
    var town =
        new MadeTown(
            options.seed(),
            begin,
            (event, at) -> {
              log.recorded(event, at);
              List.of(also).forEach(it -> it.recorded(event, at));
            });
    int orders = town.live(options.events());
    log.flush();
    return String.format(
        Locale.ROOT,
        "%,d events of %,d orders written in %.0f s; of %s",
        options.events(),
        orders,
        (System.nanoTime() - began) / 1e9,
        log.kinds);
  }

  void flush() {
    if (!waiting.isEmpty()) {
      append.accept(List.copyOf(waiting));
      waiting.clear();
    }
  }
}
