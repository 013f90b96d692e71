package id.antar.command.order;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.EVE;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.OTHER_TRIP;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.PIZZERIA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ChangeReadyTime;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.ConfirmPayment;
import id.antar.api.order.OrderCommand.ExpireOrder;
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
import id.antar.api.order.OrderDeadline;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.merchant.Quotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is asked of an order, in whatever order.
class OrderPropertyTest {

  @Property
  void everyHistoryFoldsAndMakesSense(@ForAll("commands") List<OrderCommand> commands) {
    OrderState state = new OrderState.Unplaced();
    var history = new ArrayList<OrderEvent>();
    for (int i = 0; i < commands.size(); i++) {
      boolean ended = state instanceof Known order && order.stage().isFinal();
      if (decide(state, commands.get(i), at(i)) instanceof Decision.Accepted<OrderEvent> yes) {
        assertThat(ended && !yes.events().stream().allMatch(DeliveredThoughOff.class::isInstance))
            .isFalse();
        for (OrderEvent event : yes.events()) {
          state = state.evolve(event);
          history.add(event);
        }
      }
    }
    assertThat(fold(history)).isEqualTo(state);
    assertThatPickupComesFirst(history);
    assertThat(history).filteredOn(DeliveredThoughOff.class::isInstance).hasSizeLessThan(2);
  }

  @Property
  void whatWasAcceptedIsAcceptedAgain(@ForAll("commands") List<OrderCommand> commands) {
    OrderState state = new OrderState.Unplaced();
    for (OrderCommand command : commands) {
      if (decide(state, command, at(5)) instanceof Decision.Accepted<OrderEvent> yes) {
        for (OrderEvent event : yes.events()) {
          state = state.evolve(event);
        }
        assertThat(decide(state, command, at(5))).isEqualTo(Decision.satisfied());
      }
    }
  }

  /// Most often something that fits the standard life, so that the histories get far.
  @Provide
  Arbitrary<List<OrderCommand>> commands() {
    var anyTrip = Arbitraries.of(TRIP, TRIP, TRIP, OTHER_TRIP);
    var anyMerchant = Arbitraries.of(NOODLE_BAR, NOODLE_BAR, NOODLE_BAR, PIZZERIA);
    var anyCourier = Arbitraries.of(BO, KIM);
    var anyTime = Arbitraries.integers().between(0, 300).map(minutes -> at(minutes));
    var anyParty =
        Arbitraries.of(
            new Party.Customer(ADA),
            new Party.Customer(EVE),
            new Party.Merchant(NOODLE_BAR),
            new Party.Courier(BO),
            new Party.Operator("op"),
            new Party.Engine("payment"));
    Instant t = at(5);
    Arbitrary<OrderCommand> kitchen =
        anyMerchant.flatMap(m ->
            Arbitraries.of(
                new ConfirmOrder(ORDER, m, at(20), t),
                new StartPreparation(ORDER, m, t),
                new ChangeReadyTime(ORDER, m, at(30), t),
                new MarkReady(ORDER, m, t),
                new ConfirmPayment(ORDER, PAYMENT, t)));
    Arbitrary<OrderCommand> road =
        anyTrip.flatMap(trip ->
            anyCourier.flatMap(courier ->
                Arbitraries.of(
                    new AssignCourier(ORDER, trip, courier, t),
                    new UnassignCourier(ORDER, trip, "puncture", t),
                    new MarkPickedUp(ORDER, trip, courier, t),
                    new MarkDelivered(ORDER, trip, t),
                    new MarkDeliveryFailed(ORDER, trip, "nobody there", t),
                    new MarkReturned(ORDER, trip, t),
                    new StrandOrder(ORDER, trip, null, t),
                    new StrandOrder(ORDER, trip, OrderStory.ROADSIDE, t))));
    Arbitrary<OrderCommand> ends =
        anyParty.flatMap(party ->
            anyTime.flatMap(time ->
                Arbitraries.of(OrderDeadline.values())
                    .flatMap(deadline ->
                        Arbitraries.of(
                            new RejectOrder(ORDER, NOODLE_BAR, "no", t),
                            new CancelOrder(ORDER, party, "no", t),
                            new ExpireOrder(ORDER, deadline, time)))));
    Arbitrary<OrderCommand> operator =
        anyCourier.flatMap(courier ->
            Arbitraries.of(
                new PinOrder(ORDER, courier, "knows the house", t),
                new UnpinOrder(ORDER, "no need", t)));
    Arbitrary<OrderCommand> start = Arbitraries.of(CARD, CASH).map(pay -> placeOrder(pay));
    return Arbitraries.oneOf(
            List.of(start, kitchen, kitchen, kitchen, road, road, road, road, operator, ends))
        .list()
        .ofMaxSize(40);
  }

  private static Decision<OrderEvent> decide(OrderState state, OrderCommand command, Instant now) {
    return command instanceof PlaceOrder c
        ? state.place(c, () -> new Quotation.Quoted(OrderStory.QUOTE), OrderPolicy.standard(), now)
        : state.decide(command, OrderPolicy.standard(), now);
  }

  private static OrderState fold(List<OrderEvent> events) {
    OrderState state = new OrderState.Unplaced();
    for (OrderEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  private static void assertThatPickupComesFirst(List<OrderEvent> history) {
    boolean pickedUp = false;
    for (OrderEvent event : history) {
      pickedUp |= event instanceof OrderPickedUp;
      pickedUp &= !(event instanceof OrderStranded);
      assertThat(event instanceof OrderDelivered && !pickedUp).isFalse();
    }
  }
}
