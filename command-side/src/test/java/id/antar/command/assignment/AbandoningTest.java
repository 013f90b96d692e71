package id.antar.command.assignment;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.assignment.AssignmentTest.FIRST;
import static id.antar.command.assignment.AssignmentTest.SECOND;
import static id.antar.command.assignment.AssignmentTest.accepted;
import static id.antar.command.assignment.AssignmentTest.dropOff;
import static id.antar.command.assignment.AssignmentTest.droppedOff;
import static id.antar.command.assignment.AssignmentTest.expired;
import static id.antar.command.assignment.AssignmentTest.fail;
import static id.antar.command.assignment.AssignmentTest.failed;
import static id.antar.command.assignment.AssignmentTest.given;
import static id.antar.command.assignment.AssignmentTest.offered;
import static id.antar.command.assignment.AssignmentTest.pickUp;
import static id.antar.command.assignment.AssignmentTest.pickedUp;
import static id.antar.command.assignment.AssignmentTest.release;
import static id.antar.command.assignment.AssignmentTest.withdraw;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentRejection.AssignmentIsOver;
import id.antar.api.assignment.AssignmentRejection.NotAccepted;
import id.antar.api.assignment.AssignmentRejection.NotYourAssignment;
import id.antar.api.assignment.AssignmentRejection.OfferIsExpired;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bo does not go on.
class AbandoningTest {

  private static final Personal<GeoPoint> ROADSIDE =
      Personal.of(BO.personId(), new GeoPoint(43.735, 7.425));
  private static final AssignmentEnded ENDED = new AssignmentEnded(TRIP, BO, at(30));

  @Test
  void whatIsInHandIsStrandedAndTheRestIsFree() {
    given(offered(), accepted(), pickedUp(FIRST))
        .when(abandon(BO))
        .then(abandoned(List.of(SECOND), List.of(FIRST)), ENDED);
  }

  @Test
  void whatWasHandedOverStaysSo() {
    given(offered(), accepted(), pickedUp(FIRST), droppedOff(FIRST))
        .when(abandon(BO))
        .then(abandoned(List.of(SECOND), List.of()), ENDED);
  }

  @Test
  void whatWasOnItsWayBackIsStrandedToo() {
    given(offered(), accepted(), pickedUp(FIRST), failed(FIRST), pickedUp(SECOND))
        .when(abandon(BO))
        .then(abandoned(List.of(), List.of(FIRST, SECOND)), ENDED);
  }

  @Test
  void twiceIsFine() {
    given(lost()).when(abandon(BO)).thenNothing();
  }

  @Test
  void anotherCourierHasNoSuchTrip() {
    given(offered(), accepted()).when(abandon(KIM)).thenRefused(new NotYourAssignment(TRIP));
  }

  @Test
  void onlyATripUnderWayIsAbandoned() {
    given(offered()).when(abandon(BO)).thenRefused(new NotAccepted(TRIP));
    given(offered(), expired()).when(abandon(BO)).thenRefused(new OfferIsExpired(TRIP));
    given(offered(), accepted(), AssignmentTest.released(FIRST, SECOND), ENDED)
        .when(abandon(BO))
        .thenRefused(new AssignmentIsOver(TRIP));
  }

  @Test
  void whoTurnsUpAgainIsToldThatTheTripIsOver() {
    given(lost()).when(pickUp(SECOND)).thenRefused(new AssignmentIsOver(TRIP));
    given(lost()).when(dropOff(FIRST)).thenRefused(new AssignmentIsOver(TRIP));
    given(lost()).when(fail(FIRST)).thenRefused(new AssignmentIsOver(TRIP));
    given(lost())
        .when(new RecordReturn(TRIP, BO, FIRST, at(40)))
        .thenRefused(new AssignmentIsOver(TRIP));
    given(lost())
        .when(
            new AmendAssignment(
                TRIP, BO, new DecisionId("decision-2"), List.of(), "better", at(40)))
        .thenRefused(new AssignmentIsOver(TRIP));
  }

  @Test
  void whatWasSaidBeforeMayBeSaidAgain() {
    given(lost()).when(new AcceptOffer(TRIP, BO, NOON)).thenNothing();
    given(
            offered(),
            accepted(),
            pickedUp(FIRST),
            droppedOff(FIRST),
            abandoned(List.of(SECOND), List.of()),
            ENDED)
        .when(dropOff(FIRST))
        .thenNothing();
  }

  @Test
  void nothingIsLeftToReleaseOrToWithdraw() {
    given(lost()).when(release()).thenNothing();
    given(lost()).when(withdraw(FIRST)).thenNothing();
    given(lost()).when(withdraw(SECOND)).thenNothing();
    given(
            offered(),
            accepted(),
            pickedUp(FIRST),
            pickedUp(SECOND),
            abandoned(List.of(), List.of(FIRST, SECOND)),
            ENDED)
        .when(release())
        .thenRefused(new AssignmentIsOver(TRIP));
  }

  private static AssignmentEvent[] lost() {
    return new AssignmentEvent[] {
      offered(), accepted(), pickedUp(FIRST), abandoned(List.of(SECOND), List.of(FIRST)), ENDED
    };
  }

  private static AbandonAssignment abandon(CourierId courier) {
    return new AbandonAssignment(
        TRIP, courier, AbandonCause.BROKEN_DOWN, ROADSIDE, "puncture", at(30));
  }

  private static AssignmentAbandoned abandoned(List<OrderId> released, List<OrderId> stranded) {
    return new AssignmentAbandoned(
        TRIP, BO, AbandonCause.BROKEN_DOWN, released, stranded, ROADSIDE, "puncture", at(30));
  }
}
