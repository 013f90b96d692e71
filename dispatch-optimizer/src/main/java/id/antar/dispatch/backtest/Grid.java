package id.antar.dispatch.backtest;

import id.antar.dispatch.backtest.Instance.Point;
import java.util.Arrays;
import java.util.stream.Stream;

/// The places of an instance by number (doors, restaurants, where couriers start) and the minutes
/// between them.
final class Grid {

  private static final double SMOOTHING = 0.2;

  private final int orders;
  private final int restaurants;
  private final Point[] points;
  private final double metresPerMinute;
  private final double[] demand;

  Grid(Instance instance) {
    this.orders = instance.orders().size();
    this.restaurants = instance.restaurants().size();
    this.metresPerMinute = instance.metresPerMinute();
    this.points =
        Stream.of(
                instance.orders().stream().map(Instance.Order::point),
                instance.restaurants().stream().map(Instance.Restaurant::point),
                instance.couriers().stream().map(Instance.Courier::point))
            .flatMap(stream -> stream)
            .toArray(Point[]::new);
    this.demand = new double[restaurants];
    Arrays.fill(demand, SMOOTHING);
  }

  int door(int order) {
    return order;
  }

  int restaurant(int number) {
    return orders + number;
  }

  int start(int courier) {
    return orders + restaurants + courier;
  }

  boolean isDoor(int place) {
    return place < orders;
  }

  boolean isStart(int place) {
    return place >= orders + restaurants;
  }

  int restaurantAt(int place) {
    return place - orders;
  }

  int minutes(int from, int to) {
    return points[from].minutesTo(points[to], metresPerMinute);
  }

  /// An order was placed at the restaurant.
  void placed(int restaurant) {
    demand[restaurant]++;
  }

  /// Mean seconds from a place to the restaurants, by the orders they had so far.
  int remoteness(int place) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < restaurants; i++) {
      sum += demand[i] * minutes(place, restaurant(i));
      weight += demand[i];
    }
    return (int) Math.round(60 * sum / weight);
  }
}
