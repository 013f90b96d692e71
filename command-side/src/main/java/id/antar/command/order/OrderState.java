package id.antar.command.order;

import static id.antar.command.decider.Decision.reject;
import static java.util.Objects.requireNonNull;

import id.antar.api.assignment.AssignmentId;
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
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.Quotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How far an order is, with what its rules need to know. Each rule has a class named for the act.
///
/// `CANCELLED` is final: food that a courier still holds then goes back as a matter of the
/// assignment, and its return changes nothing in the order.
sealed interface OrderState {

  record Unplaced() implements OrderState {}

  /// An order that exists.
  sealed interface Known extends OrderState {
    OrderPlaced order();

    OrderStage stage();

    default Optional<Carrier> findCarrier() {
      return Optional.empty();
    }

    default Optional<Instant> findEnd() {
      return Optional.empty();
    }

    default Optional<CourierId> findPin() {
      return Optional.empty();
    }

    default Ended ended(OrderStage last, OrderEvent end) {
      return new Ended(order(), last, findCarrier().orElse(null), end.occurredAt(), null, false);
    }
  }

  /// Waits for its payment.
  record Placed(OrderPlaced order, @Nullable CourierId pinnedTo) implements Known {
    @Override
    public OrderStage stage() {
      return OrderStage.PLACED;
    }

    @Override
    public Optional<CourierId> findPin() {
      return Optional.ofNullable(pinnedTo);
    }
  }

  /// Waits for the merchant's answer.
  record Submitted(OrderPlaced order, Instant confirmBy, @Nullable CourierId pinnedTo)
      implements Known {
    @Override
    public OrderStage stage() {
      return OrderStage.SUBMITTED;
    }

    @Override
    public Optional<CourierId> findPin() {
      return Optional.ofNullable(pinnedTo);
    }
  }

  /// Confirmed, in preparation or ready; with a courier on the way to it or without.
  ///
  /// @param readyAt the latest estimate
  /// @param givenBackAt when the last courier gave it back or, if it was stranded, when it can be
  ///   fetched; null if neither happened
  record InKitchen(
      OrderPlaced order,
      OrderStage stage,
      OrderConfirmed confirmed,
      Instant readyAt,
      @Nullable Instant givenBackAt,
      @Nullable Carrier carrier,
      @Nullable CourierId pinnedTo)
      implements Known {
    @Override
    public Optional<Carrier> findCarrier() {
      return Optional.ofNullable(carrier);
    }

    @Override
    public Optional<CourierId> findPin() {
      return Optional.ofNullable(pinnedTo);
    }

    /// As long as the merchant said, at confirmation, that it takes.
    Duration preparation() {
      var span = Duration.between(confirmed.occurredAt(), confirmed.readyAt());
      return span.isNegative() ? Duration.ZERO : span;
    }

    InKitchen at(OrderStage next) {
      return new InKitchen(order, next, confirmed, readyAt, givenBackAt, carrier, pinnedTo);
    }

    InKitchen readyAt(Instant estimate) {
      return new InKitchen(order, stage, confirmed, estimate, givenBackAt, carrier, pinnedTo);
    }

    InKitchen with(Carrier taker) {
      return new InKitchen(order, stage, confirmed, readyAt, givenBackAt, taker, pinnedTo);
    }

    InKitchen withoutCarrier(Instant since) {
      return new InKitchen(order, stage, confirmed, readyAt, since, null, pinnedTo);
    }

    InKitchen pinnedTo(@Nullable CourierId courierId) {
      return new InKitchen(order, stage, confirmed, readyAt, givenBackAt, carrier, courierId);
    }

    /// Back from the road: ready where it was left, or to be made again.
    InKitchen stranded(OrderStranded e) {
      OrderStage next = e.handover() == null ? OrderStage.PREPARING : OrderStage.READY;
      return new InKitchen(order, next, confirmed, e.readyAt(), e.readyAt(), null, null);
    }
  }

  /// @param kitchen as it was when the courier left with it
  record OnDelivery(InKitchen kitchen, Carrier carrier) implements Known {
    @Override
    public OrderPlaced order() {
      return kitchen.order();
    }

    @Override
    public Optional<CourierId> findPin() {
      return kitchen.findPin();
    }

    @Override
    public OrderStage stage() {
      return OrderStage.PICKED_UP;
    }

    @Override
    public Optional<Carrier> findCarrier() {
      return Optional.of(carrier);
    }
  }

  /// On its way back to the merchant.
  record Undeliverable(OrderPlaced order, Carrier carrier) implements Known {
    @Override
    public OrderStage stage() {
      return OrderStage.DELIVERY_FAILED;
    }

    @Override
    public Optional<Carrier> findCarrier() {
      return Optional.of(carrier);
    }
  }

  /// Delivered, cancelled or returned.
  ///
  /// @param tip what the customer gave to the courier after the delivery
  record Ended(
      OrderPlaced order,
      OrderStage stage,
      @Nullable Carrier carrier,
      Instant endedAt,
      @Nullable TipGiven tip,
      boolean tipPaid)
      implements Known {

    Ended withTip(TipGiven given, boolean paid) {
      return new Ended(order, stage, carrier, endedAt, given, paid);
    }

    @Override
    public Optional<Carrier> findCarrier() {
      return Optional.ofNullable(carrier);
    }

    @Override
    public Optional<Instant> findEnd() {
      return Optional.of(endedAt);
    }
  }

  record Carrier(AssignmentId assignmentId, CourierId courierId) {}

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
      case OrderDelivered e -> onDelivery().ended(OrderStage.DELIVERED, e);
      case OrderSettled _ -> this;
      case OrderCancelled e -> known().ended(OrderStage.CANCELLED, e);
      case DeliveryFailed _ -> new Undeliverable(onDelivery().order(), onDelivery().carrier());
      case OrderReturned e -> known().ended(OrderStage.RETURNED, e);
      case TipGiven e -> delivered().withTip(e, false);
      case TipPaid _ -> delivered().withTip(requireNonNull(delivered().tip()), true);
    };
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
