package id.antar.api.dispatch;

import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.Sighting;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;

/// What can be asked of a dispatch decision: to be remembered.
public sealed interface DispatchCommand {
  DecisionId decisionId();

  record RecordDecision(
      DecisionId decisionId,
      ZoneId zoneId,
      String policyVersion,
      String plannerVersion,
      String mapVersion,
      long seed,
      String problem,
      String plan,
      List<OrderId> orders,
      List<Choice> choices,
      List<Personal<Sighting>> sightings,
      Instant occurredAt)
      implements DispatchCommand {
    public RecordDecision {
      orders = List.copyOf(orders);
      choices = List.copyOf(choices);
      sightings = List.copyOf(sightings);
    }
  }
}
