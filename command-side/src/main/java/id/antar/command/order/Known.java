package id.antar.command.order;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order that exists, with what its rules need to know.
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

  default Ended ended(OrderStage last, Instant endedAt) {
    return new Ended(order(), last, findCarrier().orElse(null), endedAt);
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
  /// @param endedAt when its end was recorded
  /// @param tip what the customer gave to the courier after the delivery
  /// @param tips how many there were, those that came to nothing included
  /// @param thoughOff whether it was handed over after it was off
  record Ended(
      OrderPlaced order,
      OrderStage stage,
      @Nullable Carrier carrier,
      Instant endedAt,
      @Nullable TipGiven tip,
      boolean tipPaid,
      int tips,
      boolean thoughOff)
      implements Known {

    Ended(OrderPlaced order, OrderStage stage, @Nullable Carrier carrier, Instant endedAt) {
      this(order, stage, carrier, endedAt, null, false, 0, false);
    }

    Ended withTip(TipGiven given) {
      return new Ended(order, stage, carrier, endedAt, given, false, tips + 1, thoughOff);
    }

    Ended withTipPaid() {
      return new Ended(order, stage, carrier, endedAt, tip, true, tips, thoughOff);
    }

    Ended withoutTip() {
      return new Ended(order, stage, carrier, endedAt, null, false, tips, thoughOff);
    }

    Ended deliveredThoughOff() {
      return new Ended(order, stage, carrier, endedAt, tip, tipPaid, tips, true);
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
}
