package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class PaymentController {

  private final Engine engine;

  PaymentController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/payments/{id}")
  @Requires(Permission.PAYMENTS_READ)
  Mono<PaymentView> get(Caller caller, @PathVariable PaymentId id) {
    return engine
        .await(new GetPayment(id))
        .filter(
            payment -> caller.may(Permission.PAYMENTS_READ_ANY) || caller.is(payment.customerId()))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("payment", id).asException()));
  }
}
