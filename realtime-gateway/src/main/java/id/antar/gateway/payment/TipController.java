package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.order.OrderCommand.GiveTip;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
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
    return next(id, 1).flatMap(number -> give(caller, body.toCommand(id, caller, number, times)));
  }

  private Mono<ResponseEntity<Given>> give(Caller caller, GiveTip tip) {
    PaymentId payment = PaymentId.ofTip(tip.orderId(), tip.number());
    return engine
        .send(tip, caller)
        .thenReturn(
            ResponseEntity.created(URI.create("/v1/payments/" + payment)).body(new Given(payment)));
  }

  /// The number of the tip that is under way or to come: the one after all that came to nothing.
  private Mono<Integer> next(OrderId id, int number) {
    return engine
        .ask(new GetPayment(PaymentId.ofTip(id, number)))
        .filter(TipController::cameToNothing)
        .flatMap(_ -> next(id, number + 1))
        .defaultIfEmpty(number);
  }

  private static boolean cameToNothing(PaymentView tip) {
    return switch (tip.status()) {
      case FAILED, EXPIRED, CANCELLED -> true;
      case REQUESTED, PENDING, AUTHORISED, COMPLETED -> false;
      case REFUND_PENDING, PARTLY_REFUNDED, REFUNDED, CHARGED_BACK -> false;
    };
  }
}
