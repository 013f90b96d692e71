package id.antar.infra.history;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.account.Permission;
import id.antar.api.history.HistoryCommand.ExportEvents;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.api.message.Receipt;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.StartJob;
import id.antar.query.history.EventArchive;
import id.antar.query.history.EventIndex;
import id.antar.query.history.EventIndex.Range;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/// Writes events into a file, some at a time; what is recorded after it began is not in it.
final class EventExport {
  private static final int AT_ONCE = 500;

  private final StartJob jobs;
  private final EventIndex index;
  private final EventArchive archive;
  private final MeterRegistry meters;

  EventExport(StartJob jobs, EventIndex index, EventArchive archive, MeterRegistry meters) {
    this.jobs = jobs;
    this.index = index;
    this.archive = archive;
    this.meters = meters;
  }

  @CommandHandler
  Receipt handle(ExportEvents command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(command.jobId(), "export-events", actor, progress -> run(command, progress));
    return Receipt.accepted();
  }

  private void run(ExportEvents command, JobProgress progress) {
    try {
      write(command, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ExportEvents command, JobProgress progress) throws IOException {
    Range range = index.range(command.filter()).join().upTo(archive.settled());
    progress.total(Math.max(0, range.upTo() - range.after()));
    Path file = progress.result(result(command));
    long written = 0;
    try (EventFile out = EventFile.open(command.format(), file)) {
      while (!range.isEmpty()) {
        List<Long> found = index.find(command.filter(), range, Order.OLDEST_FIRST, AT_ONCE).join();
        out.write(archive.events(found, command.personal()));
        written += found.size();
        long reached = found.size() < AT_ONCE ? range.upTo() : found.getLast();
        progress.advance(reached - range.after());
        range = range.after(reached);
      }
    }
    meters.counter("antar.history.exported").increment((double) written);
    progress.summary(written + " events in " + Files.size(file) + " bytes");
  }

  private static JobResult result(ExportEvents command) {
    return new JobResult(
        EventFile.name(command.format()),
        EventFile.mediaType(command.format()),
        needed(command),
        command.personal());
  }

  /// Who may not have asked for it may not fetch it either.
  private static Permission needed(ExportEvents command) {
    if (command.filter().withoutTypes().isEmpty()) {
      return Permission.AUDIT_READ;
    }
    return command.personal() ? Permission.HISTORY_READ_PERSONAL : Permission.HISTORY_READ;
  }
}
