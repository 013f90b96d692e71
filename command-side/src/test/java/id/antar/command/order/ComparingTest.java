package id.antar.command.order;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.at;
import static id.antar.command.order.OrderStory.assigned;
import static id.antar.command.order.OrderStory.untilConfirmed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Rejection;
import id.antar.api.order.OrderChange;
import id.antar.api.order.OrderChange.Part;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderRejection.OrderChanged;
import id.antar.api.order.OrderSeen;
import id.antar.api.order.OrderSeen.Who;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Traces.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two operators, of whom the second decides by what the first has changed meanwhile.
class ComparingTest {

  private static final Who NOBODY = new Who(null);
  private static final OrderSeen UNPINNED = new OrderSeen(NOBODY, NOBODY, null);

  private OrderState state = new OrderState.Unplaced();
  private Traces traces = Traces.NONE;

  private ComparingTest given(OrderEvent... events) {
    for (OrderEvent event : events) {
      given("merchant:noodle-bar", event);
    }
    return this;
  }

  private ComparingTest given(@Nullable String by, OrderEvent event) {
    OrderState next = state.evolve(event);
    traces = traces.after(state, next, new Trace(by, event.occurredAt()));
    state = next;
    return this;
  }

  private Decision<OrderEvent> when(OrderCommand command) {
    var decision = state.decide(command, OrderPolicy.standard(), command.occurredAt());
    return Comparing.unlessChanged(decision, command, state, traces);
  }

  private static OrderPinned pinned(CourierId courier) {
    return new OrderPinned(ORDER, courier, "knows the house", at(12));
  }

  private static PinOrder pin(CourierId courier, OrderSeen seen) {
    return new PinOrder(ORDER, courier, "is near", seen, at(13));
  }

  private static void thenChanged(Decision<OrderEvent> decision, OrderChange... changes) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected ->
                assertThat(((OrderChanged) rejected.reason()).changes()).containsExactly(changes));
  }

  @Test
  void whatIsAsItWasSeenIsChanged() {
    given(untilConfirmed());

    assertThat(when(pin(KIM, UNPINNED)).events()).hasSize(1);
  }

  @Test
  void theSecondIsToldToWhomTheFirstHasPinnedItAndWhoThatWas() {
    given(untilConfirmed()).given("operator:olga", pinned(BO));

    thenChanged(when(pin(KIM, UNPINNED)), new OrderChange(Part.PIN, "bo", "operator:olga", at(12)));
  }

  @Test
  void whatTheFirstHasUnpinnedIsNotPinnedAway() {
    given(untilConfirmed()).given(pinned(BO));
    given("operator:olga", new OrderUnpinned(ORDER, "no need", at(13)));

    thenChanged(
        when(pin(KIM, new OrderSeen(new Who(BO), null, null))),
        new OrderChange(Part.PIN, null, "operator:olga", at(13)));
  }

  @Test
  void aCourierWhoHasTakenItMeanwhileIsAChangeToo() {
    given(untilConfirmed()).given("courier:bo", assigned());

    thenChanged(
        when(pin(KIM, UNPINNED)),
        new OrderChange(Part.CARRIER, "bo", "courier:bo", assigned().occurredAt()));
  }

  @Test
  void whatWasNotSaidIsNotCompared() {
    given(untilConfirmed()).given(pinned(BO)).given(assigned());

    assertThat(when(pin(KIM, OrderSeen.NOTHING)).events()).hasSize(1);
    assertThat(when(new UnpinOrder(ORDER, "no", pinnedTo(BO), at(14))).events()).hasSize(1);
  }

  @Test
  void whatHoldsAlreadyIsNoConflict() {
    given(untilConfirmed()).given(pinned(BO));

    assertThat(when(pin(BO, UNPINNED))).isEqualTo(Decision.satisfied());
  }

  @Test
  void anotherUndoesOnlyTheirOwn() {
    given(untilConfirmed()).given(pinned(BO)).given("operator:olga", pinned(KIM));

    thenChanged(
        when(new UnpinOrder(ORDER, "undone", pinnedTo(BO), at(14))),
        new OrderChange(Part.PIN, "kim", "operator:olga", at(12)));
  }

  @Test
  void anOrderThatHasGoneOnIsNotCancelledUnseen() {
    given(untilConfirmed());
    var seen = new OrderSeen(NOBODY, NOBODY, OrderStage.SUBMITTED);
    var cancel = new CancelOrder(ORDER, new Party.Operator("oscar"), "no", seen, at(14));

    assertThat(when(cancel))
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> {
              Rejection reason = rejected.reason();
              assertThat(reason.code()).isEqualTo("order-changed");
              assertThat(reason.detail())
                  .isEqualTo("Order " + ORDER + " has changed: it is confirmed.");
              assertThat(reason.members()).containsOnlyKeys("changes");
            });
  }

  private static OrderSeen pinnedTo(CourierId courier) {
    return new OrderSeen(new Who(courier), null, null);
  }
}
