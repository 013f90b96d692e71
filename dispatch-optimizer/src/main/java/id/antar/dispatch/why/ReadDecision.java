package id.antar.dispatch.why;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// Where recorded decisions are read from.
public interface ReadDecision {

  DispatchDecided read(DecisionId decision);

  /// From the event store, where every decision is an aggregate with one event.
  static ReadDecision from(EventStore events) {
    return decision ->
        events
            .readEvents("decision:" + decision)
            .asStream()
            .map(event -> event.getPayload())
            .filter(DispatchDecided.class::isInstance)
            .map(DispatchDecided.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Decision " + decision + " is gone."));
  }
}
