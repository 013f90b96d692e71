package id.antar.command.merchant;

import static java.util.Objects.requireNonNull;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.BasketLine;
import id.antar.command.decider.Asked;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;

/// Merchants as the commands on an order reach them, each within its command's unit of work, so
/// that what is true of both is stored for both or for none.
///
/// The order is locked first and the merchant second, and nothing locks them the other way round,
/// so no two commands can wait for each other.
public final class Merchants {

  private final AtomicReference<@Nullable Configuration> axon = new AtomicReference<>();
  private final AtomicReference<@Nullable Asked<Merchant>> known = new AtomicReference<>();

  /// Before the first command.
  public void open(Configuration configuration) {
    axon.set(configuration);
  }

  /// A merchant that does not exist is asked too, and answers that it is unknown.
  public Quotation quote(
      MerchantId merchantId, List<BasketLine> basket, @Nullable String voucher, Instant now) {
    return known().ask(merchantId, merchant -> merchant.quote(merchantId, basket, voucher, now));
  }

  public void record(MerchantEvent event) {
    known().tell(event.merchantId(), merchant -> merchant.record(event));
  }

  /// Not before they are needed: their parts need the merchants themselves.
  private Asked<Merchant> known() {
    Asked<Merchant> merchants = known.get();
    if (merchants == null) {
      Configuration configuration = requireNonNull(axon.get(), "Merchants are not open.");
      merchants = Asked.of(configuration, Merchant.class, Merchant::new);
      known.set(merchants);
    }
    return merchants;
  }
}
