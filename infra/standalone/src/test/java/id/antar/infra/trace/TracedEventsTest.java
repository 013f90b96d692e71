package id.antar.infra.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.MetaKeys;
import id.antar.api.time.EngineClock;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

/// From a command to the event that it stores, and to whoever handles that.
class TracedEventsTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final Traced traced = new Traced();

  /// It is noon, and time is ten times as fast as life.
  private final TracedEvents handling =
      new TracedEvents(
          traced.tracer(),
          new EngineClock(NOON, 10, () -> 0),
          Duration.ofMinutes(2),
          "query.order");

  private static EventMessage<?> event(Instant recordedAt, Map<String, ?> meta) {
    return new GenericEventMessage<>(new GenericMessage<>("cooked", meta), () -> recordedAt);
  }

  private Object handle(EventMessage<?> event, InterceptorChain chain) throws Exception {
    var work = DefaultUnitOfWork.startAndGet(event);
    try {
      return handling.handle(work, chain);
    } finally {
      work.rollback();
    }
  }

  @Test
  void anEventKeepsTheCommandAndItsHandlingIsTiedToThat() throws Exception {
    var store =
        EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .spanFactory(new EventSpans(traced.tracer()))
            .build();
    var bus = SimpleCommandBus.builder().spanFactory(new CommandSpans(traced.tracer())).build();
    var _ =
        bus.subscribe(
            "cook",
            _ -> {
              store.publish(new GenericDomainEventMessage<>("Order", "order:1", 0, "cooked"));
              return "done";
            });
    bus.dispatch(
        new GenericCommandMessage<>(
            new GenericCommandMessage<>("x", MetaData.with(MetaKeys.TRACE_PARENT, Traced.SENT)),
            "cook"));

    var append = traced.spans().get(0);
    var command = traced.spans().get(1);
    assertThat(append.getName()).isEqualTo("append events");
    assertThat(append.getParentSpanId()).isEqualTo(command.getSpanId());
    assertThat(command.getParentSpanId()).isEqualTo(Traced.SPAN);
    assertThat(command.getEvents()).extracting(it -> it.getName()).containsExactly("String");
    EventMessage<?> stored = store.readEvents("order:1").next();
    assertThat(stored.getMetaData().get(MetaKeys.TRACE_PARENT))
        .isEqualTo(TraceParents.write(command.getSpanContext()));

    Object _ = handle(event(NOON, stored.getMetaData()), () -> "seen");

    var view = traced.spans().get(2);
    assertThat(view.getName()).isEqualTo("query.order String");
    assertThat(view.getTraceId()).isEqualTo(Traced.TRACE);
    assertThat(view.getParentSpanId()).isEqualTo(command.getSpanId());
    assertThat(view.getLinks())
        .singleElement()
        .satisfies(
            link -> assertThat(link.getSpanContext().getSpanId()).isEqualTo(command.getSpanId()));
    store.shutDown();
  }

  @Test
  void whatTheHandlerDoesFollowsFromIt() throws Exception {
    var within = new AtomicReference<Map<String, String>>();
    Object _ =
        handle(
            event(NOON, Map.of(MetaKeys.TRACE_PARENT, Traced.SENT)),
            () -> {
              within.set(TraceParents.here());
              return "seen";
            });

    assertThat(within.get().get(MetaKeys.TRACE_PARENT))
        .isEqualTo(TraceParents.write(traced.spans().getFirst().getSpanContext()));
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void twoMinutesAreReal() throws Exception {
    var meta = Map.of(MetaKeys.TRACE_PARENT, Traced.SENT);

    assertThat(handle(event(NOON.minusSeconds(1201), meta), () -> "seen")).isEqualTo("seen");
    assertThat(traced.spans()).isEmpty();
    assertThat(handle(event(NOON.minusSeconds(1199), meta), () -> "seen")).isEqualTo("seen");
    assertThat(traced.spans()).hasSize(1);
  }

  @Test
  void anEventFromBeforeThereWereTracesIsHandledAsEver() throws Exception {
    assertThat(handle(event(NOON, Map.of(MetaKeys.REQUEST_ID, "r1")), () -> "seen"))
        .isEqualTo("seen");
    assertThat(traced.spans()).isEmpty();
  }

  @Test
  void whatFailsIsThrownOn() {
    var event = event(NOON, Map.of(MetaKeys.TRACE_PARENT, Traced.SENT));

    assertThatThrownBy(() ->
            handle(
                event,
                () -> {
                  throw new IllegalStateException("Ada");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(traced.spans().getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(traced.spans().toString()).doesNotContain("Ada");
  }
}
