package id.antar.query.searchkeeping;

import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The processor that writes an index, where this engine runs it.
final class FollowedProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedProcessor.class);
  private static final int SEGMENT = 0;

  private final String name;
  private final EventProcessingConfiguration processing;

  FollowedProcessor(String name, EventProcessingConfiguration processing) {
    this.name = name;
    this.processing = processing;
  }

  /// The position of the last event that it has handled, -1 before the first; nothing while it is
  /// another engine's, or backs off.
  OptionalLong position() {
    return processing
        .eventProcessor(name, StreamingEventProcessor.class)
        .map(it -> it.processingStatus().get(SEGMENT))
        .map(FollowedProcessor::position)
        .orElseGet(OptionalLong::empty);
  }

  private static OptionalLong position(EventTrackerStatus status) {
    TrackingToken token = WrappedToken.unwrapLowerBound(status.getTrackingToken());
    return OptionalLong.of(token == null ? -1 : token.position().orElse(-1));
  }

  /// Ends its backing off: what it waited for is there again.
  void goOn() {
    processing
        .eventProcessor(name, StreamingEventProcessor.class)
        .filter(StreamingEventProcessor::isRunning)
        .ifPresent(it -> {
          var _ =
              it.claimSegment(SEGMENT)
                  .whenComplete((claimed, failure) ->
                      LOG.debug("{} is asked to go on: {}", name, claimed, failure));
        });
  }
}
