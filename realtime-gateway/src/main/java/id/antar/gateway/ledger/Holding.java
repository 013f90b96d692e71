package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.ledger.Account;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import reactor.core.publisher.Mono;

/// Whose an account is.
final class Holding {

  private final Engine engine;

  Holding(Engine engine) {
    this.engine = engine;
  }

  /// Another's account is refused like one that does not exist.
  Mono<Account> own(Caller caller, String text) {
    Account account = Valid.value("account", () -> Account.parse(text));
    return caller.may(Permission.LEDGER_READ_ANY)
        ? Mono.just(account)
        : isOwn(caller, account)
            .filter(own -> own)
            .map(_ -> account)
            .switchIfEmpty(Mono.error(() -> Problem.notFound("account", text).asException()));
  }

  private Mono<Boolean> isOwn(Caller caller, Account account) {
    return switch (account.kind()) {
      case CUSTOMER ->
          engine
              .await(new GetOrder(new OrderId(account.holder())))
              .map(order -> caller.is(order.customerId()));
      case COURIER, CASH -> Mono.just(caller.is(new CourierId(account.holder())));
      case MERCHANT, TAX -> Mono.just(caller.is(new MerchantId(account.holder())));
      case PLATFORM, GATEWAY, OFFICE, BANK -> Mono.just(false);
    };
  }
}
