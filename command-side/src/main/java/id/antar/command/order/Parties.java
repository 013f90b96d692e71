package id.antar.command.order;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.Party;
import id.antar.api.order.Side;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose an order is, and how far, for the rules of what hangs on it.
///
/// @param courierId who carries it, or did so when it ended
/// @param endedAt absent while it lives
public record Parties(
    OrderId orderId,
    CustomerId customerId,
    MerchantId merchantId,
    @Nullable CourierId courierId,
    OrderStage stage,
    @Nullable Instant endedAt) {

  public boolean has(Party party) {
    return find(party.side()).filter(party::equals).isPresent();
  }

  /// Who is on that side, if anybody is; operators and the engine are on none.
  public Optional<Party> find(Side side) {
    return Optional.ofNullable(
        switch (side) {
          case CUSTOMER -> new Party.Customer(customerId);
          case MERCHANT -> new Party.Merchant(merchantId);
          case COURIER -> courierId == null ? null : new Party.Courier(courierId);
          case OPERATOR, ENGINE -> null;
        });
  }
}
