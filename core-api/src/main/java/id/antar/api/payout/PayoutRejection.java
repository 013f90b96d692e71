package id.antar.api.payout;

import id.antar.api.ledger.Account;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a payout is refused.
public sealed interface PayoutRejection extends Rejection {

  record PayoutAlreadyRecorded(PayoutId payoutId) implements PayoutRejection {}

  record NotPayable(Account account) implements PayoutRejection, Invalid {
    @Override
    public String field() {
      return "to";
    }
  }

  record NothingToPay(Money amount) implements PayoutRejection, Invalid {
    @Override
    public String field() {
      return "amount";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case PayoutAlreadyRecorded(var payoutId) ->
          "Payout " + payoutId + " was recorded before with other data.";
      case NotPayable(var account) ->
          "Payouts go to merchants and couriers, not to " + account + ".";
      case NothingToPay(var amount) ->
          "A payout of " + amount.minor() + " minor units is not above 0.";
    };
  }
}
