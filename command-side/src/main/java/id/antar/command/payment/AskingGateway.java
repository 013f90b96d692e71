package id.antar.command.payment;

import id.antar.api.message.Receipt;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.command.decider.StreamId;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeAnswer;
import id.antar.command.payment.PaymentGateway.Charged;
import id.antar.command.payment.PaymentGateway.Declined;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.Transfer;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the payment gateway without waiting for it: a slow bank delays nobody else's payment.
///
/// First it is written down when to ask again, then the gateway is asked. So an answer that is
/// lost, because the gateway fails or this process does, is asked for again, until the payment has
/// what it waits for or waits no longer. The gateway is idempotent, which makes asking twice
/// harmless.
///
/// Not covered: a charge that went through, whose answer was lost, and whose order was called off
/// before it was asked for again. The gateway's settlement shows it.
final class AskingGateway {

  private static final Logger LOG = LoggerFactory.getLogger(AskingGateway.class);

  private final Repository<Payment> payments;
  private final PaymentGateway gateway;
  private final ScheduleTimeout timeouts;
  private final Reacting reacting;
  private final PaymentRules rules;

  AskingGateway(
      Repository<Payment> payments,
      PaymentGateway gateway,
      ScheduleTimeout timeouts,
      Reacting reacting,
      PaymentRules rules) {
    this.payments = payments;
    this.gateway = gateway;
    this.timeouts = timeouts;
    this.reacting = reacting;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(AskGateway command) throws Exception {
    payments
        .loadOrCreate(StreamId.of(command.paymentId()), Payment::new)
        .invoke(Payment::findOpenTransfer)
        .filter(transfer -> transfer instanceof Charge == command.charge())
        .ifPresent(transfer -> ask(transfer, command.attempt()));
    return Receipt.accepted();
  }

  private void ask(Transfer transfer, int attempt) {
    askAgainLater(transfer, attempt);
    MetaData trail = Reacting.trail();
    switch (transfer) {
      case Charge charge ->
          follow(
              charge,
              gateway
                  .charge(charge)
                  .thenCompose(
                      answer -> reacting.carryOutLater(react(charge, answer, now()), trail)));
      case Refund refund ->
          follow(
              refund,
              gateway
                  .refund(refund)
                  .thenCompose(answer ->
                      reacting.carryOutLater(
                          new ConfirmRefund(refund.paymentId(), answer.transactionId(), now()),
                          trail)));
    }
  }

  static Object react(Charge charge, ChargeAnswer answer, Instant now) {
    return switch (answer) {
      case Charged(var transactionId) ->
          new CompletePayment(charge.paymentId(), charge.amount(), transactionId, now);
      case Declined(var reason) -> new FailPayment(charge.paymentId(), reason, now);
    };
  }

  private void askAgainLater(Transfer transfer, int attempt) {
    boolean charge = transfer instanceof Charge;
    int next = attempt + 1;
    timeouts.schedule(
        "payment:%s:%s:%d".formatted(transfer.paymentId(), charge ? "charge" : "refund", next),
        now().plus(rules.policy().retryAfter(attempt)),
        new AskGateway(transfer.paymentId(), charge, next));
  }

  private static void follow(Transfer transfer, CompletableFuture<Receipt> outcome) {
    var _ =
        outcome.exceptionally(failure -> {
          LOG.warn("Payment {} has no answer, will ask again.", transfer.paymentId(), failure);
          return Receipt.accepted();
        });
  }

  private Instant now() {
    return rules.clock().instant();
  }
}
