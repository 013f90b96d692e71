package id.antar.command.courier;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;

import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashStillInHand;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierRejection.HandoverAlreadyCounted;
import id.antar.api.courier.CourierRejection.NotThatMuchCash;
import id.antar.api.geo.Vehicle;
import id.antar.api.money.Money;
import id.antar.api.person.Personal;
import id.antar.command.decider.History;
import org.junit.jupiter.api.Test;

class CarryingCashTest {

  private static final CourierRegistered REGISTERED =
      new CourierRegistered(
          BO,
          Personal.of(BO.personId(), new CourierProfile("Bo", "+377 1", "")),
          Vehicle.SCOOTER,
          2,
          NOON);

  @Test
  void whatIsPaidAtDoorsAddsUpAndCountsOnce() {
    given(taken(1, 12_000, 12_000, false)).when(take(1, 12_000)).thenNothing();
    given(taken(1, 12_000, 12_000, false)).when(take(2, 8_000)).then(taken(2, 8_000, 20_000, true));
  }

  @Test
  void whatIsBroughtInIsNoLongerInHand() {
    given(taken(1, 20_000, 20_000, true))
        .when(new HandInCash(BO, "h-1", eur(15_000), at(90)))
        .then(handedIn(15_000, 5_000));
    given(taken(1, 20_000, 20_000, true), handedIn(15_000, 5_000))
        .when(new HandInCash(BO, "h-1", eur(15_000), at(90)))
        .thenNothing();
    given(taken(1, 20_000, 20_000, true), handedIn(15_000, 5_000))
        .when(new HandInCash(BO, "h-1", eur(5_000), at(91)))
        .thenRefused(new HandoverAlreadyCounted("h-1", eur(15_000)));
    given(taken(1, 20_000, 20_000, true), handedIn(15_000, 5_000))
        .when(new HandInCash(BO, "h-2", eur(5_001), at(91)))
        .thenRefused(new NotThatMuchCash(BO, eur(5_001), eur(5_000)));
  }

  @Test
  void aShiftThatBeginsWithTooMuchSaysSo() {
    var started = new ShiftStarted(BO, Vehicle.SCOOTER, 2, at(100 + 16 * 60), at(100));
    given(taken(1, 20_000, 20_000, true))
        .when(new StartShift(BO, at(100)))
        .then(started, new CashStillInHand(BO, eur(20_000), at(100)));
    given(taken(1, 19_999, 19_999, false)).when(new StartShift(BO, at(100))).then(started);
  }

  private static History<CourierState, CourierCommand, CourierEvent> given(CourierEvent... events) {
    return new History<CourierState, CourierCommand, CourierEvent>(
            new CourierState.Unregistered(),
            CourierState::evolve,
            (state, command) ->
                state.decide(
                    command, ShiftPolicy.standard(), CashPolicy.standard(), command.occurredAt()))
        .and(REGISTERED)
        .and(events);
  }

  private static TakeCash take(int order, long minor) {
    return new TakeCash(BO, order(order), eur(minor), at(40));
  }

  private static CashTaken taken(int order, long minor, long inHand, boolean limitReached) {
    return new CashTaken(BO, order(order), eur(minor), eur(inHand), limitReached, at(40));
  }

  private static CashHandedIn handedIn(long minor, long inHand) {
    return new CashHandedIn(BO, "h-1", eur(minor), eur(inHand), false, at(90));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
