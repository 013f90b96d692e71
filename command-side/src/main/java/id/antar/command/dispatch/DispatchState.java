package id.antar.command.dispatch;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.dispatch.DispatchCommand;
import id.antar.api.dispatch.DispatchCommand.RecordDecision;
import id.antar.api.dispatch.DispatchEvent;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.command.decider.Decision;

/// A dispatch decision: recorded once, never changed. What it says is not kept in memory.
sealed interface DispatchState {

  record Unrecorded() implements DispatchState {}

  record Recorded() implements DispatchState {}

  default Decision<DispatchEvent> decide(DispatchCommand command) {
    return switch (this) {
      case Unrecorded _ ->
          switch (command) {
            case RecordDecision c -> accept(decided(c));
          };
      case Recorded _ -> satisfied();
    };
  }

  default DispatchState evolve(DispatchEvent event) {
    return switch (event) {
      case DispatchDecided _ -> new Recorded();
    };
  }

  private static DispatchDecided decided(RecordDecision c) {
    return new DispatchDecided(
        c.decisionId(),
        c.zoneId(),
        c.policyVersion(),
        c.plannerVersion(),
        c.mapVersion(),
        c.seed(),
        c.problem(),
        c.plan(),
        c.orders(),
        c.choices(),
        c.sightings(),
        c.occurredAt());
  }
}
