package id.antar.command.courier;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.ChangeVehicle;
import id.antar.api.courier.CourierCommand.EndBreak;
import id.antar.api.courier.CourierCommand.EndShift;
import id.antar.api.courier.CourierCommand.ExpireShift;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierRejection.CapacityOutOfRange;
import id.antar.api.courier.CourierRejection.CourierAlreadyRegistered;
import id.antar.api.courier.CourierRejection.NotInThisDuty;
import id.antar.api.courier.CourierRejection.UnknownCourier;
import id.antar.api.geo.Vehicle;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.command.decider.History;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CourierTest {

  private static final Personal<CourierProfile> PROFILE =
      Personal.of(new PersonId("bo"), new CourierProfile("Bo Rider", "+377 1111", "MC 42"));

  @Nested
  class Registering {

    @Test
    void aCourierIsRegisteredOffShift() {
      given().when(register(2)).then(registered());
    }

    @Test
    void theSameTwiceIsFineButNotAnother() {
      given(registered()).when(register(2)).thenNothing();
      given(registered(), vehicleChanged()).when(register(2)).thenNothing();
      given(registered()).when(register(3)).thenRefused(new CourierAlreadyRegistered(BO));
    }

    @Test
    void nobodyCarriesNothingOrAThousandOrders() {
      given().when(register(0)).thenRefused(new CapacityOutOfRange(0));
      given().when(register(1000)).thenRefused(new CapacityOutOfRange(1000));
    }
  }

  @Nested
  class ChangingTheVehicle {

    @Test
    void offShiftItIsPossible() {
      given(registered())
          .when(new ChangeVehicle(BO, Vehicle.BICYCLE, 1, at(1)))
          .then(vehicleChanged());
    }

    @Test
    void onShiftItIsNot() {
      given(registered(), shiftStarted())
          .when(new ChangeVehicle(BO, Vehicle.BICYCLE, 1, at(2)))
          .thenRefused(new NotInThisDuty(BO, CourierDuty.ON_SHIFT, "ChangeVehicle"));
    }

    @Test
    void toTheSameOneIsFine() {
      given(registered(), shiftStarted())
          .when(new ChangeVehicle(BO, Vehicle.SCOOTER, 2, at(2)))
          .thenNothing();
    }
  }

  @Nested
  class Working {

    @Test
    void aShiftRepeatsTheVehicleAndKnowsItsEnd() {
      given(registered()).when(new StartShift(BO, at(1))).then(shiftStarted());
    }

    @Test
    void aBreakBeginsAndEnds() {
      given(registered(), shiftStarted())
          .when(new StartBreak(BO, at(2)))
          .then(new BreakStarted(BO, at(2)));
      given(registered(), shiftStarted(), new BreakStarted(BO, at(2)))
          .when(new EndBreak(BO, at(3)))
          .then(new BreakEnded(BO, at(3)));
    }

    @Test
    void everythingTwiceIsFine() {
      given(registered(), shiftStarted()).when(new StartShift(BO, at(2))).thenNothing();
      given(registered(), shiftStarted()).when(new EndBreak(BO, at(2))).thenNothing();
      given(registered()).when(new EndShift(BO, at(2))).thenNothing();
    }

    @Test
    void thereIsNoBreakWithoutAShift() {
      given(registered())
          .when(new StartBreak(BO, at(2)))
          .thenRefused(new NotInThisDuty(BO, CourierDuty.OFF_SHIFT, "StartBreak"));
      given(registered())
          .when(new EndBreak(BO, at(2)))
          .thenRefused(new NotInThisDuty(BO, CourierDuty.OFF_SHIFT, "EndBreak"));
    }

    @Test
    void noShiftBeginsInABreak() {
      given(registered(), shiftStarted(), new BreakStarted(BO, at(2)))
          .when(new StartShift(BO, at(3)))
          .thenRefused(new NotInThisDuty(BO, CourierDuty.ON_BREAK, "StartShift"));
    }

    @Test
    void aShiftMayEndInABreak() {
      given(registered(), shiftStarted(), new BreakStarted(BO, at(2)))
          .when(new EndShift(BO, at(3)))
          .then(new ShiftEnded(BO, false, at(3)));
    }
  }

  @Nested
  class ExpiringAShift {

    @Test
    void theLongestShiftEndsByItself() {
      given(registered(), shiftStarted())
          .when(new ExpireShift(BO, at(1), at(961)))
          .then(new ShiftEnded(BO, true, at(961)));
    }

    @Test
    void beforeItsTimeOrForAnotherShiftNothingHappens() {
      given(registered(), shiftStarted()).when(new ExpireShift(BO, at(1), at(960))).thenNothing();
      given(registered(), shiftStarted()).when(new ExpireShift(BO, NOON, at(961))).thenNothing();
      given(registered()).when(new ExpireShift(BO, at(1), at(961))).thenNothing();
    }
  }

  @Test
  void anUnknownCourierIsUnknownToEveryCommand() {
    given().when(new StartShift(BO, at(1))).thenRefused(new UnknownCourier(BO));
  }

  @Property
  void everyHistoryFolds(@ForAll("commands") List<CourierCommand> commands) {
    var courier = given();
    var facts = new ArrayList<CourierEvent>();
    for (CourierCommand command : commands) {
      List<CourierEvent> events = courier.when(command).events();
      courier = courier.and(events);
      facts.addAll(events);
    }
    assertThat(given().and(facts).state()).isEqualTo(courier.state());
  }

  @Provide
  Arbitrary<List<CourierCommand>> commands() {
    Arbitrary<CourierCommand> any =
        Arbitraries.of(
            register(2),
            new ChangeVehicle(BO, Vehicle.BICYCLE, 1, at(1)),
            new ChangeVehicle(BO, Vehicle.SCOOTER, 2, at(1)),
            new StartShift(BO, at(1)),
            new StartBreak(BO, at(2)),
            new EndBreak(BO, at(3)),
            new EndShift(BO, at(4)),
            new ExpireShift(BO, at(1), at(961)));
    return any.list().ofMaxSize(30);
  }

  private static History<CourierState, CourierCommand, CourierEvent> given(CourierEvent... events) {
    return new History<CourierState, CourierCommand, CourierEvent>(
            new CourierState.Unregistered(),
            CourierState::evolve,
            (state, command) ->
                state.decide(
                    command, ShiftPolicy.standard(), CashPolicy.standard(), command.occurredAt()))
        .and(events);
  }

  private static RegisterCourier register(int capacity) {
    return new RegisterCourier(BO, PROFILE, Vehicle.SCOOTER, capacity, NOON);
  }

  private static CourierRegistered registered() {
    return new CourierRegistered(BO, PROFILE, Vehicle.SCOOTER, 2, NOON);
  }

  private static VehicleChanged vehicleChanged() {
    return new VehicleChanged(BO, Vehicle.BICYCLE, 1, at(1));
  }

  private static ShiftStarted shiftStarted() {
    return new ShiftStarted(BO, Vehicle.SCOOTER, 2, at(961), at(1));
  }
}
