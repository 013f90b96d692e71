package id.antar.query.assignment;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.abandoned;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.amended;
import static id.antar.query.Cast.atPickup;
import static id.antar.query.Cast.ended;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.pickedUp;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.State;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssignmentFoldTest {

  @Test
  void anOfferHasItsStopsInOrder() {
    AssignmentView view = given(offered(TRIP, ORDER, OTHER_ORDER));

    assertThat(view.state()).isEqualTo(State.OFFERED);
    assertThat(view.stops())
        .extracting(stop -> stop.stop().kind())
        .containsExactly(Stop.Kind.PICKUP, Stop.Kind.PICKUP, Stop.Kind.DROPOFF, Stop.Kind.DROPOFF);
  }

  @Test
  void arrivalAndPickupMarkTheirStopOnly() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER, OTHER_ORDER),
            accepted(TRIP, ORDER, OTHER_ORDER),
            atPickup(TRIP),
            pickedUp(TRIP, ORDER));

    StopView first = view.stops().getFirst();
    assertThat(first.arrivedAt()).isEqualTo(after(9));
    assertThat(first.doneAt()).isEqualTo(after(11));
    assertThat(view.stops().subList(1, 4)).allMatch(stop -> stop.doneAt() == null);
  }

  @Test
  void aFailedDropoffAddsAReturn() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER),
            accepted(TRIP, ORDER),
            pickedUp(TRIP, ORDER),
            new DropoffFailed(TRIP, KURT, ORDER, "nobody there", after(30)),
            new ReturnRecorded(TRIP, KURT, ORDER, after(45)));

    assertThat(view.stops().get(1).withdrawn()).isTrue();
    StopView back = view.stops().getLast();
    assertThat(back.stop().kind()).isEqualTo(Stop.Kind.RETURN);
    assertThat(back.doneAt()).isEqualTo(after(45));
    assertThat(view.reason()).isEqualTo("nobody there");
  }

  @Test
  void aTripWithoutOrdersIsWithdrawnBeforeAndEndedAfterAcceptance() {
    OrderWithdrawn withdrawn = new OrderWithdrawn(TRIP, KURT, ORDER, "cancelled", after(5));

    AssignmentView before = given(offered(TRIP, ORDER), withdrawn, ended(TRIP));
    AssignmentView after =
        given(offered(TRIP, ORDER), accepted(TRIP, ORDER), withdrawn, ended(TRIP));

    assertThat(before.state()).isEqualTo(State.WITHDRAWN);
    assertThat(before.stops()).allMatch(StopView::withdrawn);
    assertThat(after.state()).isEqualTo(State.ENDED);
  }

  @Test
  void aDeclinedOfferSaysWhy() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER),
            new OfferDeclined(TRIP, KURT, List.of(ORDER), "too far", after(3)));

    assertThat(view.state()).isEqualTo(State.DECLINED);
    assertThat(view.reason()).isEqualTo("too far");
    assertThat(view.endedAt()).isEqualTo(after(3));
  }

  @Test
  void anAmendmentLeavesWhatIsBehindAndPutsTheRestInItsNewOrder() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER, OTHER_ORDER),
            accepted(TRIP, ORDER, OTHER_ORDER),
            atPickup(TRIP),
            amended(TRIP, false));

    assertThat(view.stops())
        .extracting(stop -> stop.stop().orderId())
        .containsExactly(ORDER, ORDER, OTHER_ORDER, OTHER_ORDER);
    assertThat(view.stops())
        .extracting(StopView::withdrawn)
        .containsExactly(true, true, false, false);
    assertThat(view.stops().get(2).stop().eta()).isEqualTo(after(12));
    assertThat(view.decisionId()).isEqualTo(new DecisionId("d-2"));
    assertThat(view.reason()).isEqualTo("late");
    assertThat(view.state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void anArrivalIsNotForgottenByAnAmendment() {
    AssignmentView view =
        given(
            offered(TRIP, OTHER_ORDER, ORDER),
            accepted(TRIP, OTHER_ORDER, ORDER),
            new ArrivedAtPickup(TRIP, KURT, OTHER_ORDER, after(7)),
            amended(TRIP, false),
            pickedUp(TRIP, OTHER_ORDER));

    assertThat(view.stops().get(2).arrivedAt()).isEqualTo(after(7));
    assertThat(view.stops().get(2).doneAt()).isEqualTo(after(11));
  }

  @Test
  void anOrderThatLeftAndCameBackIsPickedUpOnce() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER),
            accepted(TRIP, ORDER),
            amended(TRIP, true),
            new AssignmentAmended(
                TRIP,
                KURT,
                new DecisionId("d-3"),
                List.of(Stop.pickup(ORDER, after(13)), Stop.dropoff(ORDER, after(29))),
                List.of(ORDER),
                List.of(OTHER_ORDER),
                "in time after all",
                after(9)),
            pickedUp(TRIP, ORDER));

    assertThat(view.stops()).filteredOn(stop -> stop.doneAt() != null).hasSize(1);
    assertThat(view.stops().getLast().stop()).isEqualTo(Stop.dropoff(ORDER, after(29)));
    assertThat(view.stops()).filteredOn(StopView::withdrawn).hasSize(4);
  }

  @Test
  void anAbandonedTripKeepsWhatWasDoneAndIsOver() {
    AssignmentView view =
        given(
            offered(TRIP, ORDER, OTHER_ORDER),
            accepted(TRIP, ORDER, OTHER_ORDER),
            pickedUp(TRIP, ORDER),
            abandoned(TRIP, List.of(OTHER_ORDER), List.of(ORDER)),
            ended(TRIP));

    assertThat(view.stops())
        .extracting(StopView::withdrawn)
        .containsExactly(false, true, true, true);
    assertThat(view.state()).isEqualTo(State.ENDED);
    assertThat(view.reason()).isEqualTo("puncture");
  }

  private static AssignmentView given(AssignmentEvent... events) {
    AssignmentView view = null;
    for (AssignmentEvent event : events) {
      view = AssignmentFold.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
