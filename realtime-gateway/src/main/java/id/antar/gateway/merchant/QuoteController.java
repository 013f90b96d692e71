package id.antar.gateway.merchant;

import id.antar.api.account.Permission;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantQuery.BasketQuote;
import id.antar.api.merchant.MerchantQuery.GetQuote;
import id.antar.api.merchant.Voucher;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTotal;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What a basket would cost, before it is ordered. Changes nothing.
@RestController
final class QuoteController {

  private final Engine engine;

  QuoteController(Engine engine) {
    this.engine = engine;
  }

  record Wanted(List<BasketLine> basket, @Nullable String voucher) {

    GetQuote toQuery(MerchantId id) {
      String code = voucher == null ? null : Valid.value("voucher", () -> Voucher.codeOf(voucher));
      return new GetQuote(id, basket, code);
    }
  }

  record Quote(List<OrderLine> lines, OrderTotal total) {}

  @PostMapping("/v1/merchants/{id}/quotes")
  @Requires(Permission.ORDERS_PLACE)
  @Keyless
  Mono<Quote> quote(Caller caller, @PathVariable MerchantId id, @RequestBody Wanted body) {
    return engine.ask(body.toQuery(id)).map(QuoteController::priced);
  }

  private static Quote priced(BasketQuote answer) {
    return switch (answer) {
      case BasketQuote.Priced(var lines, var total) -> new Quote(lines, total);
      case BasketQuote.Refused(var reason) -> throw Problem.of(reason).asException();
    };
  }
}
