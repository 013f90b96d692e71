package id.antar.dispatch.backtest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What one courier of a day does: waits where the last trip ended, drives what was committed, and
/// is never turned round. Times are minutes, places indexes of the [Grid].
final class Fleet {

  /// A trip that is committed: the courier leaves for it, or will.
  ///
  /// @param committed when
  static final class Trip {
    final int restaurant;
    final int committed;
    List<Integer> orders;

    Trip(int restaurant, int committed, List<Integer> orders) {
      this.restaurant = restaurant;
      this.committed = committed;
      this.orders = List.copyOf(orders);
    }
  }

  /// A leg that was driven.
  record Move(int departed, int from, int to) {}

  /// A bundle that was picked up.
  record Pickup(int settled, int at, List<Integer> orders) {}

  /// One courier.
  static final class Driver {
    final int courier;
    final Deque<Trip> committed = new ArrayDeque<>();
    final List<Move> moves = new ArrayList<>();
    final List<Pickup> pickups = new ArrayList<>();
    int place;
    int free;
    int delivered;

    /// When the courier leaves for the first committed trip.
    int departure;

    Driver(int courier, int place, int on) {
      this.courier = courier;
      this.place = place;
      this.free = on;
    }
  }

  private final Grid grid;
  private final Instance instance;
  final List<Driver> drivers = new ArrayList<>();
  final int[] dropped;
  final int[] pickedUp;

  Fleet(Instance instance, Grid grid) {
    this.instance = instance;
    this.grid = grid;
    this.dropped = new int[instance.orders().size()];
    this.pickedUp = new int[instance.orders().size()];
    for (int i = 0; i < instance.couriers().size(); i++) {
      drivers.add(new Driver(i, grid.start(i), instance.couriers().get(i).on()));
    }
  }

  void commit(Driver driver, Trip trip) {
    if (driver.committed.isEmpty()) {
      driver.departure = Math.max(driver.free, trip.committed);
    }
    driver.committed.add(trip);
  }

  int arrival(Driver driver) {
    Trip trip = driver.committed.getFirst();
    return driver.departure + grid.minutes(driver.place, grid.restaurant(trip.restaurant));
  }

  /// Couriers who have arrived at their restaurant take what is in their bundle now and are busy
  /// until its last drop-off.
  void settle(int now) {
    for (Driver driver : drivers) {
      while (!driver.committed.isEmpty() && arrival(driver) <= now) {
        settle(driver, now);
      }
    }
  }

  private void settle(Driver driver, int now) {
    int arrival = arrival(driver);
    Trip trip = driver.committed.removeFirst();
    int place = grid.restaurant(trip.restaurant);
    driver.moves.add(new Move(driver.departure, driver.place, place));
    int before = instance.pickupService() / 2;
    int pickup = arrival + before;
    for (int order : trip.orders) {
      pickup = Math.max(pickup, instance.orders().get(order).ready());
    }
    driver.pickups.add(new Pickup(Math.min(now, arrival), pickup, trip.orders));
    int clock = pickup + instance.pickupService() - before;
    for (int order : trip.orders) {
      int door = grid.door(order);
      driver.moves.add(new Move(clock, place, door));
      int handover = clock + grid.minutes(place, door) + instance.dropoffService() / 2;
      pickedUp[order] = pickup;
      dropped[order] = handover;
      clock = handover + instance.dropoffService() - instance.dropoffService() / 2;
      place = door;
    }
    driver.delivered += trip.orders.size();
    driver.place = place;
    driver.free = clock;
    if (!driver.committed.isEmpty()) {
      driver.departure = Math.max(clock, driver.committed.getFirst().committed);
    }
  }
}
