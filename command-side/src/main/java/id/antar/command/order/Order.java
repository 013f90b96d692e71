package id.antar.command.order;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.courier.CourierId;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
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
import id.antar.command.decider.Decides;
import id.antar.command.decider.Decision;
import id.antar.command.decider.StreamId;
import id.antar.command.merchant.Merchants;
import id.antar.command.merchant.Quotation;
import id.antar.command.order.Traces.Trace;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// An order, as Axon keeps it. [PlacingOrder] places it.
final class Order {

  @AggregateIdentifier private @Nullable String id;
  private OrderState state = new OrderState.Unplaced();
  private Traces traces = Traces.NONE;

  Receipt place(PlaceOrder command, OrderRules rules) {
    Instant now = rules.clock().instant();
    return carryOut(
        state.place(command, () -> quote(command, rules.merchants(), now), rules.policy(), now),
        rules);
  }

  /// Asked by what hangs on an order. Changes nothing.
  Optional<Parties> parties() {
    return state.parties();
  }

  boolean wantsCashBy(CourierId courierId) {
    return state.wantsCashBy(courierId);
  }

  @Decides
  Receipt handle(ConfirmPayment command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ConfirmOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RejectOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(StartPreparation command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ChangeReadyTime command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(MarkReady command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(AssignCourier command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(UnassignCourier command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(MarkPickedUp command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(MarkDelivered command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(MarkDeliveryFailed command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(MarkReturned command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(StrandOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(PinOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(UnpinOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(CancelOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ExpireOrder command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(GiveTip command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ConfirmTip command, OrderRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(FailTip command, OrderRules rules) {
    return decide(command, rules);
  }

  @EventSourcingHandler
  void on(
      OrderEvent event,
      @Timestamp Instant recordedAt,
      @MetaDataValue(MetaKeys.ACTOR) @Nullable String by) {
    id = StreamId.of(event.orderId());
    OrderState next = state.evolve(event, recordedAt);
    traces = traces.after(state, next, new Trace(by, recordedAt));
    state = next;
  }

  private Receipt decide(OrderCommand command, OrderRules rules) {
    Decision<OrderEvent> decision = state.decide(command, rules.policy(), rules.clock().instant());
    return carryOut(Comparing.unlessChanged(decision, command, state, traces), rules);
  }

  private Receipt carryOut(Decision<OrderEvent> decision, OrderRules rules) {
    Receipt receipt = answer(decision);
    decision
        .events()
        .forEach(
            event -> state.redeeming(event).ifPresent(effect -> rules.merchants().record(effect)));
    return receipt;
  }

  private static Quotation quote(PlaceOrder c, Merchants merchants, Instant now) {
    return merchants.quote(c.merchantId(), c.basket(), c.voucher(), now);
  }
}
