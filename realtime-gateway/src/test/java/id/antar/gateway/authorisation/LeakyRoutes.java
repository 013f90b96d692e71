package id.antar.gateway.authorisation;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Routes as somebody might write them who is in a hurry.
@RestController
final class LeakyRoutes {

  private final Engine engine;

  LeakyRoutes(Engine engine) {
    this.engine = engine;
  }

  Mono<LearnedReport> learnedByAnybody() {
    return engine.ask(new GetLearned());
  }

  @Requires(Permission.OPS_READ)
  @Keyless
  Mono<Done> rebuildByReaders(Caller caller) {
    return Mono.just(Done.DONE);
  }

  @Requires(Permission.ORDERS_READ)
  Mono<OrderView> anyOrder(Caller caller, @PathVariable OrderId id) {
    return engine.ask(new GetOrder(id)).switchIfEmpty(unknown("order", id));
  }

  @Requires(Permission.TRACKING_READ)
  Mono<OrderView> trackAnyOrder(Caller caller, @PathVariable OrderId id) {
    return engine.ask(new GetOrder(id)).switchIfEmpty(unknown("order", id));
  }

  @Requires(Permission.ORDERS_READ)
  Mono<OrderPage> allOrders(Caller caller) {
    return engine.ask(new ListOrders(null, null, null, null, null, 20));
  }

  @Requires(Permission.PAYMENTS_READ)
  Mono<PaymentView> anyPayment(Caller caller, @PathVariable PaymentId id) {
    return engine.ask(new GetPayment(id)).switchIfEmpty(unknown("payment", id));
  }

  @Requires(Permission.CUSTOMERS_READ)
  Mono<Done> tellsThatACustomerExists(Caller caller, @PathVariable CustomerId id) {
    return engine
        .ask(new GetCustomer(id))
        .switchIfEmpty(unknown("customer", id))
        .filter(found -> caller.isStaff() || caller.is(found.customerId()))
        .switchIfEmpty(Mono.error(() -> Problem.forbidden("Not yours.").asException()))
        .thenReturn(Done.DONE);
  }

  @Requires(Permission.COURIERS_READ)
  Mono<CourierView> anyCourier(Caller caller, @PathVariable CourierId id) {
    return engine.ask(new GetCourier(id)).switchIfEmpty(unknown("courier", id));
  }

  @Requires(Permission.COURIERS_TRACK)
  @Keyless
  Mono<Done> positionOfAnybody(Caller caller, @PathVariable CourierId id) {
    return Mono.just(Done.DONE);
  }

  @Requires(Permission.MERCHANTS_OPEN)
  Mono<Done> openAnyMerchant(Caller caller, @PathVariable MerchantId id) {
    return engine.send(new OpenMerchant(id, Instant.now()), caller).thenReturn(Done.DONE);
  }

  @Requires(Permission.KEYS_MANAGE)
  Mono<Done> revokeAnyKey(Caller caller, @PathVariable ApiKeyId id) {
    return id.value().startsWith("9") ? unknown("api-key", id) : Mono.just(Done.DONE);
  }

  private static <T> Mono<T> unknown(String kind, Object id) {
    return Mono.error(() -> Problem.notFound(kind, id).asException());
  }
}
