package id.antar.gateway.stream.fact;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.Stop;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an assignment's event tells beyond its name and times.
record AssignmentTold(
    List<OrderId> orderIds,
    @Nullable Instant expiresAt,
    @Nullable List<Stop> stops,
    @Nullable AbandonCause cause,
    @Nullable GeoPoint handover,
    @Nullable String reason) {

  static AssignmentTold of(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e ->
          new AssignmentTold(
              e.stops().stream().map(Stop::orderId).distinct().toList(),
              e.expiresAt(),
              e.stops(),
              null,
              null,
              null);
      case OfferAccepted e -> about(e.orders(), null);
      case OfferDeclined e -> about(e.orders(), e.reason());
      case OfferExpired e -> about(e.orders(), null);
      case ArrivedAtPickup e -> about(List.of(e.orderId()), null);
      case PickupRecorded e -> about(List.of(e.orderId()), null);
      case ArrivedAtDropoff e -> about(List.of(e.orderId()), null);
      case DropoffRecorded e -> about(List.of(e.orderId()), null);
      case DropoffFailed e -> about(List.of(e.orderId()), e.reason());
      case ReturnRequested e -> about(List.of(e.orderId()), e.reason());
      case ReturnRecorded e -> about(List.of(e.orderId()), null);
      case OrderWithdrawn e -> about(List.of(e.orderId()), e.reason());
      case OrdersReleased e -> about(e.orders(), e.reason());
      case AssignmentAmended e ->
          new AssignmentTold(
              e.stops().stream().map(Stop::orderId).distinct().toList(),
              null,
              e.stops(),
              null,
              null,
              e.reason());
      case AssignmentAbandoned e ->
          new AssignmentTold(
              Stream.concat(e.released().stream(), e.stranded().stream()).toList(),
              null,
              null,
              e.cause(),
              e.handover() == null ? null : e.handover().value(),
              e.reason());
      case AssignmentEnded _ -> about(List.of(), null);
    };
  }

  private static AssignmentTold about(List<OrderId> orders, @Nullable String reason) {
    return new AssignmentTold(orders, null, null, null, null, reason);
  }
}
