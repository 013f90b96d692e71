package id.antar.gateway.customer;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;

import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerControllerTest extends GatewayTest {

  @Test
  void aCustomerRegistersThemselves() {
    String body = "{\"name\":\"Ada\",\"phone\":\"+377 555 0100\"}";
    post(Role.CUSTOMER, "ada", "/v1/customers", body)
        .expectStatus()
        .isCreated()
        .expectBody()
        .json("{\"customerId\":\"ada\"}");
    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/customers", body.replace("+377 555 0100", "none")),
        422,
        "invalid-value",
        "phone");
  }

  @Test
  void aForgottenCustomerHasNoName() {
    engine.answer(
        GetCustomer.class,
        q -> new CustomerView(q.customerId(), Personal.forgotten(new PersonId("ada")), NOON, NOON));

    get(Role.CUSTOMER, "ada", "/v1/customers/ada")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEmpty();
    expectProblem(get(Role.CUSTOMER, "eve", "/v1/customers/ada"), 404, "unknown-customer");
  }

  @Test
  void aPaymentIsItsCustomersOwn() {
    engine.answer(
        GetPayment.class,
        q ->
            new PaymentView(
                q.paymentId(),
                ORDER,
                ADA,
                PaymentPurpose.ORDER,
                Money.of(2800, "EUR"),
                Money.of(2800, "EUR"),
                PaymentStatus.REFUND_PENDING,
                List.of(
                    new PaymentView.Part(
                        1,
                        PaymentMethod.BANK_TRANSFER,
                        Money.of(2800, "EUR"),
                        1,
                        PaymentView.PartStatus.CAPTURED,
                        "tx-1",
                        null,
                        null,
                        NOON)),
                List.of(),
                null,
                NOON,
                NOON,
                NOON));

    get(Role.CUSTOMER, "ada", "/v1/payments/p1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("refund_pending")
        .jsonPath("$.parts[0].method")
        .isEqualTo("bank_transfer");
    expectProblem(get(Role.CUSTOMER, "eve", "/v1/payments/p1"), 404, "unknown-payment");
    expectProblem(get(Role.MERCHANT, "pizzeria", "/v1/payments/p1"), 404, "unknown-payment");
  }
}
