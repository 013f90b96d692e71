package id.antar.gateway.stream.fact;

import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What makes a fact one that wants an operator's eye.
record Alert(
    Kind kind,
    @Nullable OrderId orderId,
    @Nullable AssignmentId assignmentId,
    @Nullable CourierId courierId,
    @Nullable String detail) {

  enum Kind {
    /// Its courier was lost with it.
    ORDER_STRANDED,
    /// Nobody took it at its door.
    DELIVERY_FAILED,
    /// A courier does not go on.
    COURIER_LOST,
    /// It was handed over though it was off: what its courier was paid is to go back.
    DELIVERED_THOUGH_OFF,
    /// A provider refuses to send money back.
    REFUND_FAILED,
    /// Cash is to go back.
    REFUND_BY_HAND,
    /// A provider holds another amount than was asked for.
    CHARGE_MISMATCHED,
    /// The engine called an order off that was being made and that nobody carried.
    NO_COURIER
  }

  static Optional<Alert> of(Fact fact) {
    return Optional.ofNullable(
        switch (fact) {
          case Fact.OfOrder order -> find(order);
          case Fact.OfAssignment assignment -> find(assignment);
          case Fact.OfPayment payment -> find(payment);
          case Fact.OfChat _, Fact.OfAlert _ -> null;
        });
  }

  private static @Nullable Alert find(Fact.OfOrder fact) {
    OrderId id = fact.event().orderId();
    return switch (fact.event()) {
      case OrderStranded e ->
          new Alert(Kind.ORDER_STRANDED, id, e.assignmentId(), e.courierId(), null);
      case DeliveryFailed e ->
          new Alert(
              Kind.DELIVERY_FAILED, id, e.assignmentId(), fact.before().courierId(), e.reason());
      case OrderCancelled e
          when e.by() instanceof Party.Engine && fact.before().waitsForCourier() ->
          new Alert(Kind.NO_COURIER, id, null, null, e.reason());
      case DeliveredThoughOff e ->
          new Alert(Kind.DELIVERED_THOUGH_OFF, id, e.assignmentId(), e.courierId(), null);
      default -> null;
    };
  }

  private static @Nullable Alert find(Fact.OfPayment fact) {
    OrderId id = fact.event().orderId();
    return switch (fact.event()) {
      case RefundFailed e -> new Alert(Kind.REFUND_FAILED, id, null, null, e.reason());
      case ChargeMismatched _ -> new Alert(Kind.CHARGE_MISMATCHED, id, null, null, null);
      case RefundRequested e when e.method() == PaymentMethod.CASH ->
          new Alert(Kind.REFUND_BY_HAND, id, null, null, e.reason());
      default -> null;
    };
  }

  private static @Nullable Alert find(Fact.OfAssignment fact) {
    return fact.event() instanceof AssignmentAbandoned e
        ? new Alert(Kind.COURIER_LOST, null, e.assignmentId(), e.courierId(), e.reason())
        : null;
  }
}
