package id.antar.gateway.person;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.EmailKey;
import id.antar.api.account.Scope;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import id.antar.api.person.PersonRejection.PersonStillInvolved;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonControllerTest extends GatewayTest {
  private static final PersonId ADA = new PersonId("customer.ada");

  @BeforeEach
  void nothingIsUnderWay() {
    engine.answer(ListOrders.class, _ -> new OrderPage(List.of(), null));
  }

  private ForgetPerson command() {
    return (ForgetPerson) engine.commands().getFirst();
  }

  @Test
  void somebodyAsksToBeForgotten() {
    delete(Role.CUSTOMER, "ada", "/v1/me").expectStatus().isAccepted();

    assertThat(command().personId()).isEqualTo(ADA);
    assertThat(command().ground()).isEqualTo(Ground.OWN_REQUEST);
    assertThat(command().involvedIn()).isEmpty();
  }

  @Test
  void whatIsUnderWayIsToldToWhoDecides() {
    engine.answer(
        GetCourier.class,
        q ->
            new CourierView(
                q.courierId(),
                Personal.of(
                    new CourierId("bo").personId(), new CourierProfile("Bo", "+377 1234", "MC")),
                Vehicle.SCOOTER,
                2,
                CourierDuty.ON_BREAK,
                null,
                null,
                List.of(),
                0,
                List.of(),
                false,
                NOON));
    engine.decide(command ->
        Receipt.rejected(new PersonStillInvolved(ADA, ((ForgetPerson) command).involvedIn())));

    expectProblem(delete(Role.COURIER, "bo", "/v1/me"), 409, "person-still-involved");

    assertThat(command().involvedIn()).containsExactly("shift");
  }

  @Test
  void anAdminForgetsSomebodyElse() {
    engine.answer(
        GetCustomer.class,
        q -> new CustomerView(q.customerId(), Personal.forgotten(ADA), NOON, NOON));

    delete(Role.ADMIN, "root", "/v1/people/customer/ada?ground=duty").expectStatus().isAccepted();

    assertThat(command().personId()).isEqualTo(ADA);
    assertThat(command().by().toString()).isEqualTo("admin:root");
    assertThat(command().ground()).isEqualTo(Ground.DUTY);
  }

  @Test
  void somebodyWithAnAccountAndNoRecordIsForgottenToo() {
    engine.answer(GetAccount.class, q -> account(q.accountId()));

    delete(Role.ADMIN, "root", "/v1/people/customer/ada").expectStatus().isAccepted();
    expectProblem(delete(Role.ADMIN, "root", "/v1/people/courier/ada"), 404, "unknown-person");
  }

  private static AccountView account(AccountId id) {
    return new AccountView(
        id,
        Role.CUSTOMER,
        Scope.OWN,
        new EmailKey("ab".repeat(32)),
        Personal.forgotten(ADA),
        Personal.forgotten(ADA),
        1,
        Standing.OPEN,
        true,
        false,
        List.of(),
        NOON,
        NOON);
  }

  @Test
  void whoIsNotThereIsNotForgotten() {
    expectProblem(delete(Role.ADMIN, "root", "/v1/people/customer/nobody"), 404, "unknown-person");
    expectProblem(delete(Role.ADMIN, "root", "/v1/people/system/antar"), 404, "unknown-person");
    expectProblem(delete(Role.OPERATOR, "o", "/v1/people/customer/ada"), 403, "forbidden");

    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void everybodyGetsWhatIsStoredOfThem() {
    get(Role.CUSTOMER, "ada", "/v1/me/export")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.person")
        .isEqualTo("customer.ada")
        .jsonPath("$.events.length()")
        .isEqualTo(2)
        .jsonPath("$.events[1].data.number")
        .isEqualTo(2)
        .jsonPath("$.events[0].clientAddress")
        .isEqualTo("198.51.100.7");
    get(Role.CUSTOMER, "ada", "/v1/me/export").expectStatus().isOk();
  }
}
