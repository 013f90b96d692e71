package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.clockAt;

import id.antar.api.message.Receipt;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class PaymentShellTest {

  private final FixtureConfiguration<Payment> fixture =
      new AggregateTestFixture<>(Payment.class)
          .registerCommandTargetResolver(
              new TargetOf<>(PaymentCommand.class, PaymentCommand::paymentId))
          .registerInjectableResource(new PaymentRules(PaymentPolicy.standard(), clockAt(NOON)));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(new RequestPayment(PAYMENT, ORDER, ADA, FEE, CARD, NOON))
        .expectEvents(new PaymentRequested(PAYMENT, ORDER, ADA, FEE, CARD, at(15), NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(new PaymentRequested(PAYMENT, ORDER, ADA, FEE, CARD, at(15), NOON))
        .when(new RequestPayment(PAYMENT, ORDER, ADA, FEE, CARD, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new ExpirePayment(PAYMENT, at(15)))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownPayment(PAYMENT)));
  }
}
