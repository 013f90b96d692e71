package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.CallOffMismatched;
import id.antar.api.payment.PaymentCommand.LookAtCharge;
import id.antar.api.payment.PaymentCommand.ReverseChargeback;
import id.antar.api.payment.PaymentId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What staff decides about one attempt at one part, where the provider's word alone does not do.
@RestController
final class ChargeController {

  private final Engine engine;
  private final PhoneClock times;

  ChargeController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  /// The provider is asked at once how it stands: what has come goes back by that.
  @PostMapping("/v1/payments/{id}/parts/{part}/attempts/{attempt}/call-off")
  @Requires(Permission.CASH_HANDLE)
  Mono<Done> callOff(
      Caller caller,
      @PathVariable PaymentId id,
      @PathVariable int part,
      @PathVariable int attempt,
      @RequestBody(required = false) Timed.@Nullable At body) {
    ChargeId charge = charge(id, part, attempt);
    return engine
        .send(new CallOffMismatched(charge, times.of(body)), caller)
        .then(engine.send(new LookAtCharge(charge, times.of(body)), caller))
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/payments/{id}/parts/{part}/attempts/{attempt}/dispute-won")
  @Requires(Permission.CASH_HANDLE)
  Mono<Done> disputeWon(
      Caller caller,
      @PathVariable PaymentId id,
      @PathVariable int part,
      @PathVariable int attempt,
      @RequestBody(required = false) Timed.@Nullable At body) {
    var command = new ReverseChargeback(charge(id, part, attempt), times.of(body));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  private static ChargeId charge(PaymentId id, int part, int attempt) {
    return Valid.value("attempt", () -> new ChargeId(id, part, attempt));
  }
}
