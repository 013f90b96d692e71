package id.antar.command.payout;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.ledger.AccountKind;
import id.antar.api.payout.PayoutCommand;
import id.antar.api.payout.PayoutCommand.RecordPayout;
import id.antar.api.payout.PayoutEvent;
import id.antar.api.payout.PayoutEvent.PayoutRecorded;
import id.antar.api.payout.PayoutRejection.NotPayable;
import id.antar.api.payout.PayoutRejection.NothingToPay;
import id.antar.api.payout.PayoutRejection.PayoutAlreadyRecorded;
import id.antar.command.decider.Decision;

/// Money that left the platform's bank. Whether so much was owed is for whoever pays to look up: a
/// transfer that was made has to be on the books.
sealed interface PayoutState {

  record Unrecorded() implements PayoutState {}

  record Recorded(PayoutRecorded payout) implements PayoutState {}

  default Decision<PayoutEvent> decide(PayoutCommand command) {
    return switch (command) {
      case RecordPayout c -> record(c);
    };
  }

  private Decision<PayoutEvent> record(RecordPayout c) {
    if (this instanceof Recorded(var payout)) {
      return payout.to().equals(c.to())
              && payout.amount().equals(c.amount())
              && payout.reference().equals(c.reference())
          ? satisfied()
          : reject(new PayoutAlreadyRecorded(c.payoutId()));
    }
    if (c.to().kind() != AccountKind.MERCHANT && c.to().kind() != AccountKind.COURIER) {
      return reject(new NotPayable(c.to()));
    }
    return c.amount().minor() > 0
        ? accept(
            new PayoutRecorded(c.payoutId(), c.to(), c.amount(), c.reference(), c.occurredAt()))
        : reject(new NothingToPay(c.amount()));
  }

  default PayoutState evolve(PayoutEvent event) {
    return switch (event) {
      case PayoutRecorded e -> new Recorded(e);
    };
  }
}
