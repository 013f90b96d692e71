package id.antar.command.order;

import static id.antar.command.decider.Decision.reject;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantEvent;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ChangeReadyTime;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderCommand.ConfirmTip;
import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderCommand.FailTip;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderCommand.RejectOrder;
import id.antar.api.order.OrderCommand.StartPreparation;
import id.antar.api.order.OrderCommand.StrandOrder;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderCommand.UnpinOrder;
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
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.Quotation;
import id.antar.command.order.Known.Carrier;
import id.antar.command.order.Known.Ended;
import id.antar.command.order.Known.InKitchen;
import id.antar.command.order.Known.OnDelivery;
import id.antar.command.order.Known.Placed;
import id.antar.command.order.Known.Submitted;
import id.antar.command.order.Known.Undeliverable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How far an order is, with what its rules need to know. Each rule has a class named for the act.
///
/// `CANCELLED` is final: food that a courier still holds then goes back as a matter of the
/// assignment, and its return changes nothing in the order.
sealed interface OrderState permits OrderState.Unplaced, Known {

  record Unplaced() implements OrderState {}

  /// The merchant is asked only if the order is not placed yet.
  default Decision<OrderEvent> place(
      PlaceOrder command, Supplier<Quotation> merchant, OrderPolicy policy, Instant now) {
    return switch (this) {
      case Unplaced _ -> Placing.place(command, merchant.get(), policy, now);
      case Known order -> Placing.placeAgain(order, command);
    };
  }

  default Decision<OrderEvent> decide(OrderCommand command, OrderPolicy policy, Instant now) {
    return switch (this) {
      case Unplaced _ -> reject(new UnknownOrder(command.orderId()));
      case Known order ->
          switch (command) {
            case PlaceOrder c -> Placing.placeAgain(order, c);
            case ConfirmPayment c -> Paying.confirm(order, c, policy, now);
            case ConfirmOrder c -> Confirming.confirm(order, c, policy, now);
            case RejectOrder c -> Cancelling.reject(order, c);
            case StartPreparation c -> Preparing.start(order, c);
            case ChangeReadyTime c -> Preparing.changeReadyTime(order, c, policy, now);
            case MarkReady c -> Preparing.markReady(order, c);
            case AssignCourier c -> Carrying.assign(order, c);
            case UnassignCourier c -> Carrying.unassign(order, c);
            case MarkPickedUp c -> Carrying.pickUp(order, c);
            case MarkDelivered c -> Carrying.deliver(order, c);
            case MarkDeliveryFailed c -> Carrying.fail(order, c);
            case MarkReturned c -> Carrying.bringBack(order, c);
            case StrandOrder c -> Stranding.strand(order, c, now);
            case PinOrder c -> Pinning.pin(order, c);
            case UnpinOrder c -> Pinning.unpin(order, c);
            case CancelOrder c -> Cancelling.cancel(order, c);
            case ExpireOrder c -> Expiring.expire(order, c, policy);
            case GiveTip c -> Tipping.give(order, c, policy, now);
            case ConfirmTip c -> Tipping.confirm(order, c);
            case FailTip c -> Tipping.fail(order, c);
          };
    };
  }

  default boolean wantsCashBy(CourierId courierId) {
    return this instanceof Known it
        && it.order().payment().stream().anyMatch(part -> !part.isPrepaid())
        && !it.findPin().equals(Optional.of(courierId));
  }

  /// What follows for the merchant from what has just happened.
  default Optional<MerchantEvent> redeeming(OrderEvent event) {
    return Redeeming.effect(known().order(), event);
  }

  /// Empty if there is no such order.
  default Optional<Parties> parties() {
    return this instanceof Known it
        ? Optional.of(
            new Parties(
                it.order().orderId(),
                it.order().customerId(),
                it.order().merchantId(),
                it.findCarrier().map(Carrier::courierId).orElse(null),
                it.stage(),
                it.findEnd().orElse(null)))
        : Optional.empty();
  }

  default OrderState evolve(OrderEvent event) {
    return evolve(event, event.occurredAt());
  }

  default OrderState evolve(OrderEvent event, Instant recordedAt) {
    return switch (event) {
      case OrderPlaced e -> new Placed(e, null);
      case OrderPaid _ -> this;
      case OrderSubmitted e -> new Submitted(known().order(), e.confirmBy(), pin());
      case OrderConfirmed e ->
          new InKitchen(known().order(), OrderStage.CONFIRMED, e, e.readyAt(), null, null, pin());
      case PreparationStarted _ -> inKitchen().at(OrderStage.PREPARING);
      case ReadyTimeChanged e -> inKitchen().readyAt(e.readyAt());
      case OrderReady _ -> inKitchen().at(OrderStage.READY);
      case CourierAssigned e -> inKitchen().with(new Carrier(e.assignmentId(), e.courierId()));
      case CourierUnassigned e -> inKitchen().withoutCarrier(e.occurredAt());
      case OrderPickedUp e ->
          new OnDelivery(inKitchen(), new Carrier(e.assignmentId(), e.courierId()));
      case OrderStranded e -> onDelivery().kitchen().stranded(e);
      case OrderPinned e -> pinned(e.courierId());
      case OrderUnpinned _ -> pinned(null);
      case OrderDelivered e -> onDelivery().ended(OrderStage.DELIVERED, later(e, recordedAt));
      case OrderSettled _ -> this;
      case OrderCancelled e -> known().ended(OrderStage.CANCELLED, later(e, recordedAt));
      case DeliveryFailed _ -> new Undeliverable(onDelivery().order(), onDelivery().carrier());
      case OrderReturned e -> known().ended(OrderStage.RETURNED, later(e, recordedAt));
      case TipGiven e -> delivered().withTip(e);
      case TipPaid _ -> delivered().withTipPaid();
      case TipFailed _ -> delivered().withoutTip();
      case DeliveredThoughOff _ -> delivered().deliveredThoughOff();
    };
  }

  /// Nobody has seen an end before it was recorded, whenever a phone says that it was.
  private static Instant later(OrderEvent end, Instant recordedAt) {
    return recordedAt.isAfter(end.occurredAt()) ? recordedAt : end.occurredAt();
  }

  private @Nullable CourierId pin() {
    return known().findPin().orElse(null);
  }

  private OrderState pinned(@Nullable CourierId courierId) {
    return switch (known()) {
      case Placed(var order, _) -> new Placed(order, courierId);
      case Submitted(var order, var confirmBy, _) -> new Submitted(order, confirmBy, courierId);
      case InKitchen kitchen -> kitchen.pinnedTo(courierId);
      case OnDelivery(var kitchen, var carrier) ->
          new OnDelivery(kitchen.pinnedTo(courierId), carrier);
      case Undeliverable _, Ended _ -> this;
    };
  }

  private Known known() {
    if (this instanceof Known order) {
      return order;
    }
    throw new IllegalStateException("The order's events do not begin with OrderPlaced.");
  }

  private InKitchen inKitchen() {
    if (this instanceof InKitchen order) {
      return order;
    }
    throw new IllegalStateException("The order's events have no OrderConfirmed before " + this);
  }

  private OnDelivery onDelivery() {
    if (this instanceof OnDelivery order) {
      return order;
    }
    throw new IllegalStateException("The order's events have no OrderPickedUp before " + this);
  }

  private Ended delivered() {
    if (this instanceof Ended order) {
      return order;
    }
    throw new IllegalStateException("The order's events have no OrderDelivered before " + this);
  }
}
