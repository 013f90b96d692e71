package id.antar.api.payout;

import id.antar.api.ledger.Account;
import id.antar.api.money.Money;
import java.time.Instant;

/// What can be asked of a payout.
public sealed interface PayoutCommand {
  PayoutId payoutId();

  Instant occurredAt();

  /// The platform has transferred what it owed.
  ///
  /// @param to a merchant's or a courier's account
  /// @param reference the bank's, to find the transfer by
  record RecordPayout(
      PayoutId payoutId, Account to, Money amount, String reference, Instant occurredAt)
      implements PayoutCommand {

    private static final int LONGEST = 64;

    public RecordPayout {
      if (reference.isBlank() || reference.length() > LONGEST) {
        throw new IllegalArgumentException(
            "reference is blank or longer than " + LONGEST + " characters.");
      }
    }
  }
}
