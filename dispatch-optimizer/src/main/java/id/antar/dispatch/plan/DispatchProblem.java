package id.antar.dispatch.plan;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;

/// All that one round of the dispatcher is decided from. Times are whole seconds from `now`,
/// negative in the past; places are indexes into `travel`, so that no coordinate is in it.
public record DispatchProblem(
    ZoneId zone,
    Instant now,
    long seed,
    DispatchPolicy policy,
    List<OpenOrder> orders,
    List<FreeCourier> couriers,
    TravelTimes travel) {

  public DispatchProblem {
    orders = List.copyOf(orders);
    couriers = List.copyOf(couriers);
    for (OpenOrder order : orders) {
      for (int candidate : order.candidates()) {
        requireCourier(order, candidate, couriers.size());
      }
      for (Decline decline : order.declines()) {
        requireCourier(order, decline.courier(), couriers.size());
      }
    }
  }

  private static void requireCourier(OpenOrder order, int index, int couriers) {
    if (index < 0 || index >= couriers) {
      throw new IllegalArgumentException(
          "Order " + order.order() + " names courier " + index + " of " + couriers + ".");
    }
  }

  /// A confirmed order that nobody carries yet.
  ///
  /// @param candidates indexes of the couriers worth considering, nearest first
  /// @param declines who would not carry it, and when
  public record OpenOrder(
      OrderId order,
      MerchantId merchant,
      int pickup,
      int dropoff,
      int placed,
      int ready,
      List<Integer> candidates,
      List<Decline> declines) {
    public OpenOrder {
      candidates = List.copyOf(candidates);
      declines = List.copyOf(declines);
    }
  }

  /// @param courier index of the courier
  /// @param at when
  public record Decline(int courier, int at) {}

  /// A courier who can take an assignment.
  ///
  /// @param place where the courier is, or will be, when free
  /// @param free when that is; 0 is now
  public record FreeCourier(
      CourierId courier, Vehicle vehicle, int capacity, int place, int free) {}
}
