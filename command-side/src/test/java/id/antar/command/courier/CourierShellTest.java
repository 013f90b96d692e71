package id.antar.command.courier;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.clockAt;

import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierRejection.UnknownCourier;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Receipt;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class CourierShellTest {

  private static final Personal<CourierProfile> PROFILE =
      Personal.of(new PersonId("bo"), new CourierProfile("Bo Rider", "+377 1111", "MC 42"));

  private final FixtureConfiguration<Courier> fixture =
      new AggregateTestFixture<>(Courier.class)
          .registerCommandTargetResolver(
              new TargetOf<>(CourierCommand.class, CourierCommand::courierId))
          .registerInjectableResource(
              new CourierRules(ShiftPolicy.standard(), CashPolicy.standard(), clockAt(NOON)));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(new RegisterCourier(BO, PROFILE, Vehicle.SCOOTER, 2, NOON))
        .expectEvents(new CourierRegistered(BO, PROFILE, Vehicle.SCOOTER, 2, NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(new CourierRegistered(BO, PROFILE, Vehicle.SCOOTER, 2, NOON))
        .when(new RegisterCourier(BO, PROFILE, Vehicle.SCOOTER, 2, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new StartShift(BO, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownCourier(BO)));
  }
}
