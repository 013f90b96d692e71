package id.antar.command.fulfilment;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.api.order.OrderCommand.AssignCourier;
import id.antar.api.order.OrderCommand.MarkDelivered;
import id.antar.api.order.OrderCommand.MarkDeliveryFailed;
import id.antar.api.order.OrderCommand.MarkPickedUp;
import id.antar.api.order.OrderCommand.MarkReturned;
import id.antar.api.order.OrderCommand.StrandOrder;
import id.antar.api.order.OrderCommand.UnassignCourier;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderRejection.AssignedToAnother;
import id.antar.api.order.Party;
import id.antar.command.order.OrderStory;
import id.antar.command.process.Reacting;
import id.antar.command.process.RecordingCommandGateway;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfilmentProcessTest {

  private final RecordingCommandGateway commands = new RecordingCommandGateway();
  private final Reacting reacting = new Reacting(commands, "fulfilment");

  @Test
  void anAcceptedOfferIsToldToEachOfItsOrders() {
    new WhenOfferAcceptedThenAssignCourier(reacting).on(accepted());

    assertThat(commands.commands())
        .containsExactly(
            new AssignCourier(order(1), TRIP, BO, at(1)),
            new AssignCourier(order(2), TRIP, BO, at(1)));
  }

  @Test
  void anOrderThatIsWithAnotherCourierLeavesTheTrip() {
    commands.refuse(AssignCourier.class, new AssignedToAnother(ORDER));

    new WhenOfferAcceptedThenAssignCourier(reacting)
        .on(new OfferAccepted(TRIP, BO, List.of(ORDER), at(1)));

    assertThat(commands.commands())
        .containsExactly(
            new AssignCourier(ORDER, TRIP, BO, at(1)),
            new WithdrawOrder(TRIP, ORDER, "The order is off, or with another courier.", at(1)));
  }

  @Test
  void foodThatItsOrderDoesNotWantGoesBack() {
    commands.refuse(MarkPickedUp.class, new AssignedToAnother(ORDER));

    new WhenPickupRecordedThenMarkPickedUp(reacting)
        .on(new PickupRecorded(TRIP, BO, ORDER, at(22)));

    assertThat(commands.commands())
        .containsExactly(
            new MarkPickedUp(ORDER, TRIP, BO, at(22)),
            new WithdrawOrder(TRIP, ORDER, "The order was off before it was picked up.", at(22)));
  }

  @Test
  void releasedOrdersAreFree() {
    new WhenOrdersReleasedThenUnassignCourier(reacting)
        .on(new OrdersReleased(TRIP, BO, List.of(ORDER), "puncture", at(9)));

    assertThat(commands.commands())
        .containsExactly(new UnassignCourier(ORDER, TRIP, "puncture", at(9)));
  }

  @Test
  void anAmendedTripIsToldToWhatComesAndToWhatLeaves() {
    new WhenAssignmentAmendedThenTellItsOrders(reacting)
        .on(amended(List.of(order(3)), List.of(order(1))));

    assertThat(commands.commands())
        .containsExactly(
            new UnassignCourier(order(1), TRIP, "Another courier is to carry it.", at(9)),
            new AssignCourier(order(3), TRIP, BO, at(9)));
  }

  @Test
  void anAddedOrderThatIsOffLeavesTheTrip() {
    commands.refuse(AssignCourier.class, new AssignedToAnother(ORDER));

    new WhenAssignmentAmendedThenTellItsOrders(reacting).on(amended(List.of(ORDER), List.of()));

    assertThat(commands.commands())
        .containsExactly(
            new AssignCourier(ORDER, TRIP, BO, at(9)),
            new WithdrawOrder(TRIP, ORDER, "The order is off, or with another courier.", at(9)));
  }

  @Test
  void theOrdersOfALostCourierAreFreeOrStranded() {
    var lost =
        new AssignmentAbandoned(
            TRIP,
            BO,
            AbandonCause.BROKEN_DOWN,
            List.of(order(1)),
            List.of(order(2)),
            OrderStory.ROADSIDE,
            "puncture",
            at(30));

    new WhenAssignmentAbandonedThenTellItsOrders(reacting).on(lost);
    new WhenAssignmentAbandonedThenStartABreak(reacting).on(lost);

    assertThat(commands.commands())
        .containsExactly(
            new UnassignCourier(order(1), TRIP, "The courier cannot go on.", at(30)),
            new StrandOrder(order(2), TRIP, OrderStory.ROADSIDE, at(30)),
            new StartBreak(BO, at(30)));
  }

  @Test
  void whatHappensAtTheDoorIsToldToTheOrder() {
    var process = new WhenDropoffEndsThenTellTheOrder(reacting);

    process.on(new DropoffRecorded(TRIP, BO, ORDER, at(40)));
    process.on(new DropoffFailed(TRIP, BO, ORDER, "nobody there", at(41)));
    process.on(new ReturnRecorded(TRIP, BO, ORDER, at(60)));

    assertThat(commands.commands())
        .containsExactly(
            new MarkDelivered(ORDER, TRIP, at(40)),
            new MarkDeliveryFailed(ORDER, TRIP, "nobody there", at(41)),
            new MarkReturned(ORDER, TRIP, at(60)));
  }

  @Test
  void aCancelledOrderLeavesItsTrip() {
    new WhenOrderCancelledThenWithdrawIt(reacting).on(OrderStory.cancelledByOperator());

    assertThat(commands.commands()).containsExactly(new WithdrawOrder(TRIP, ORDER, "lost", at(30)));
  }

  @Test
  void aCancelledOrderWithoutTripConcernsNobody() {
    new WhenOrderCancelledThenWithdrawIt(reacting).on(cancelledWithoutTrip());

    assertThat(commands.commands()).isEmpty();
  }

  @Test
  void theFactsOfATripAndOfItsOrdersKeepTheirOrder() {
    assertThat(sequence(accepted())).isEqualTo("trip-1");
    assertThat(sequence(OrderStory.cancelledByOperator())).isEqualTo("trip-1");
    assertThat(sequence(cancelledWithoutTrip())).isEqualTo("order-1");
  }

  private static @Nullable Object sequence(Object event) {
    return FulfilmentConfiguration.tripOf(GenericEventMessage.asEventMessage(event));
  }

  private static AssignmentAmended amended(List<OrderId> added, List<OrderId> removed) {
    return new AssignmentAmended(TRIP, BO, DECISION, List.of(), added, removed, "better", at(9));
  }

  private static OfferAccepted accepted() {
    return new OfferAccepted(TRIP, BO, List.of(order(1), order(2)), at(1));
  }

  private static OrderCancelled cancelledWithoutTrip() {
    return new OrderCancelled(ORDER, new Party.Operator("op"), "lost", null, at(30));
  }
}
