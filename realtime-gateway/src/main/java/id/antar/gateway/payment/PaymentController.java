package id.antar.gateway.payment;

import id.antar.api.message.Actor.Role;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Allowed;
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
  @Allowed({Role.CUSTOMER, Role.OPERATOR, Role.ANALYST, Role.ADMIN})
  Mono<PaymentView> get(Caller caller, @PathVariable PaymentId id) {
    return engine
        .await(new GetPayment(id))
        .filter(payment -> caller.isStaff() || caller.is(payment.customerId()))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("payment", id).asException()));
  }
}
