package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.ledger.LedgerQuery.Balance;
import id.antar.api.ledger.LedgerQuery.GetBalance;
import id.antar.api.ledger.LedgerQuery.GetTrialBalance;
import id.antar.api.ledger.LedgerQuery.ListLines;
import id.antar.api.ledger.LedgerQuery.TrialBalance;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The books. Debits are positive and credits negative, and every entry sums to zero.
@RestController
final class LedgerController {

  private final Engine engine;
  private final Holding holding;

  LedgerController(Engine engine) {
    this.engine = engine;
    this.holding = new Holding(engine);
  }

  @GetMapping("/v1/ledger/trial-balance")
  @Requires(Permission.LEDGER_READ_ANY)
  Mono<TrialBalance> trialBalance(Caller caller, @RequestParam @Nullable Instant asOf) {
    return engine.ask(new GetTrialBalance(asOf));
  }

  @GetMapping("/v1/ledger/accounts/{account}/balance")
  @Requires(Permission.LEDGER_READ)
  Mono<Balance> balance(
      Caller caller, @PathVariable String account, @RequestParam @Nullable Instant asOf) {
    return holding.own(caller, account).flatMap(own -> engine.ask(new GetBalance(own, asOf)));
  }

  @GetMapping("/v1/ledger/accounts/{account}/lines")
  @Requires(Permission.LEDGER_READ)
  Mono<LedgerLine.Page> lines(
      Caller caller,
      @PathVariable String account,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    int most = Valid.limit(limit);
    return holding
        .own(caller, account)
        .flatMap(own -> engine.ask(new ListLines(own, from, to, cursor, most)));
  }
}
