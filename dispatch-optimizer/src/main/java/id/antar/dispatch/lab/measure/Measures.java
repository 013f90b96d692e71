package id.antar.dispatch.lab.measure;

import id.antar.api.courier.CourierId;
import id.antar.api.lab.LabReport.Measure;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.run.Fared;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What a window's orders and couriers got, in the units of [Measure]. Really or in a run: the same
/// measure for both.
public final class Measures {

  private static final double HOUR = 3600;
  private static final double SHORTEST_SHIFT = HOUR / 4;

  private final Map<OrderId, OrderFacts> counted;

  /// By id, since a sum of doubles depends on their sequence.
  private final Map<CourierId, Double> hours =
      new TreeMap<>(Comparator.comparing(CourierId::value));

  private final int target;

  /// @param target beyond it click-to-door is late, in seconds
  public Measures(Facts facts, int target) {
    this.counted =
        facts.orders().stream()
            .filter(OrderFacts::counts)
            .collect(Collectors.toMap(OrderFacts::orderId, order -> order));
    this.target = target;
    facts
        .shifts()
        .forEach(shift -> {
          Duration duty = shift.between(facts.from(), facts.to());
          if (duty.toSeconds() >= SHORTEST_SHIFT) {
            hours.merge(shift.courierId(), duty.toSeconds() / HOUR, Double::sum);
          }
        });
  }

  /// Those orders that count.
  public List<Fared> counted(List<Fared> all) {
    return all.stream().filter(each -> counted.containsKey(each.orderId())).toList();
  }

  /// Empty where there is nothing to take it of.
  public OptionalDouble of(Measure measure, List<Fared> all) {
    List<Fared> orders = counted(all);
    List<Fared> delivered = orders.stream().filter(Fared::isDelivered).toList();
    return switch (measure) {
      case CLICK_TO_DOOR -> mean(delivered, Fared::clickToDoor);
      case CLICK_TO_DOOR_90 -> quantile(delivered, 0.9);
      case READY_TO_PICKUP -> mean(delivered, each -> each.pickedUp() - each.ready());
      case LATENESS -> mean(delivered, each -> Math.max(0, each.clickToDoor() - target));
      case UNDELIVERED -> mean(orders, each -> each.isDelivered() ? 0 : 100);
      case COURIER_WAITING -> mean(delivered, Fared::waited);
      case DISTANCE -> mean(delivered, Fared::metres);
      case EARNINGS_SPREAD -> spread(delivered);
    };
  }

  private static OptionalDouble mean(List<Fared> orders, ToDoubleFunction<Fared> value) {
    return orders.stream().mapToDouble(value).average();
  }

  /// Between two values it is on the straight line.
  private static OptionalDouble quantile(List<Fared> orders, double share) {
    double[] sorted = orders.stream().mapToDouble(Fared::clickToDoor).sorted().toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    double at = (sorted.length - 1) * share;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return OptionalDouble.of(sorted[below] + (sorted[above] - sorted[below]) * (at - below));
  }

  private OptionalDouble spread(List<Fared> delivered) {
    if (hours.size() < 2) {
      return OptionalDouble.empty();
    }
    var earned = new HashMap<CourierId, Long>();
    for (Fared each : delivered) {
      OrderFacts order = counted.get(each.orderId());
      if (each.courierId() != null && order != null) {
        earned.merge(each.courierId(), pay(order.placed()), Long::sum);
      }
    }
    double[] perHour =
        hours.entrySet().stream()
            .mapToDouble(e -> earned.getOrDefault(e.getKey(), 0L) / e.getValue())
            .toArray();
    double mean = Arrays.stream(perHour).average().orElse(0);
    double squares = Arrays.stream(perHour).map(each -> (each - mean) * (each - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (perHour.length - 1)));
  }

  private static long pay(OrderPlaced placed) {
    return placed.terms().courierPay().minor();
  }
}
