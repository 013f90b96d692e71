package id.antar.infra.meters;

import id.antar.api.ops.OpsQuery.Processor;
import id.antar.infra.ops.ProcessorBoard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How the event processors stand that this process works on, or would if no other one did. What
/// none knows any more is not shown.
final class ProcessorMeters {
  private final MultiGauge lag;
  private final MultiGauge lagSeconds;
  private final MultiGauge running;
  private final MultiGauge parked;

  ProcessorMeters(MeterRegistry meters) {
    lag = gauge(meters, "antar.processor.lag", "Events that are not handled yet");
    lagSeconds = gauge(meters, "antar.processor.lag.seconds", "How long the first of them waits");
    running = gauge(meters, "antar.processor.running", "Whether it is worked on anywhere, 1 or 0");
    parked = gauge(meters, "antar.dead.letters", "Events that could not be handled and are parked");
  }

  private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  /// Nothing where it cannot be told.
  List<Processor> show(ProcessorBoard board) {
    try {
      List<Processor> processors = board.ofThisProcess();
      show(processors);
      return processors;
    } catch (RuntimeException e) {
      show(List.of());
      throw e;
    }
  }

  private void show(List<Processor> processors) {
    show(lag, processors, Processor::lag);
    show(lagSeconds, processors, Processor::lagSeconds);
    show(running, processors, it -> it.running() ? 1 : 0);
    show(parked, processors, Processor::deadLetters);
  }

  private static void show(
      MultiGauge gauge, List<Processor> processors, ToDoubleFunction<Processor> value) {
    gauge.register(
        processors.stream()
            .<Row<?>>map(it -> Row.of(Tags.of("processor", it.name()), value.applyAsDouble(it)))
            .toList(),
        true);
  }
}
