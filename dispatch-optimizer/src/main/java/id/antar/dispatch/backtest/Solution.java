package id.antar.dispatch.backtest;

import id.antar.dispatch.backtest.Fleet.Driver;
import id.antar.dispatch.backtest.Fleet.Move;
import id.antar.dispatch.backtest.Fleet.Pickup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A day as it was lived, and its three solution files.
record Solution(Instance instance, Grid grid, Fleet fleet) {

  /// Times are minutes, shares per hundred orders.
  record Metrics(
      double clickToDoor,
      double clickToDoor90,
      double readyToPickup,
      double undelivered,
      double costPerOrder,
      double ordersPerBundle) {}

  Metrics metrics() {
    int[] delivered =
        IntStream.range(0, instance.orders().size())
            .filter(order -> fleet.dropped[order] > 0)
            .toArray();
    double[] clickToDoor =
        Arrays.stream(delivered)
            .mapToDouble(order -> fleet.dropped[order] - instance.orders().get(order).placed())
            .sorted()
            .toArray();
    double readyToPickup =
        Arrays.stream(delivered)
            .mapToDouble(order -> fleet.pickedUp[order] - instance.orders().get(order).ready())
            .average()
            .orElse(Double.NaN);
    int all = instance.orders().size();
    long bundles = fleet.drivers.stream().mapToLong(driver -> driver.pickups.size()).sum();
    return new Metrics(
        Arrays.stream(clickToDoor).average().orElse(Double.NaN),
        quantile(clickToDoor, 0.9),
        readyToPickup,
        100.0 * (all - delivered.length) / all,
        fleet.drivers.stream().mapToDouble(this::pay).sum() / all,
        (double) delivered.length / bundles);
  }

  private double pay(Driver driver) {
    var shift = instance.couriers().get(driver.courier);
    return Math.max(
        instance.payPerOrder() * driver.delivered,
        instance.payPerHour() * (shift.off() - shift.on()) / 60);
  }

  /// Between two values it is on the straight line.
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = (sorted.length - 1) * share;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }

  void write(Path folder) {
    var assignments = new StringBuilder("assignment_time pickup_time courier orders\n");
    var orders =
        new StringBuilder("order placement_time ready_time pickup_time dropoff_time courier\n");
    var couriers = new StringBuilder("courier departure_time origin destination\n");
    for (Driver driver : fleet.drivers) {
      String courier = instance.couriers().get(driver.courier).id();
      for (Pickup pickup : driver.pickups) {
        assignments.append(spaced(pickup.settled(), pickup.at(), courier));
        for (int order : pickup.orders()) {
          var placed = instance.orders().get(order);
          assignments.append(' ').append(placed.id());
          orders
              .append(
                  spaced(
                      placed.id(),
                      placed.placed(),
                      placed.ready(),
                      fleet.pickedUp[order],
                      fleet.dropped[order],
                      courier))
              .append('\n');
        }
        assignments.append('\n');
      }
      for (Move move : driver.moves) {
        couriers
            .append(spaced(courier, move.departed(), name(move.from()), name(move.to())))
            .append('\n');
      }
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("solution_info_assignments.txt"), assignments);
      Files.writeString(folder.resolve("solution_info_orders.txt"), orders);
      Files.writeString(folder.resolve("solution_info_couriers.txt"), couriers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String spaced(Object... values) {
    return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" "));
  }

  private String name(int place) {
    if (grid.isStart(place)) {
      return "0";
    }
    return grid.isDoor(place)
        ? instance.orders().get(place).id()
        : instance.restaurants().get(grid.restaurantAt(place)).id();
  }
}
