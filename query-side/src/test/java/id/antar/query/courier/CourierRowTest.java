package id.antar.query.courier;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.abandoned;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.amended;
import static id.antar.query.Cast.courierRegistered;
import static id.antar.query.Cast.droppedOff;
import static id.antar.query.Cast.ended;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.pickedUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.Vehicle;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CourierRowTest {

  private static final ShiftStarted ON_SHIFT =
      new ShiftStarted(KURT, Vehicle.BICYCLE, 1, after(480), after(1));

  @Test
  void aNewCourierIsOffShift() {
    assertThat(given(courierRegistered()).view().duty()).isEqualTo(CourierDuty.OFF_SHIFT);
  }

  @Test
  void aShiftBringsItsOwnVehicle() {
    CourierView view = given(courierRegistered(), ON_SHIFT).view();

    assertThat(view.duty()).isEqualTo(CourierDuty.ON_SHIFT);
    assertThat(view.vehicle()).isEqualTo(Vehicle.BICYCLE);
    assertThat(view.capacity()).isEqualTo(1);
  }

  @Test
  void theBoardShowsTheOfferAndThenTheTrip() {
    CourierView asked = given(courierRegistered(), ON_SHIFT, offered(TRIP, ORDER)).view();
    CourierView under =
        given(courierRegistered(), ON_SHIFT, offered(TRIP, ORDER), accepted(TRIP, ORDER)).view();

    assertThat(asked.offerId()).isEqualTo(TRIP);
    assertThat(asked.tripId()).isNull();
    assertThat(asked.orders()).isEmpty();
    assertThat(under.offerId()).isNull();
    assertThat(under.tripId()).isEqualTo(TRIP);
    assertThat(under.orders()).containsExactly(ORDER);
  }

  @Test
  void whatIsDroppedOffIsCountedAndGone() {
    CourierView view =
        given(
                courierRegistered(),
                offered(TRIP, ORDER, OTHER_ORDER),
                accepted(TRIP, ORDER, OTHER_ORDER),
                pickedUp(TRIP, ORDER),
                pickedUp(TRIP, OTHER_ORDER),
                droppedOff(TRIP, ORDER))
            .view();

    assertThat(view.orders()).containsExactly(OTHER_ORDER);
    assertThat(view.delivered()).isEqualTo(1);
  }

  @Test
  void whatIsWithdrawnIsGoneAndNotCounted() {
    CourierView view =
        given(
                courierRegistered(),
                offered(TRIP, ORDER, OTHER_ORDER),
                accepted(TRIP, ORDER, OTHER_ORDER),
                new OrderWithdrawn(TRIP, KURT, ORDER, "cancelled", after(5)))
            .view();

    assertThat(view.orders()).containsExactly(OTHER_ORDER);
    assertThat(view.delivered()).isZero();
  }

  @Test
  void anAmendedTripHasTheOrdersThatItHasNow() {
    CourierView view =
        given(courierRegistered(), offered(TRIP, ORDER), accepted(TRIP, ORDER), amended(TRIP, true))
            .view();

    assertThat(view.tripId()).isEqualTo(TRIP);
    assertThat(view.orders()).containsExactly(OTHER_ORDER);
  }

  @Test
  void whatIsLostIsGoneAndNotCounted() {
    CourierRow row =
        given(
            courierRegistered(),
            offered(TRIP, ORDER, OTHER_ORDER),
            accepted(TRIP, ORDER, OTHER_ORDER),
            abandoned(TRIP, List.of(OTHER_ORDER), List.of(ORDER)));

    assertThat(row.view().orders()).isEmpty();
    assertThat(row.view().delivered()).isZero();
    assertThat(CourierRow.evolve(row, ended(TRIP)).open()).isEmpty();
  }

  @Test
  void afterTheEndOrADeclineTheCourierIsFree() {
    CourierRow served =
        given(
            courierRegistered(),
            offered(TRIP, ORDER),
            accepted(TRIP, ORDER),
            droppedOff(TRIP, ORDER),
            ended(TRIP));
    CourierRow declined =
        given(
            courierRegistered(),
            offered(TRIP, ORDER),
            new OfferDeclined(TRIP, KURT, List.of(ORDER), "too far", after(3)));

    assertThat(served.open()).isEmpty();
    assertThat(declined.open()).isEmpty();
  }

  @Test
  void dutyAndTripsCommute() {
    BreakStarted pause = new BreakStarted(KURT, after(2));

    assertThat(given(courierRegistered(), pause, offered(TRIP, ORDER)))
        .isEqualTo(given(courierRegistered(), offered(TRIP, ORDER), pause));
  }

  @Test
  void aTripOfAnUnknownCourierIsRefused() {
    assertThatThrownBy(() -> CourierRow.evolve(null, offered(TRIP, ORDER)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("kurt");
  }

  @Test
  void aRowIsReadAsItWasWritten() {
    JsonMapper json = JsonMapper.builder().build();
    CourierRow row = given(courierRegistered(), offered(TRIP, ORDER), accepted(TRIP, ORDER));

    assertThat(json.readValue(json.writeValueAsString(row), CourierRow.class)).isEqualTo(row);
  }

  private static CourierRow given(Object... events) {
    CourierRow row = null;
    for (Object event : events) {
      row =
          event instanceof CourierEvent e
              ? CourierRow.evolve(row, e)
              : CourierRow.evolve(row, (AssignmentEvent) event);
    }
    return Objects.requireNonNull(row);
  }
}
