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
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentRejection.UnknownPayment;
import id.antar.command.decider.TargetOf;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class PaymentShellTest {

  private static final List<PaymentPart> PARTS = List.of(new PaymentPart(1, CARD, FEE));
  private static final RequestPayment REQUEST =
      new RequestPayment(PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, FEE, PARTS, NOON);
  private static final PaymentRequested REQUESTED =
      new PaymentRequested(PAYMENT, ORDER, ADA, PaymentPurpose.ORDER, FEE, PARTS, at(15), NOON);

  private final FixtureConfiguration<Payment> fixture =
      new AggregateTestFixture<>(Payment.class)
          .registerCommandTargetResolver(
              new TargetOf<>(PaymentCommand.class, PaymentCommand::paymentId))
          .registerInjectableResource(new PaymentRules(PaymentPolicy.standard(), clockAt(NOON)));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(REQUEST)
        .expectEvents(REQUESTED)
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(REQUESTED)
        .when(REQUEST)
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
