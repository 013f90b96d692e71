package id.antar.query.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

/// The processor that keeps a projection up to date, in this process or in another. While it is
/// paused its token is claimed from here, so that no other process goes on in its place.
final class LiveProcessor {

  private static final int SEGMENT = 0;

  /// Less than a claim lasts that nobody extends.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final String name;
  private final StreamingEventProcessor processor;
  private final EventProcessingConfiguration processing;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final Elsewhere elsewhere;
  private boolean wasRunning;
  private boolean claimed;

  /// What other processes do with processors.
  ///
  /// @param tokens how far they are
  /// @param wishes how they are asked for them
  record Elsewhere(ReadTokens tokens, WishForSegment wishes) {}

  LiveProcessor(String name, EventProcessingConfiguration processing, Elsewhere elsewhere) {
    this.name = name;
    this.elsewhere = elsewhere;
    this.processing = processing;
    this.processor =
        processing
            .eventProcessor(name, StreamingEventProcessor.class)
            .orElseThrow(() ->
                new IllegalStateException(
                    "There is no streaming processor " + name + " in this engine."));
    this.tokens = processing.tokenStore(name);
    this.transactions = processing.transactionManager(name);
  }

  String name() {
    return name;
  }

  /// How far it is, at least: it goes on.
  Reach reach() {
    EventTrackerStatus status = processor.processingStatus().get(SEGMENT);
    return Reach.of(
        status == null
            ? elsewhere.tokens().find(name, SEGMENT).orElse(null)
            : status.getTrackingToken());
  }

  /// So that pausing it does not take long, if another process works on it.
  void announce() {
    if (!processor.processingStatus().containsKey(SEGMENT)) {
      elsewhere.wishes().wish(name);
    }
  }

  /// @return how far it has come and will stay until [#resume()]
  Reach pause() {
    wasRunning = processor.isRunning();
    processor.shutDown();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return transactions.fetchInTransaction(this::claim);
      } catch (UnableToClaimTokenException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        elsewhere.wishes().wish(name);
        rest();
      }
    }
  }

  private static void rest() {
    try {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The process ends.");
    }
  }

  private Reach claim() {
    int[] segments = tokens.fetchSegments(name);
    if (segments.length == 0) {
      return Reach.NOTHING;
    }
    if (segments.length > 1) {
      throw new IllegalStateException(
          name + " has " + segments.length + " segments. Maybe merge them to one first.");
    }
    Reach reach = Reach.of(tokens.fetchToken(name, SEGMENT));
    claimed = true;
    return reach;
  }

  void holdOn() {
    if (claimed) {
      transactions.executeInTransaction(() -> tokens.extendClaim(name, SEGMENT));
    }
  }

  void resume() {
    try {
      if (claimed) {
        claimed = false;
        transactions.executeInTransaction(() -> tokens.releaseClaim(name, SEGMENT));
      }
    } finally {
      if (wasRunning) {
        processor.start();
      }
    }
  }

  boolean hasParked(EventMessage<?> message) {
    Object sequence = processing.sequencingPolicy(name).getSequenceIdentifierFor(message);
    return processing
        .deadLetterQueue(name)
        .map(queue ->
            transactions.fetchInTransaction(
                () -> queue.contains(sequence == null ? message.getIdentifier() : sequence)))
        .orElse(false);
  }

  /// In the order in which they would be handled again.
  ///
  /// @param sequence whose alone; of all if absent
  List<EventMessage<?>> parked(@Nullable String sequence) {
    SequencedDeadLetterQueue<EventMessage<?>> queue =
        processing
            .deadLetterQueue(name)
            .orElseThrow(() -> new IllegalStateException(name + " parks no events."));
    return transactions.fetchInTransaction(() -> {
      List<EventMessage<?>> found = new ArrayList<>();
      var sequences =
          sequence == null ? queue.deadLetters() : List.of(queue.deadLetterSequence(sequence));
      sequences.forEach(letters -> letters.forEach(letter -> found.add(letter.message())));
      return found;
    });
  }

  long parkedSequences() {
    return processing
        .deadLetterQueue(name)
        .map(queue -> transactions.fetchInTransaction(queue::amountOfSequences))
        .orElse(0L);
  }
}
