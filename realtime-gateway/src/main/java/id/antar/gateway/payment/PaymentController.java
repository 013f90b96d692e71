package id.antar.gateway.payment;

import id.antar.api.account.Permission;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.api.payment.RefundId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Payments: read by those whom they concern, tried again by their customer, given back by staff
/// and by the merchant.
@RestController
final class PaymentController {

  private final Engine engine;
  private final PhoneClock times;

  PaymentController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  record Refunding(RefundId refundId) {}

  @GetMapping("/v1/payments/{id}")
  @Requires(Permission.PAYMENTS_READ)
  Mono<PaymentAnswer> get(Caller caller, @PathVariable PaymentId id) {
    return read(id, caller).map(payment -> PaymentAnswer.of(payment, caller));
  }

  @GetMapping("/v1/orders/{id}/payment")
  @Requires(Permission.PAYMENTS_READ)
  Mono<PaymentAnswer> ofOrder(Caller caller, @PathVariable OrderId id) {
    return find(PaymentId.ofOrder(id), caller)
        .map(payment -> PaymentAnswer.of(payment, caller))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("order", id).asException()));
  }

  @PostMapping("/v1/payments/{id}/parts/{part}/attempts")
  @Requires(Permission.PAYMENTS_MAKE)
  Mono<Done> retry(
      Caller caller,
      @PathVariable PaymentId id,
      @PathVariable int part,
      @RequestBody PaymentRequests.Attempt body) {
    var command = new RetryCharge(id, caller.asCustomer(), part, body.toChoice(), times.of(body));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  /// A merchant gives back what is the merchant's own, and no more than what was sold; delivery and
  /// tips are not the merchant's.
  @PostMapping("/v1/payments/{id}/refunds")
  @Requires(Permission.PAYMENTS_REFUND)
  Mono<Refunding> refund(
      Caller caller, @PathVariable PaymentId id, @RequestBody PaymentRequests.Refund body) {
    @Nullable String wanted = body.refundId() == null ? null : body.refundId().value();
    var refund = new RefundId(caller.idOfNew("refund", wanted));
    if (!caller.isOfMerchant()) {
      return send(caller, body.toCommand(id, refund, null, null, times.of(body)));
    }
    return read(id, caller)
        .flatMap(payment -> engine.await(new GetOrder(payment.orderId())))
        .flatMap(order ->
            send(
                caller,
                body.toCommand(id, refund, sold(order), order.merchantId(), times.of(body))));
  }

  @PostMapping("/v1/payments/{id}/refunds/{refundId}/confirm")
  @Requires(Permission.CASH_HANDLE)
  Mono<Done> paidOut(
      Caller caller,
      @PathVariable PaymentId id,
      @PathVariable RefundId refundId,
      @RequestBody(required = false) PaymentRequests.@Nullable PaidOut body) {
    var command = PaymentRequests.PaidOut.command(body, id, refundId, times.of(body));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  private Mono<Refunding> send(Caller caller, RefundPayment command) {
    return engine.send(command, caller).thenReturn(new Refunding(command.refundId()));
  }

  private static Money sold(OrderView order) {
    return order.total().items().minus(order.total().discount());
  }

  private Mono<PaymentView> read(PaymentId id, Caller caller) {
    return find(id, caller)
        .switchIfEmpty(Mono.error(() -> Problem.notFound("payment", id).asException()));
  }

  private Mono<PaymentView> find(PaymentId id, Caller caller) {
    return engine.await(new GetPayment(id)).filterWhen(payment -> concerns(payment, caller));
  }

  /// A tip is no merchant's concern.
  private Mono<Boolean> concerns(PaymentView payment, Caller caller) {
    if (!caller.isOfMerchant()) {
      return Mono.just(caller.may(Permission.PAYMENTS_READ_ANY) || caller.is(payment.customerId()));
    }
    return payment.purpose() == PaymentPurpose.TIP
        ? Mono.just(false)
        : engine
            .await(new GetOrder(payment.orderId()))
            .map(order -> caller.is(order.merchantId()))
            .defaultIfEmpty(false);
  }
}
