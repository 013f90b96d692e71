package id.antar.command.decider;

import id.antar.api.message.Receipt;
import org.axonframework.modelling.command.AggregateLifecycle;

/// The one step from a decision to Axon: its events are applied to the aggregate at hand, and its
/// sender gets a receipt.
public final class Deciding {

  private Deciding() {}

  public static Receipt answer(Decision<?> decision) {
    if (decision.events().isEmpty()) {
      Memory.requireStore();
    }
    return switch (decision) {
      case Decision.Accepted<?>(var events) -> {
        events.forEach(AggregateLifecycle::apply);
        yield Receipt.accepted();
      }
      case Decision.Rejected<?>(var reason) -> Receipt.rejected(reason);
      case Decision.Refused<?>(var events, var reason) -> {
        events.forEach(AggregateLifecycle::apply);
        yield Receipt.rejected(reason);
      }
    };
  }
}
