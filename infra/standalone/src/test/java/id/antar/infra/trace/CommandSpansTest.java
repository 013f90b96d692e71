package id.antar.infra.trace;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.MetaKeys;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class CommandSpansTest {
  private static final String SENT = Traced.SENT;

  private final Traced traced = new Traced();
  private final CommandSpans spans = new CommandSpans(traced.tracer());

  private static CommandMessage<String> command(MetaData meta) {
    return new GenericCommandMessage<>("cook", meta);
  }

  @Test
  void aCommandThatGoesToAnotherProcessIsHandledInTheTraceOfItsSending() {
    var there = new AtomicReference<CommandMessage<String>>();
    CommandMessage<String> sent = command(MetaData.with(MetaKeys.TRACE_PARENT, SENT));
    spans.createDispatchCommandSpan(sent, true).run(() -> there.set(spans.propagateContext(sent)));
    handle(Objects.requireNonNull(there.get()));

    List<SpanData> ended = traced.spans();
    assertThat(ended).extracting(SpanData::getName).containsExactly("send String", "handle String");
    assertThat(ended.get(0).getParentSpanId()).isEqualTo(Traced.SPAN);
    assertThat(ended.get(1).getParentSpanId()).isEqualTo(ended.get(0).getSpanId());
    assertThat(ended).extracting(SpanData::getTraceId).containsOnly(Traced.TRACE);
  }

  private void handle(CommandMessage<String> command) {
    var bus = SimpleCommandBus.builder().spanFactory(spans).build();
    var _ = bus.subscribe(command.getCommandName(), _ -> "done");
    bus.dispatch(command);
  }

  @Test
  void aCommandOfNothingTracedHasNoSpanAndIsMarkedWithNothing() {
    CommandMessage<String> command = command(MetaData.emptyInstance());
    spans.createDispatchCommandSpan(command, true).run(() -> handle(command));

    assertThat(traced.spans()).isEmpty();
    assertThat(spans.propagateContext(command).getMetaData()).isEmpty();
  }

  @Test
  void whatFailsIsToldByItsTypeAlone() {
    CommandMessage<String> command = command(MetaData.with(MetaKeys.TRACE_PARENT, SENT));
    spans
        .createHandleCommandSpan(command, false)
        .start()
        .recordException(new IllegalStateException("Ada Lovelace"))
        .end();

    assertThat(traced.spans().toString()).contains("IllegalStateException").doesNotContain("Ada");
  }
}
