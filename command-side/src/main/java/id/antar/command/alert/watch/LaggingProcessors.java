package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.ops.OpsQuery.Processor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far event processors are behind, or for how long they have not run, in real time. Of one
/// that another process follows from memory nothing is known here. What is behind at one look only
/// is not counted: after a start the last thing that was not handled is as old as the stop.
final class LaggingProcessors implements Rule {

  private Map<String, Instant> stopped = Map.of();
  private Set<String> behind = Set.of();

  @Override
  public Stream<Measure> measure(Look look) {
    if (look.processors() == null) {
      return Stream.empty();
    }
    List<Processor> processors =
        look.processors().stream().filter(it -> !it.segments().isEmpty()).toList();
    var next = new HashMap<String, Instant>();
    for (Processor it : processors) {
      if (!it.running()) {
        Instant since = stopped.getOrDefault(it.name(), look.now());
        next.put(it.name(), since.isAfter(look.now()) ? look.now() : since);
      }
    }
    stopped = next;
    List<Measure> measures = processors.stream().map(it -> measure(look, it)).toList();
    behind =
        processors.stream()
            .filter(it -> it.lagSeconds() > 0)
            .map(Processor::name)
            .collect(Collectors.toSet());
    return measures.stream();
  }

  private Measure measure(Look look, Processor it) {
    double still = look.secondsSince(stopped.getOrDefault(it.name(), look.now()));
    double late = Math.max(behind.contains(it.name()) ? it.lagSeconds() : 0, still);
    Instant since = look.now().minus(Duration.ofMillis((long) (late * 1e3)));
    return new Measure(AlertKind.PROJECTION_LAGGING, it.name(), late / look.speed(), since);
  }
}
