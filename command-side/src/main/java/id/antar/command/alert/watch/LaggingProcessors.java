package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.ops.OpsQuery.Processor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How far event processors are behind, or for how long they have not run, in real time.
final class LaggingProcessors implements Rule {

  private Map<String, Instant> stopped = Map.of();

  @Override
  public Stream<Measure> measure(Look look) {
    List<Processor> processors = look.processors();
    if (processors == null) {
      return Stream.empty();
    }
    var next = new HashMap<String, Instant>();
    for (Processor it : processors) {
      if (!it.running()) {
        Instant since = stopped.getOrDefault(it.name(), look.now());
        next.put(it.name(), since.isAfter(look.now()) ? look.now() : since);
      }
    }
    stopped = next;
    return processors.stream().map(it -> measure(look, it));
  }

  private Measure measure(Look look, Processor it) {
    double still = look.secondsSince(stopped.getOrDefault(it.name(), look.now()));
    double behind = Math.max(it.lagSeconds(), still);
    Instant since = look.now().minus(Duration.ofMillis((long) (behind * 1e3)));
    return new Measure(AlertKind.PROJECTION_LAGGING, it.name(), behind / look.speed(), since);
  }
}
