package id.antar.infra.ops;

import id.antar.api.ops.JobProgress;
import id.antar.infra.ops.DeadLetterTable.Place;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;

/// Handles parked events again.
final class ParkedEvents {
  private final EventProcessingConfiguration processing;
  private final DeadLetterTable table;

  ParkedEvents(EventProcessingConfiguration processing, DeadLetterTable table) {
    this.processing = processing;
    this.table = table;
  }

  /// Every sequence once: one that fails again does not keep the others.
  void retryAll(String processor, JobProgress progress) {
    SequencedDeadLetterProcessor<EventMessage<?>> parked = processor(processor);
    progress.total(table.count(processor));
    long before = table.count(processor);
    for (long sequences = table.sequences(processor); sequences > 0; sequences--) {
      boolean _ = parked.processAny();
      long left = table.count(processor);
      progress.advance(before - left);
      before = left;
    }
    progress.summary(processor + ": " + before + " parked events are left.");
    if (before > 0) {
      progress.finding("At least one event failed again.");
    }
  }

  /// One sequence, from its first event on.
  void retry(String processor, Place place, JobProgress progress) {
    boolean handled =
        processor(processor)
            .process(it -> it.message().getIdentifier().equals(place.firstEventId()));
    progress.summary(processor + ": " + table.count(processor) + " parked events are left.");
    if (!handled) {
      progress.finding("The sequence " + place.sequence() + " failed again.");
    }
  }

  private SequencedDeadLetterProcessor<EventMessage<?>> processor(String name) {
    return processing
        .sequencedDeadLetterProcessor(name)
        .orElseThrow(() ->
            new IllegalArgumentException("There is no processor " + name + " that parks events."));
  }
}
