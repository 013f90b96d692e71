package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one round of the dispatcher is decided from. Times are whole seconds from `now`,
/// negative in the past; orders, couriers and places are named by their index, so that no
/// coordinate is in it.
///
/// @param onDuty couriers on duty in the zone, also those whom no order considers
/// @param remoteness of each place: mean seconds from it to where the zone's orders come from
public record DispatchProblem(
    ZoneId zone,
    Instant now,
    long seed,
    DispatchPolicy policy,
    int onDuty,
    List<OpenOrder> orders,
    List<DutyCourier> couriers,
    List<Integer> remoteness,
    TravelTimes travel) {

  public DispatchProblem {
    orders = List.copyOf(orders);
    couriers = List.copyOf(couriers);
    remoteness = List.copyOf(remoteness);
    for (OpenOrder order : orders) {
      requireIndex("candidate", order.candidates(), couriers.size());
      requireIndex("courier", order.declines().stream().map(Decline::courier).toList(), couriers);
      requireIndex("place", List.of(order.pickup(), order.dropoff()), remoteness.size());
      if (order.pinnedTo() != null) {
        requireIndex("pinned courier", List.of(order.pinnedTo()), couriers.size());
      }
    }
    for (DutyCourier courier : couriers) {
      requireIndex("place", List.of(courier.place()), remoteness.size());
      if (courier.heading() != null) {
        requireIndex("place", List.of(courier.heading().pickup()), remoteness.size());
        requireIndex("order", courier.heading().orders(), orders.size());
        requireIndex("order", courier.heading().takenOff(), orders.size());
      }
    }
  }

  /// The same, to be decided by another policy.
  DispatchProblem under(DispatchPolicy other) {
    return new DispatchProblem(
        zone, now, seed, other, onDuty, orders, couriers, remoteness, travel);
  }

  private static void requireIndex(String what, List<Integer> indexes, List<?> of) {
    requireIndex(what, indexes, of.size());
  }

  private static void requireIndex(String what, List<Integer> indexes, int size) {
    for (int index : indexes) {
      if (index < 0 || index >= size) {
        throw new IllegalArgumentException(
            "The problem names %s %d of %d.".formatted(what, index, size));
      }
    }
  }

  /// An order that is not picked up: nobody has it yet, or its courier is on the way to the
  /// merchant.
  ///
  /// @param pickupService what a courier needs at the merchant, half of it before the pickup
  /// @param dropoffService what a courier needs at the door, half of it before the drop-off
  /// @param pinnedTo the only courier who may carry it
  /// @param candidates the couriers worth considering, nearest first
  /// @param declines who would not carry it, and when
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record OpenOrder(
      OrderId order,
      MerchantId merchant,
      int pickup,
      int dropoff,
      int placed,
      int ready,
      int pickupService,
      int dropoffService,
      @Nullable Integer pinnedTo,
      List<Integer> candidates,
      List<Decline> declines) {
    public OpenOrder {
      candidates = List.copyOf(candidates);
      declines = List.copyOf(declines);
    }
  }

  /// @param courier index of the courier
  /// @param at when
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Decline(int courier, int at) {}

  /// A courier on duty, now or soon.
  ///
  /// @param capacity how many orders fit at once
  /// @param place where the courier is, or will be, when free
  /// @param free when that is; 0 or less is now
  /// @param shiftEnd nothing is picked up after it
  /// @param shift length of the whole shift
  /// @param carried orders in this shift so far, those in hand included
  /// @param heading where the courier is under way to, if the bundle can still be changed
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record DutyCourier(
      CourierId courier,
      Vehicle vehicle,
      int capacity,
      int place,
      int free,
      int shiftEnd,
      int shift,
      int carried,
      @Nullable Heading heading) {}

  /// A courier who has accepted and is on the way to the merchant. Which orders of that merchant
  /// the bundle holds is settled on arrival; one that was known at departure stays in it.
  ///
  /// @param pickup place of the merchant
  /// @param departed when the courier left
  /// @param arrival when the courier will be there
  /// @param orders indexes of the bundle's orders, in the sequence of their drop-offs
  /// @param takenOff indexes of orders that left the bundle and do not come back to it
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Heading(
      int pickup, int departed, int arrival, List<Integer> orders, List<Integer> takenOff) {
    public Heading(int pickup, int departed, int arrival, List<Integer> orders) {
      this(pickup, departed, arrival, orders, List.of());
    }

    /// The earliest recorded problems say nothing of orders that were taken off.
    public Heading {
      orders = List.copyOf(orders);
      takenOff = takenOff == null ? List.of() : List.copyOf(takenOff);
      if (orders.isEmpty()) {
        throw new IllegalArgumentException("A courier heads for a merchant without an order.");
      }
    }
  }
}
