package id.antar.infra.ops;

import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.ops.OpsQuery.Segment;
import id.antar.infra.ops.StoredTokens.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// How the event processors stand: those of this process as they tell of themselves, the others as
/// the token store knows them.
public final class ProcessorBoard {
  private static final int MOST_CAUSES = 5;

  /// One that nobody has worked on for longer is of an older version of the engine.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final EventProcessingConfiguration processing;
  private final EventStore events;
  private final StoredTokens tokens;
  private final String owner;
  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  /// @param owner what this process calls itself in the token store
  ProcessorBoard(
      EventProcessingConfiguration processing,
      EventStore events,
      StoredTokens tokens,
      String owner,
      JdbcClient database,
      TransactionOperations transactions,
      InstantSource clock) {
    this.processing = processing;
    this.events = events;
    this.tokens = tokens;
    this.owner = owner;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Of all processes. What another one follows from memory is known to it alone.
  public List<Processor> list() {
    Map<String, List<Stored>> stored = stored();
    var names = new TreeSet<>(processing.eventProcessors().keySet());
    stored.forEach((name, segments) -> {
      if (segments.stream().anyMatch(it -> tokens.isWithin(REMEMBERED, it))) {
        names.add(name);
      }
    });
    return status(names, stored);
  }

  /// Of those that this process works on, or would if no other did.
  public List<Processor> ofThisProcess() {
    return status(new TreeSet<>(processing.eventProcessors().keySet()), stored());
  }

  private List<Processor> status(SortedSet<String> names, Map<String, List<Stored>> stored) {
    long head = head();
    Map<String, Long> parked = parked();
    return names.stream()
        .map(
            it -> status(it, stored.getOrDefault(it, List.of()), head, parked.getOrDefault(it, 0L)))
        .toList();
  }

  /// The framework keeps things of its own among them.
  private Map<String, List<Stored>> stored() {
    return tokens.all().stream()
        .filter(it -> !it.processor().startsWith("__"))
        .collect(Collectors.groupingBy(Stored::processor));
  }

  /// The position of the last event, -1 before the first.
  public long head() {
    return position(events.createHeadToken());
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }

  /// A processor is where its slowest segment is.
  private Processor status(String name, List<Stored> stored, long head, long parked) {
    Map<Integer, EventTrackerStatus> here = worksHere(name);
    var segments = new TreeMap<Integer, Segment>();
    stored.forEach(it -> segments.put(it.segment(), segment(it, head)));
    here.forEach((number, status) -> segments.put(number, segment(status)));
    boolean running = !segments.isEmpty() && segments.values().stream().allMatch(Segment::running);
    long position = segments.values().stream().mapToLong(Segment::position).min().orElse(-1);
    return new Processor(
        name,
        running,
        position,
        Math.max(0, head - position),
        position < head ? waiting(position) : 0,
        parked,
        List.copyOf(segments.values()),
        error(here.values()));
  }

  private Map<Integer, EventTrackerStatus> worksHere(String name) {
    return processing
        .eventProcessor(name, StreamingEventProcessor.class)
        .filter(EventProcessor::isRunning)
        .map(StreamingEventProcessor::processingStatus)
        .orElse(Map.of());
  }

  /// One that this process has and does not work on is worked on by nobody.
  private Segment segment(Stored it, long head) {
    long position = position(it.token());
    boolean elsewhere = tokens.isClaimed(it) && !owner.equals(it.owner());
    return new Segment(
        it.segment(),
        elsewhere,
        position,
        position >= head,
        it.token() instanceof ReplayToken,
        elsewhere ? it.owner() : null);
  }

  private Segment segment(EventTrackerStatus status) {
    return new Segment(
        status.getSegment().getSegmentId(),
        !status.isErrorState(),
        position(status.getTrackingToken()),
        status.isCaughtUp(),
        status.isReplaying(),
        owner);
  }

  /// The kinds of what went wrong; a message may quote what is personal.
  private static @Nullable String error(Collection<EventTrackerStatus> statuses) {
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
