package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.payment.OpenMoney;
import id.antar.api.payment.OpenMoney.ListOpenMoney;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Money that goes nowhere until somebody of the staff has looked.
@RestController
final class OpenMoneyController {

  private final Engine engine;

  OpenMoneyController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/ops/open-money")
  @Requires(Permission.PAYMENTS_READ_ANY)
  Mono<OpenMoney.Page> list(
      Caller caller,
      @RequestParam OpenMoney.@Nullable Kind kind,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return engine.ask(new ListOpenMoney(kind, cursor, Valid.limit(limit)));
  }
}
