package id.antar.command.payment;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.message.Receipt;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.AuthoriseCharge;
import id.antar.api.payment.PaymentCommand.AwaitCharge;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.CaptureCharge;
import id.antar.api.payment.PaymentCommand.ChargeBack;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ConfirmVoid;
import id.antar.api.payment.PaymentCommand.ExpireCharge;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailCharge;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentCommand.ReverseCapture;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A payment, as Axon keeps it.
final class Payment {

  @AggregateIdentifier private @Nullable String id;
  private PaymentState state = new PaymentState.Unrequested();

  @Decides
  Receipt handle(RequestPayment command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RetryCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(AwaitCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(AuthoriseCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(CaptureCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(FailCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ExpireCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ConfirmVoid command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(GiveUpCharge command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ChargeBack command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ReverseChargeback command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ReverseCapture command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(CallOffMismatched command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(CollectCash command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ExpirePayment command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ReversePayment command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(RefundPayment command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(ConfirmRefund command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(FailRefund command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(PayOutRefund command, PaymentRules rules) {
    return decide(command, rules);
  }

  PaymentState state() {
    return state;
  }

  @EventSourcingHandler
  void on(PaymentEvent event) {
    id = StreamId.of(event.paymentId());
    state = state.evolve(event);
  }

  private Receipt decide(PaymentCommand command, PaymentRules rules) {
    return answer(state.decide(command, rules.policy(), rules.clock().instant()));
  }
}
