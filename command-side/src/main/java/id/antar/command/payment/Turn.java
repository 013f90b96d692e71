package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent;
import id.antar.command.decider.Decision;
import java.util.ArrayList;
import java.util.List;

/// A decision in the making: each fact follows from where the payment stands after the one before.
final class Turn {

  private final List<PaymentEvent> facts = new ArrayList<>();
  private Known payment;

  Turn(Known payment) {
    this.payment = payment;
  }

  Known payment() {
    return payment;
  }

  Turn and(PaymentEvent fact) {
    facts.add(fact);
    payment = payment.next(fact);
    return this;
  }

  Decision<PaymentEvent> decision() {
    return new Decision.Accepted<>(facts);
  }
}
