package id.antar.api.payment;

import id.antar.api.message.Query;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Money that goes nowhere until a person has looked.
///
/// @param refundId absent for a charge
/// @param chargeId that the money came by
/// @param amount that is to go back, or that was asked for
/// @param actual what the provider holds; for a charge only
/// @param reason why it goes back, or why the provider refuses
/// @param since when it became so
public record OpenMoney(
    Kind kind,
    PaymentId paymentId,
    OrderId orderId,
    @Nullable RefundId refundId,
    ChargeId chargeId,
    Money amount,
    @Nullable Money actual,
    String reason,
    Instant since) {

  public enum Kind {
    /// The provider refuses to send it back.
    REFUND_FAILED,
    /// Cash, which nobody but a person can give back.
    REFUND_BY_HAND,
    /// The provider holds another amount than was asked for.
    CHARGE_MISMATCHED
  }

  /// Those that have waited longest first.
  ///
  /// @param kind absent for all
  /// @param cursor the last answer's `nextCursor`
  public record ListOpenMoney(@Nullable Kind kind, @Nullable String cursor, int limit)
      implements Query<Page> {
    @Override
    public Class<Page> answer() {
      return Page.class;
    }
  }

  public record Page(List<OpenMoney> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }
  }

  public record CountOpenMoney() implements Query<Counts> {
    @Override
    public Class<Counts> answer() {
      return Counts.class;
    }
  }

  /// @param open how many there are of each kind that there are any of
  public record Counts(Map<Kind, Long> open) {
    public Counts {
      open = Map.copyOf(open);
    }
  }
}
