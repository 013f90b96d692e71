package id.antar.query.rebuild;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.query.projection.FoldBatch;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Rows.Keyed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/// One projection as it was at a moment: folded from the events recorded until then into rows
/// beside the live ones, written to a file, a row a line, and dropped. Nobody else sees these rows.
final class Replay<S> {

  private static final int BATCH = 2_000;
  private static final int ROWS_GATHERED = 20_000;
  private static final JobResult RESULT =
      new JobResult("rows.ndjson", "application/x-ndjson", Permission.OPS_READ, false);

  private record Line(String key, Object row) {}

  private final Projector<S> projector;
  private final Instant until;
  private final JobProgress progress;
  private final List<EventMessage<?>> waiting = new ArrayList<>();
  private final Set<String> failed = new HashSet<>();
  private final RowText text = new RowText();
  private long folded;

  Replay(Projector<S> projector, Instant until, JobProgress progress) {
    this.projector = projector;
    this.until = until;
    this.progress = progress;
  }

  /// @param to a position up to which nothing comes in between any more
  void run(StoredEvents events, long to) {
    progress.total(Math.max(0, to + 1));
    try (var rows = new GatheredRows<>(projector.storage().createFresh(), ROWS_GATHERED)) {
      events.readTo(to, (_, message) -> take(message, rows), progress::advance);
      flush(rows);
      rows.flush();
      projector.storage().settle();
      write(rows, progress.result(RESULT));
    } finally {
      projector.storage().dropFresh();
    }
  }

  private void take(EventMessage<?> message, Rows<S> rows) {
    if (!message.getTimestamp().isAfter(until)
        && projector.fold().handles(message.getPayloadType())) {
      waiting.add(message);
      if (waiting.size() == BATCH) {
        flush(rows);
      }
    }
  }

  private void flush(Rows<S> rows) {
    FoldBatch<S> batch = new FoldBatch<>(projector.fold(), rows);
    batch.load(keys());
    for (EventMessage<?> message : waiting) {
      if (!failed.contains(FreshProjection.source(message))) {
        apply(batch, message);
      }
    }
    batch.save();
    waiting.clear();
  }

  private Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (EventMessage<?> message : waiting) {
      try {
        keys.addAll(projector.fold().keys(message.getPayload()));
      } catch (RuntimeException _) {
        failed.add(FreshProjection.source(message));
      }
    }
    return keys;
  }

  private void apply(FoldBatch<S> batch, EventMessage<?> message) {
    try {
      batch.apply(Recorded.of(message));
      folded++;
    } catch (RuntimeException _) {
      failed.add(FreshProjection.source(message));
    }
  }

  private void write(Rows<S> rows, Path file) {
    long written = 0;
    try (BufferedWriter to = Files.newBufferedWriter(file)) {
      for (var page = rows.page(null, BATCH); !page.isEmpty(); page = next(rows, page)) {
        progress.advance(0);
        for (Keyed<S> row : page) {
          to.write(text.line(new Line(row.key(), projector.fold().view(row.row().get().state()))));
          written++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The rows cannot be written.", e);
    }
    progress.summary(
        "%s at %s: %d rows of %d events%s"
            .formatted(
                projector.storage().name(),
                until,
                written,
                folded,
                failed.isEmpty() ? "" : ", events of " + failed.size() + " sources left out"));
  }

  private List<Keyed<S>> next(Rows<S> rows, List<Keyed<S>> page) {
    return page.size() < BATCH ? List.of() : rows.page(page.getLast().key(), BATCH);
  }
}
