package id.antar.infra.ops;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsQuery.Processor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// How the event processors of this engine stand.
public final class ProcessorBoard {
  private final EventProcessingConfiguration processing;
  private final EventStore events;
  private final JdbcClient database;
  private final TransactionOperations transactions;

  ProcessorBoard(
      EventProcessingConfiguration processing,
      EventStore events,
      JdbcClient database,
      TransactionOperations transactions) {
    this.processing = processing;
    this.events = events;
    this.database = database;
    this.transactions = transactions;
  }

  public List<Processor> list() {
    long head = head();
    Map<String, Long> parked = parked();
    return processing.eventProcessors().values().stream()
        .map(it -> status(it, head, parked.getOrDefault(it.getName(), 0L)))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /// The position of the last event, -1 before the first.
  public long head() {
    return position(events.createHeadToken());
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }

  /// A processor is where its slowest segment is.
  private static Processor status(EventProcessor processor, long head, long parked) {
    if (!(processor instanceof StreamingEventProcessor streaming)) {
      return new Processor(processor.getName(), processor.isRunning(), head, 0, parked);
    }
    var segments = streaming.processingStatus().values();
    boolean running =
        streaming.isRunning()
            && !segments.isEmpty()
            && segments.stream().noneMatch(EventTrackerStatus::isErrorState);
    long position =
        segments.stream().mapToLong(it -> position(it.getTrackingToken())).min().orElse(-1);
    return new Processor(
        processor.getName(), running, position, Math.max(0, head - position), parked);
  }

  private Map<String, Long> parked() {
    return transactions.execute(_ ->
        database
            .sql("SELECT processing_group, COUNT(*) FROM dead_letter GROUP BY processing_group")
            .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private long sequences(String processor) {
    Long count =
        transactions.execute(_ ->
            database
                .sql(
                    """
                    SELECT COUNT(DISTINCT sequence_id) FROM dead_letter
                    WHERE processing_group = ?\
                    """)
                .param(processor)
                .query(Long.class)
                .single());
    return count == null ? 0 : count;
  }

  /// Handles a processor's parked events again, every sequence once: one that fails again does not
  /// keep the others.
  void retry(String processor, JobProgress progress) {
    var parked = processing.sequencedDeadLetterProcessor(processor);
    if (parked.isEmpty()) {
      progress.finding("There is no processor " + processor + " that parks events.");
      return;
    }
    progress.total(parked().getOrDefault(processor, 0L));
    long before = parked().getOrDefault(processor, 0L);
    for (long sequences = sequences(processor); sequences > 0; sequences--) {
      boolean _ = parked.get().processAny();
      long left = parked().getOrDefault(processor, 0L);
      progress.advance(before - left);
      before = left;
    }
    progress.summary(processor + ": " + before + " parked events are left.");
    if (before > 0) {
      progress.finding("At least one event failed again.");
    }
  }
}
