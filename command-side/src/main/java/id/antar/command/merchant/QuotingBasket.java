package id.antar.command.merchant;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/// Says beforehand what an order would cost. Asked here and not of a view, so that it is the answer
/// that the order itself would get: from the merchant's events, but without its lock, so that who
/// only asks holds up nobody who orders.
final class QuotingBasket {

  private final EventStore events;
  private final EngineClock clock;

  QuotingBasket(EventStore events, EngineClock clock) {
    this.events = events;
    this.clock = clock;
  }

  @QueryHandler
  BasketQuote get(GetQuote q) {
    MerchantState merchant = read(q.merchantId());
    return switch (Quoting.quote(
        merchant, q.merchantId(), q.basket(), q.voucher(), clock.instant())) {
      case Quotation.Quoted(var quote) -> new BasketQuote.Priced(quote.lines(), quote.total());
      case Quotation.Refused(var reason) -> new BasketQuote.Refused(reason);
    };
  }

  private MerchantState read(MerchantId id) {
    MerchantState state = new MerchantState.Unregistered();
    var past = events.readEvents(StreamId.of(id));
    while (past.hasNext()) {
      state = state.evolve((MerchantEvent) past.next().getPayload());
    }
    return state;
  }
}
