package id.antar.api.ledger;

import id.antar.api.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the ledger: what one event did to one account.
///
/// @param entry the event that it follows from: its aggregate and its number there; the lines of
///   one entry sum to zero
/// @param event the event's name, such as `OrderSettled`
/// @param amount a debit if positive, a credit if negative
/// @param subject the order, handover or payout that it is about
/// @param bookedAt when it was recorded; a past moment never changes again
public record LedgerLine(
    String entry,
    String event,
    Account account,
    Purpose purpose,
    Money amount,
    String subject,
    Instant occurredAt,
    Instant bookedAt) {

  /// Why money moves.
  public enum Purpose {
    CHARGE,
    REFUND,
    CHARGEBACK,
    COMPENSATION,
    SALE,
    DISCOUNT,
    COMMISSION,
    DELIVERY_FEE,
    DELIVERY_PAY,
    TAX,
    TIP,
    CASH_TAKEN,
    CASH_HANDED_IN,
    PAYOUT
  }

  /// Lines in the order in which they were booked.
  public record Page(List<LedgerLine> lines, @Nullable String nextCursor) {
    public Page {
      lines = List.copyOf(lines);
    }
  }
}
