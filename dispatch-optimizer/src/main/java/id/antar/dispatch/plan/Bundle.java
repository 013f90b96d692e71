package id.antar.dispatch.plan;

import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One or two orders that are picked up together.
record Bundle(List<OpenOrder> orders) {

  static Bundle of(OpenOrder... orders) {
    return new Bundle(List.of(orders));
  }

  List<OrderId> ids() {
    return orders.stream().map(OpenOrder::order).toList();
  }

  int ready() {
    return orders.stream().mapToInt(OpenOrder::ready).max().orElseThrow();
  }

  /// Indexes of the couriers to consider: the first order's, then what the second adds.
  IntStream candidates() {
    return orders.stream()
        .flatMap(order -> order.candidates().stream())
        .distinct()
        .mapToInt(i -> i);
  }

  boolean isDeclinedBy(int courier, int cooldown) {
    return orders.stream()
        .flatMap(order -> order.declines().stream())
        .anyMatch(decline -> decline.courier() == courier && decline.at() > -cooldown);
  }

  List<List<OpenOrder>> sequences() {
    return orders.size() == 1 ? List.of(orders) : List.of(orders, orders.reversed());
  }

  Stream<Bundle> dissolved() {
    return orders.stream().map(Bundle::of);
  }
}
