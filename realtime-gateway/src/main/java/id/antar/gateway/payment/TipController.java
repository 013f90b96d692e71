package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.identity.Requires;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Customers thank couriers.
@RestController
final class TipController {

  private final Engine engine;
  private final PhoneClock times;

  TipController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  record Given(PaymentId paymentId) {}

  @PostMapping("/v1/orders/{id}/tips")
  @Requires(Permission.PAYMENTS_MAKE)
  Mono<ResponseEntity<Given>> give(
      Caller caller, @PathVariable OrderId id, @RequestBody PaymentRequests.Tip body) {
    var command =
        new GiveTip(id, caller.asCustomer(), body.amount(), body.toChoice(), times.of(body));
    PaymentId payment = PaymentId.ofTip(id);
    return engine
        .send(command, caller)
        .thenReturn(
            ResponseEntity.created(URI.create("/v1/payments/" + payment)).body(new Given(payment)));
  }
}
