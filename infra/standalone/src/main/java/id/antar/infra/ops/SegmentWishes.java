package id.antar.infra.ops;

import id.antar.query.rebuild.WishForSegment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Processes ask each other for segments by rows of the database. Who is asked lets go, and does
/// not take it again as long as the one who asked needs to take it.
final class SegmentWishes implements WishForSegment, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentWishes.class);
  private static final int SEGMENT = 0;
  private static final Duration LET_GO = Duration.ofSeconds(10);
  private static final int LOOK_MILLIS = 500;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final EventProcessingConfiguration processing;
  private final String owner;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("segment-wishes").factory());

  /// @param owner what this process calls itself in the token store
  SegmentWishes(
      JdbcClient database,
      TransactionOperations transactions,
      EventProcessingConfiguration processing,
      String owner) {
    this.database = database;
    this.transactions = transactions;
    this.processing = processing;
    this.owner = owner;
  }

  void start() {
    var _ =
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void wish(String processor) {
    transactions.executeWithoutResult(_ -> {
      int _ =
          database
              .sql(
                  """
                  REPLACE INTO segment_wish (processor, wished_by, wished_at)
                  VALUES (?, ?, UTC_TIMESTAMP(6))\
                  """)
              .params(processor, owner)
              .update();
    });
  }

  private void look() {
    try {
      wished().forEach(this::letGo);
    } catch (RuntimeException e) {
      LOG.debug("Whether others wish for segments cannot be seen now.", e);
    }
  }

  private List<String> wished() {
    return Objects.requireNonNull(
        transactions.execute(_ ->
            database
                .sql(
                    """
                    SELECT processor FROM segment_wish
                    WHERE wished_by <> ? AND wished_at > UTC_TIMESTAMP(6) - INTERVAL 3 SECOND\
                    """)
                .param(owner)
                .query(String.class)
                .list()));
  }

  private void letGo(String processor) {
    processing
        .eventProcessor(processor, StreamingEventProcessor.class)
        .filter(it -> it.processingStatus().containsKey(SEGMENT))
        .ifPresent(it -> {
          LOG.info("{} goes to another process.", processor);
          it.releaseSegment(SEGMENT, untilFree().toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  /// The framework adds it to the time of events, which is the engine's, and compares with the real
  /// one.
  private static Duration untilFree() {
    return Duration.between(
        GenericEventMessage.clock.instant(), Clock.systemUTC().instant().plus(LET_GO));
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
