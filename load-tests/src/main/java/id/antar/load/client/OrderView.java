package id.antar.load.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order, as far as the town reads it.
public record OrderView(
    String orderId,
    String merchantId,
    String status,
    String stage,
    Instant placedAt,
    @Nullable Instant readyAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    @Nullable String courierId,
    @Nullable String endReason,
    @Nullable String paymentId,
    @Nullable Total total,
    @Nullable Money cashDue) {

  /// As the engine has summed it up: nobody else does.
  public record Total(Money items, Money discount, Money tax, Money tip, Money total) {}

  public record Page(List<OrderView> orders, @Nullable String nextCursor) {}

  public record Timeline(List<Entry> entries) {
    public record Entry(String event, @Nullable String actor, @Nullable String detail) {}
  }
}
