package id.antar.infra.ops;

import id.antar.api.ops.JobProgress;
import id.antar.query.rebuild.WishForSegment;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/// Brings the only segment of a processor to this process, where it stays.
final class Takeover {
  private static final int SEGMENT = 0;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final EventProcessingConfiguration processing;
  private final WishForSegment wishes;

  Takeover(EventProcessingConfiguration processing, WishForSegment wishes) {
    this.processing = processing;
    this.wishes = wishes;
  }

  /// @return whether it is here now; if not, that is a finding
  boolean run(String name, JobProgress progress) {
    StreamingEventProcessor processor =
        processing
            .eventProcessor(name, StreamingEventProcessor.class)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "There is no processor " + name + " that parks events."));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!processor.processingStatus().containsKey(SEGMENT)) {
      if (System.nanoTime() > end) {
        progress.finding(name + " is another process's, which does not let go of it.");
        return false;
      }
      progress.advance(0);
      wishes.wish(name);
      var _ = processor.claimSegment(SEGMENT);
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The process ends.");
    }
  }
}
