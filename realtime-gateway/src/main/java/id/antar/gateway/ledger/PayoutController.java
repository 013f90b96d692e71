package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.ledger.Account;
import id.antar.api.money.Money;
import id.antar.api.payout.PayoutCommand.RecordPayout;
import id.antar.api.payout.PayoutId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Money that left the platform's bank.
@RestController
final class PayoutController {

  private final Engine engine;
  private final PhoneClock times;

  PayoutController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  record Payout(
      @Nullable PayoutId payoutId,
      Account to,
      Money amount,
      String reference,
      @Nullable Instant occurredAt)
      implements Timed {

    RecordPayout toCommand(PayoutId id, Instant at) {
      return Valid.of(
          RecordPayout.class, "", () -> new RecordPayout(id, to, amount, reference, at));
    }
  }

  record Recorded(PayoutId payoutId) {}

  @PostMapping("/v1/payouts")
  @Requires(Permission.LEDGER_SETTLE)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Recorded> record(Caller caller, @RequestBody Payout body) {
    String wanted = body.payoutId() == null ? null : body.payoutId().value();
    var id = new PayoutId(caller.idOfNew("payout", wanted));
    return engine.send(body.toCommand(id, times.of(body)), caller).thenReturn(new Recorded(id));
  }
}
