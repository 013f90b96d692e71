package id.antar.infra.ops;

import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.ops.OpsQuery.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final int MOST_CAUSES = 5;

  private final EventProcessingConfiguration processing;
  private final EventStore events;
  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ProcessorBoard(
      EventProcessingConfiguration processing,
      EventStore events,
      JdbcClient database,
      TransactionOperations transactions,
      InstantSource clock) {
    this.processing = processing;
    this.events = events;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
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
  private Processor status(EventProcessor processor, long head, long parked) {
    if (!(processor instanceof StreamingEventProcessor streaming)) {
      return new Processor(
          processor.getName(), processor.isRunning(), head, 0, 0, parked, List.of(), null);
    }
    List<EventTrackerStatus> statuses = List.copyOf(streaming.processingStatus().values());
    List<Segment> segments = statuses.stream().map(ProcessorBoard::segment).toList();
    boolean running =
        streaming.isRunning()
            && !segments.isEmpty()
            && segments.stream().allMatch(Segment::running);
    long position = segments.stream().mapToLong(Segment::position).min().orElse(-1);
    return new Processor(
        processor.getName(),
        running,
        position,
        Math.max(0, head - position),
        position < head ? waiting(position) : 0,
        parked,
        segments,
        error(statuses));
  }

  private static Segment segment(EventTrackerStatus status) {
    return new Segment(
        status.getSegment().getSegmentId(),
        !status.isErrorState(),
        position(status.getTrackingToken()),
        status.isCaughtUp(),
        status.isReplaying());
  }

  /// The kinds of what went wrong; a message may quote what is personal.
  private static @Nullable String error(List<EventTrackerStatus> statuses) {
    return statuses.stream()
        .filter(EventTrackerStatus::isErrorState)
        .findFirst()
        .map(it ->
            Stream.iterate(it.getError(), Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" < ")))
        .orElse(null);
  }

  /// How long the first event after a position has been waiting, in seconds.
  private double waiting(long position) {
    Double seconds =
        transactions.execute(_ ->
            database
                .sql(
                    """
                    SELECT recorded_at FROM domain_event WHERE global_index > ?
                    ORDER BY global_index LIMIT 1\
                    """)
                .param(position)
                .query(String.class)
                .optional()
                .map(it -> Duration.between(Instant.parse(it), clock.instant()).toMillis() / 1e3)
                .map(it -> Math.max(0, it))
                .orElse(0.0));
    return seconds == null ? 0 : seconds;
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
}
