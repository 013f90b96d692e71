package id.antar.gateway.courier;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierCommand.EndShift;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.CourierBoard;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierQuery.ListCouriers;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourierControllerTest extends GatewayTest {

  private static final String REGISTRATION =
      """
      {"fullName":"Carlo Conti","phone":"+377 555 0101","vehicle":"bicycle","capacity":2}
      """;

  @Test
  void aCourierRegistersAndWorks() {
    post(Role.COURIER, "carlo", "/v1/couriers", REGISTRATION)
        .expectStatus()
        .isCreated()
        .expectBody()
        .json("{\"courierId\":\"carlo\"}");
    post(Role.COURIER, "carlo", "/v1/couriers/carlo/shift/start", "{}").expectStatus().isOk();
    post(Role.OPERATOR, "olga", "/v1/couriers/carlo/shift/end", "{}").expectStatus().isOk();
    expectProblem(
        post(Role.COURIER, "eve", "/v1/couriers/carlo/shift/end", "{}"), 403, "forbidden");

    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(RegisterCourier.class, StartShift.class, EndShift.class);
  }

  @Test
  void aCourierSeesThemselvesAndOperatorsSeeTheBoard() {
    engine.answer(GetCourier.class, _ -> view());
    engine.answer(ListCouriers.class, _ -> new CourierBoard(List.of(view()), "next"));

    get(Role.COURIER, "carlo", "/v1/couriers/carlo")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.fullName")
        .isEqualTo("Carlo Conti")
        .jsonPath("$.duty")
        .isEqualTo("on_shift")
        .jsonPath("$.tripId")
        .isEqualTo("trip-1");
    expectProblem(get(Role.COURIER, "eve", "/v1/couriers/carlo"), 404, "unknown-courier");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/couriers/carlo"), 403, "forbidden");
    get(Role.ANALYST, "anna", "/v1/couriers?duty=ON_SHIFT")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.couriers.length()")
        .isEqualTo(1)
        .jsonPath("$.nextCursor")
        .isEqualTo("next");
    expectProblem(get(Role.COURIER, "carlo", "/v1/couriers"), 403, "forbidden");
  }

  private static CourierView view() {
    var profile = new CourierProfile("Carlo Conti", "+377 555 0101", "");
    return new CourierView(
        CARLO,
        Personal.of(new PersonId("carlo"), profile),
        Vehicle.BICYCLE,
        2,
        CourierDuty.ON_SHIFT,
        null,
        TRIP,
        List.of(),
        4,
        List.of(Money.of(2950, "EUR")),
        false,
        NOON);
  }
}
