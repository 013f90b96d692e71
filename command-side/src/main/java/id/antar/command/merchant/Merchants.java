package id.antar.command.merchant;

import static java.util.Objects.requireNonNull;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.BasketLine;
import id.antar.command.decider.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/// Merchants as the commands on an order reach them, each within its command's unit of work, so
/// that what is true of both is stored for both or for none.
///
/// The order is locked first and the merchant second, and nothing locks them the other way round,
/// so no two commands can wait for each other.
public final class Merchants {

  private final AtomicReference<@Nullable Configuration> axon = new AtomicReference<>();
  private final AtomicReference<@Nullable Repository<Merchant>> known = new AtomicReference<>();

  /// Before the first command.
  public void open(Configuration configuration) {
    axon.set(configuration);
  }

  /// A merchant that does not exist is asked too, and answers that it is unknown.
  public Quotation quote(
      MerchantId merchantId, List<BasketLine> basket, @Nullable String voucher, Instant now) {
    return ask(merchantId, merchant -> merchant.quote(merchantId, basket, voucher, now));
  }

  public void record(MerchantEvent event) {
    ask(
        event.merchantId(),
        merchant -> {
          merchant.record(event);
          return event;
        });
  }

  private <T> T ask(MerchantId merchantId, Function<Merchant, T> question) {
    try {
      return repository().loadOrCreate(StreamId.of(merchantId), Merchant::new).invoke(question);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("Merchant " + merchantId + " not read.", failed);
    }
  }

  /// Not before it is needed: its parts need the merchants themselves.
  private Repository<Merchant> repository() {
    Repository<Merchant> repository = known.get();
    if (repository == null) {
      repository = requireNonNull(axon.get(), "Merchants are not open.").repository(Merchant.class);
      known.set(repository);
    }
    return repository;
  }
}
