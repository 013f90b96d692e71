package id.antar.query.ordertimeline;

import static java.util.stream.Collectors.joining;

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
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.OrderTimeline.Entry;
import id.antar.api.order.Party;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.ChargePending;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentEvent.ChargeVoided;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentEarned;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import id.antar.query.projection.TripOrders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row per event and order: the order's own events, its payment's, and those of every
/// assignment that it was offered in.
final class TimelineFold implements Fold<TimelineRow> {

  @Override
  public String name() {
    return "ordertimeline";
  }

  @Override
  public Class<TimelineRow> stateType() {
    return TimelineRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(OrderEvent.class, PaymentEvent.class, AssignmentEvent.class);
  }

  @Override
  public boolean isAppendOnly() {
    return true;
  }

  /// Here a key is not yet a row's but an order's: the row's also says which event it is.
  @Override
  public Collection<String> keys(Object event) {
    return orders(event).stream().map(OrderId::value).toList();
  }

  @Override
  public String rowKey(String key, Recorded recorded) {
    return key + "/" + recorded.source() + "/" + recorded.sequence();
  }

  @Override
  public TimelineRow evolve(String key, @Nullable TimelineRow before, Recorded recorded) {
    return new TimelineRow(
        new OrderId(key),
        recorded.source(),
        recorded.sequence(),
        new Entry(
            recorded.event().getClass().getSimpleName(),
            occurredAt(recorded.event()),
            recorded.recordedAt(),
            recorded.actor(),
            detail(recorded.event())));
  }

  @Override
  public Object view(TimelineRow state) {
    return state;
  }

  private static List<OrderId> orders(Object event) {
    return switch (event) {
      case OrderEvent e -> List.of(e.orderId());
      case PaymentEvent e -> List.of(e.orderId());
      case AssignmentEvent e -> TripOrders.named(e);
      default -> List.of();
    };
  }

  private static Instant occurredAt(Object event) {
    return switch (event) {
      case OrderEvent e -> e.occurredAt();
      case PaymentEvent e -> e.occurredAt();
      case AssignmentEvent e -> e.occurredAt();
      default -> throw new IllegalArgumentException(event.getClass().getName());
    };
  }

  static String detail(Object event) {
    return switch (event) {
      case OrderEvent e -> ofOrder(e);
      case PaymentEvent e -> ofPayment(e);
      case AssignmentEvent e -> ofAssignment(e);
      default -> "";
    };
  }

  private static String ofOrder(OrderEvent event) {
    return switch (event) {
      case OrderPlaced e ->
          e.lines().stream()
                  .map(line -> line.quantity() + " x " + line.name())
                  .collect(joining(", "))
              + " from "
              + e.merchantName()
              + ", "
              + amount(e.total().total());
      case OrderPaid e -> "payment " + e.paymentId();
      case OrderSubmitted e -> "the merchant may confirm until " + e.confirmBy();
      case OrderConfirmed e -> "ready at " + e.readyAt();
      case PreparationStarted _ -> "";
      case ReadyTimeChanged e -> "ready at " + e.readyAt();
      case OrderReady _ -> "";
      case CourierAssigned e -> "courier " + e.courierId() + ", assignment " + e.assignmentId();
      case CourierUnassigned e -> "courier " + e.courierId() + ": " + e.reason();
      case OrderPickedUp e -> "courier " + e.courierId();
      case OrderStranded e ->
          "courier %s, %s at %s"
              .formatted(
                  e.courierId(),
                  e.handover() == null ? "made again, ready" : "to be fetched on the way",
                  e.readyAt());
      case OrderPinned e -> "courier " + e.courierId() + ": " + e.reason();
      case OrderUnpinned e -> e.reason();
      case OrderDelivered e -> "courier " + e.courierId();
      case OrderCancelled e -> "by " + by(e.by()) + ": " + e.reason();
      case DeliveryFailed e -> e.reason();
      case OrderReturned _, OrderSettled _ -> "";
      case TipGiven e -> amount(e.amount());
      case TipPaid e -> amount(e.amount());
      case TipFailed e -> e.reason();
      case DeliveredThoughOff _ -> "handed over though it was off";
    };
  }

  private static String ofPayment(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested e ->
          e.parts().stream()
              .map(part ->
                  amount(part.amount()) + " by " + part.method().name().toLowerCase(Locale.ROOT))
              .collect(joining(", "));
      case ChargeRequested e ->
          "part %d, attempt %d by %s"
              .formatted(
                  e.chargeId().part(),
                  e.chargeId().attempt(),
                  e.choice().method().name().toLowerCase(Locale.ROOT));
      case ChargePending e -> of(e.chargeId());
      case ChargeAuthorised e -> of(e.chargeId()) + ", " + amount(e.amount());
      case ChargeCaptured e -> of(e.chargeId()) + ", " + amount(e.amount());
      case ChargeFailed e -> of(e.chargeId()) + ": " + e.reason();
      case ChargeExpired e -> of(e.chargeId());
      case VoidRequested e -> of(e.chargeId());
      case ChargeVoided e -> of(e.chargeId());
      case ChargeMismatched e ->
          of(e.chargeId()) + ", " + amount(e.actual()) + " instead of " + amount(e.expected());
      case ChargedBack e -> of(e.chargeId()) + ", " + amount(e.amount()) + ": " + e.reason();
      case ChargebackReversed e -> of(e.chargeId()) + ", " + amount(e.amount());
      case CashCollected e -> amount(e.amount()) + ", courier " + e.courierId();
      case PaymentSecured _, PaymentEarned _, PaymentExpired _ -> "";
      case PaymentCompleted e -> amount(e.amount());
      case PaymentFailed e -> e.reason();
      case PaymentCancelled e -> e.reason();
      case RefundRequested e -> amount(e.amount()) + ": " + e.reason();
      case PaymentRefunded e -> amount(e.amount());
      case RefundFailed e -> amount(e.amount()) + ": " + e.reason();
    };
  }

  private static String of(ChargeId charge) {
    return "part " + charge.part() + ", attempt " + charge.attempt();
  }

  private static String ofAssignment(AssignmentEvent event) {
    String courier = "courier " + event.courierId();
    return switch (event) {
      case AssignmentOffered e -> courier + ", until " + e.expiresAt();
      case OfferDeclined e -> courier + ": " + e.reason();
      case DropoffFailed e -> courier + ": " + e.reason();
      case ReturnRequested e -> courier + ": " + e.reason();
      case OrderWithdrawn e -> courier + ": " + e.reason();
      case OrdersReleased e -> courier + ": " + e.reason();
      case AssignmentAmended e -> courier + ": " + e.reason();
      case AssignmentAbandoned e -> courier + ": " + e.reason();
      case OfferAccepted _,
          OfferExpired _,
          ArrivedAtPickup _,
          PickupRecorded _,
          ArrivedAtDropoff _,
          DropoffRecorded _,
          ReturnRecorded _,
          AssignmentEnded _ ->
          courier;
    };
  }

  private static String by(Party party) {
    return switch (party) {
      case Party.Customer _ -> "the customer";
      case Party.Merchant _ -> "the merchant";
      case Party.Courier _ -> "the courier";
      case Party.Operator p -> "operator " + p.operatorId();
      case Party.Engine p -> "the engine (" + p.process() + ")";
    };
  }

  private static String amount(Money money) {
    return money.minor() + " minor units of " + money.currency();
  }
}
