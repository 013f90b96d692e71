package id.antar.command.payment;

import id.antar.api.payment.PaymentId;

/// What is sent so that the payment gateway is asked. It is for a payment, which decides nothing of
/// it.
public sealed interface ErrandCommand
    permits AskAboutCharge, AskForRefund, AskGateway, LookAgain, LookUntilAnswered {
  PaymentId paymentId();
}
