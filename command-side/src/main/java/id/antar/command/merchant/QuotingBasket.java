package id.antar.command.merchant;

import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.time.EngineClock;
import org.axonframework.queryhandling.QueryHandler;

/// Says beforehand what an order would cost. Asked here and not of a view, so that it is the answer
/// that the order itself would get.
final class QuotingBasket {

  private final Merchants merchants;
  private final EngineClock clock;

  QuotingBasket(Merchants merchants, EngineClock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  @QueryHandler
  BasketQuote get(GetQuote q) {
    return switch (merchants.quote(q.merchantId(), q.basket(), q.voucher(), clock.instant())) {
      case Quotation.Quoted(var quote) -> new BasketQuote.Priced(quote.lines(), quote.total());
      case Quotation.Refused(var reason) -> new BasketQuote.Refused(reason);
    };
  }
}
