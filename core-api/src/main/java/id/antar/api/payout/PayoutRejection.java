package id.antar.api.payout;

import id.antar.api.ledger.Account;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a payout is refused.
public sealed interface PayoutRejection extends Rejection {

  record PayoutAlreadyRecorded(PayoutId payoutId) implements PayoutRejection {
    @Override
    public String detail() {
      return "Payout " + payoutId + " was recorded before with other data.";
    }
  }

  record NotPayable(Account account) implements PayoutRejection {
    @Override
    public String detail() {
      return "Payouts go to merchants and couriers, not to " + account + ".";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "to";
    }
  }

  record NothingToPay(Money amount) implements PayoutRejection {
    @Override
    public String detail() {
      return "A payout of " + amount.minor() + " minor units is not above 0.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "amount";
    }
  }
}
