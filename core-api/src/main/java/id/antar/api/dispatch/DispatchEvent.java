package id.antar.api.dispatch;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;

/// Facts about the dispatcher's decisions.
public sealed interface DispatchEvent {
  DecisionId decisionId();

  Instant occurredAt();

  /// One round's decision with all it was made from.
  ///
  /// @param problem the planner's input as its own JSON: orders, couriers, travel times, policy. It
  ///   holds no coordinates; planning it again with `plannerVersion` and `seed` gives `plan` byte
  ///   for byte
  /// @param plan the planner's output as its own JSON: the candidates with their cost terms, and
  ///   the choice
  /// @param orders every order that the round saw
  /// @param sightings where the couriers were seen, each encrypted for its courier
  record DispatchDecided(
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
      implements DispatchEvent {
    public DispatchDecided {
      orders = List.copyOf(orders);
      choices = List.copyOf(choices);
      sightings = List.copyOf(sightings);
    }
  }

  /// These orders are offered to this courier as this assignment, or are what an amended one holds.
  record Choice(AssignmentId assignmentId, CourierId courierId, List<OrderId> orders) {
    public Choice {
      orders = List.copyOf(orders);
    }
  }

  /// A courier's last fix before the decision.
  record Sighting(CourierId courierId, GeoPoint point, Instant occurredAt) {}
}
