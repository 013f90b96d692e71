package id.antar.command.payment;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.message.Receipt;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.CollectCash;
import id.antar.api.payment.PaymentCommand.CompletePayment;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailPayment;
import id.antar.api.payment.PaymentCommand.RequestPayment;
import id.antar.api.payment.PaymentCommand.ReversePayment;
import id.antar.api.payment.PaymentEvent;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import id.antar.command.payment.PaymentGateway.Transfer;
import java.util.Optional;
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
  Receipt handle(CompletePayment command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(CollectCash command, PaymentRules rules) {
    return decide(command, rules);
  }

  @Decides
  Receipt handle(FailPayment command, PaymentRules rules) {
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
  Receipt handle(ConfirmRefund command, PaymentRules rules) {
    return decide(command, rules);
  }

  /// What the gateway has still to do for it.
  Optional<Transfer> findOpenTransfer() {
    return state.findOpenTransfer();
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
