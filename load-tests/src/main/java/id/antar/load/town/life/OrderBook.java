package id.antar.load.town.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Every order of the town that the engine has acknowledged.
public final class OrderBook {

  private final Map<String, TrackedOrder> orders = new ConcurrentHashMap<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  /// Somebody is about to order.
  void attempt() {
    attempts.incrementAndGet();
  }

  TrackedOrder acknowledged(String orderId, String customerId, String merchantId) {
    return orders.computeIfAbsent(orderId, id -> new TrackedOrder(id, customerId, merchantId));
  }

  Optional<TrackedOrder> find(String orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  void refused() {
    refused.incrementAndGet();
  }

  public List<TrackedOrder> list() {
    return List.copyOf(orders.values());
  }

  public int placed() {
    return orders.size();
  }

  public int count(Predicate<Stage> which) {
    return (int) orders.values().stream().filter(order -> which.test(order.stage())).count();
  }

  /// Whether all of so many attempts were answered, and every order has come to its end.
  public boolean isSettled(int attemptsExpected) {
    return attempts.get() == attemptsExpected
        && orders.size() + refused.get() == attemptsExpected
        && orders.values().stream().allMatch(order -> order.stage().isFinal());
  }
}
