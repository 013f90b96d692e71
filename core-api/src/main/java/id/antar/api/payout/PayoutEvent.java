package id.antar.api.payout;

import id.antar.api.ledger.Account;
import id.antar.api.money.Money;
import java.time.Instant;

/// Facts about one payout.
public sealed interface PayoutEvent {
  PayoutId payoutId();

  Instant occurredAt();

  record PayoutRecorded(
      PayoutId payoutId, Account to, Money amount, String reference, Instant occurredAt)
      implements PayoutEvent {}
}
