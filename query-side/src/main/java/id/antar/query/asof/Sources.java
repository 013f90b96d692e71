package id.antar.query.asof;

import id.antar.api.history.EntityKind;
import id.antar.query.assignment.CourierTrips;
import id.antar.query.ordertimeline.OrderSources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The aggregates whose events concern something.
final class Sources {

  private final OrderSources orders;
  private final CourierTrips couriers;

  Sources(OrderSources orders, CourierTrips couriers) {
    this.orders = orders;
    this.couriers = couriers;
  }

  CompletableFuture<List<String>> of(EntityKind kind, String id) {
    String own = kind + ":" + id;
    return switch (kind) {
      case ORDER -> orders.of(id).thenApply(others -> with(own, others));
      case COURIER -> couriers.of(id).thenApply(others -> with(own, others));
      case ASSIGNMENT, PAYMENT, MERCHANT, CUSTOMER ->
          CompletableFuture.completedFuture(List.of(own));
    };
  }

  private static List<String> with(String own, List<String> others) {
    List<String> all = new ArrayList<>(others);
    if (!all.contains(own)) {
      all.add(own);
    }
    return all;
  }
}
