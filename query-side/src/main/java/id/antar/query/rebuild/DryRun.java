package id.antar.query.rebuild;

import id.antar.api.ops.JobProgress;
import id.antar.query.projection.FoldBatch;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/// Folds parked events onto the rows as they are now, in memory, and tells what would be another.
/// As in the processor, what follows a failed event of the same source is left out.
final class DryRun<S> {

  private static final int TOLD = 200;

  private final Projector<S> projector;
  private final JobProgress progress;
  private final Set<String> failed = new HashSet<>();

  DryRun(Projector<S> projector, JobProgress progress) {
    this.projector = projector;
    this.progress = progress;
  }

  void run(List<EventMessage<?>> parked) {
    progress.total(parked.size());
    var rows = new Trial<>(projector.storage().live());
    for (EventMessage<?> message : parked) {
      handle(message, rows);
      progress.advance(1);
    }
    Map<String, List<String>> changes = changes(rows);
    progress.summary(
        "%d parked events: %d rows would change, %d sources would stay parked"
            .formatted(parked.size(), changes.size(), failed.size()));
    changes.entrySet().stream()
        .flatMap(row -> row.getValue().stream().map(line -> row.getKey() + ": " + line))
        .limit(TOLD)
        .forEach(progress::summary);
  }

  private void handle(EventMessage<?> message, Trial<S> rows) {
    if (failed.contains(FreshProjection.source(message))) {
      return;
    }
    try {
      FoldBatch<S> batch = new FoldBatch<>(projector.fold(), rows);
      batch.load(projector.fold().keys(message.getPayload()));
      batch.apply(Recorded.of(message));
      batch.save();
    } catch (RuntimeException e) {
      failed.add(FreshProjection.source(message));
      progress.summary(
          "event %s (%s of %s) would fail again: %s"
              .formatted(
                  message.getIdentifier(),
                  message.getPayloadType().getSimpleName(),
                  FreshProjection.source(message),
                  e.getClass().getSimpleName()));
    }
  }

  private Map<String, List<String>> changes(Trial<S> rows) {
    Map<String, List<String>> changes = new TreeMap<>();
    Map<String, Supplier<Row<S>>> now = projector.storage().live().load(rows.changed.keySet());
    rows.changed.forEach((key, row) -> {
      List<String> lines = lines(now.get(key), row);
      if (!lines.isEmpty()) {
        changes.put(key, lines);
      }
    });
    return changes;
  }

  private List<String> lines(@Nullable Supplier<Row<S>> now, Row<S> then) {
    return now == null
        ? List.of("would be new")
        : Comparison.lines(
            Comparison.differences(
                projector.fold().view(now.get().state()),
                projector.fold().view(then.state()),
                "now ",
                "then "));
  }

  /// The live rows, with what is written kept beside them.
  private static final class Trial<S> implements Rows<S> {

    private final Rows<S> live;
    private final Map<String, Row<S>> changed = new LinkedHashMap<>();

    Trial(Rows<S> live) {
      this.live = live;
    }

    @Override
    public Map<String, Supplier<Row<S>>> load(Collection<String> keys) {
      Map<String, Supplier<Row<S>>> found = new LinkedHashMap<>(live.load(keys));
      for (String key : keys) {
        Row<S> row = changed.get(key);
        if (row != null) {
          found.put(key, () -> row);
        }
      }
      return found;
    }

    @Override
    public void save(Map<String, Row<S>> rows) {
      changed.putAll(rows);
    }

    @Override
    public List<Keyed<S>> page(@Nullable String afterKey, int limit) {
      return live.page(afterKey, limit);
    }
  }
}
