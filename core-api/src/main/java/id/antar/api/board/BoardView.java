package id.antar.api.board;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A zone at a moment: all that is not over. A moment is a place in the log, together with the time
/// up to which couriers were seen; the same two give the same board for ever, but for persons who
/// are forgotten since.
///
/// @param position of the last event that it holds
/// @param recordedAt when that event was recorded
/// @param at the moment, by the recorded clock
/// @param orders by id
/// @param couriers on shift, by id
/// @param offers that nobody has answered, by id
/// @param queue orders without a courier, the most urgent first
public record BoardView(
    long position,
    Instant recordedAt,
    Instant at,
    List<BoardOrder> orders,
    List<BoardCourier> couriers,
    List<BoardOffer> offers,
    List<Waiting> queue,
    Counts counts) {

  public BoardView {
    orders = List.copyOf(orders);
    couriers = List.copyOf(couriers);
    offers = List.copyOf(offers);
    queue = List.copyOf(queue);
  }

  /// An order that has not ended.
  ///
  /// @param since when it came to its stage
  /// @param confirmBy until when the merchant may confirm it
  /// @param courierBy until when a courier is looked for
  /// @param readyEstimate the merchant's own guess
  /// @param promisedFor when the courier who had it first was to be at the door: what it is late by
  /// @param pickupEta when the courier is to be at the pickup, as planned last; absent once it is
  ///   picked up
  /// @param dropoffEta when the courier is to be at the door, as planned last
  /// @param atPickup when the courier stood at the pickup, until it is picked up
  /// @param atDoor when the courier stood at the door
  /// @param handover where another courier fetches it, and not at the merchant's
  /// @param declines how many offers of it were declined or expired
  /// @param waitingSince since when it waits for a courier, while it does
  public record BoardOrder(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      String merchantName,
      GeoPoint pickup,
      Personal<GeoPoint> dropoff,
      Money cashDue,
      OrderStage stage,
      Instant since,
      Instant placedAt,
      @Nullable Instant confirmBy,
      @Nullable Instant courierBy,
      @Nullable Instant readyEstimate,
      @Nullable Instant readyAt,
      @Nullable Instant pickedUpAt,
      @Nullable AssignmentId assignmentId,
      @Nullable CourierId courierId,
      @Nullable Instant promisedFor,
      @Nullable Instant pickupEta,
      @Nullable Instant dropoffEta,
      @Nullable Instant atPickup,
      @Nullable Instant atDoor,
      @Nullable Personal<GeoPoint> handover,
      @Nullable CourierId pinnedTo,
      int declines,
      @Nullable Instant waitingSince) {}

  /// A courier on shift.
  ///
  /// @param since when the shift began
  /// @param dutySince since when the courier works, or is on break
  /// @param stops what is ahead of the trip
  /// @param cashLimitReached whether no order comes that is paid in cash
  /// @param seen where, as the track has it; absent until the courier was seen on this shift
  public record BoardCourier(
      CourierId courierId,
      Vehicle vehicle,
      int capacity,
      CourierDuty duty,
      Instant since,
      Instant dutySince,
      Instant endsBy,
      @Nullable AssignmentId offerId,
      @Nullable AssignmentId tripId,
      List<BoardStop> stops,
      boolean cashLimitReached,
      @Nullable Personal<Seen> seen) {
    public BoardCourier {
      stops = List.copyOf(stops);
    }
  }

  /// @param at when the position came in
  /// @param ageSeconds from then to the moment
  public record Seen(GeoPoint point, Instant at, long ageSeconds) {}

  /// @param eta as planned when the stop was made, or planned anew
  public record BoardStop(
      Stop.Kind kind, OrderId orderId, Instant eta, @Nullable Instant arrivedAt) {}

  /// An offer that its courier has not answered.
  public record BoardOffer(
      AssignmentId assignmentId,
      CourierId courierId,
      DecisionId decisionId,
      List<OrderId> orders,
      Instant offeredAt,
      Instant expiresAt) {
    public BoardOffer {
      orders = List.copyOf(orders);
    }
  }

  /// An order without a courier.
  ///
  /// @param readyAt from when on it can be fetched, as far as that is known
  /// @param offered the assignment in which a courier is asked just now
  public record Waiting(
      OrderId orderId,
      Instant since,
      @Nullable Instant readyAt,
      @Nullable CourierId pinnedTo,
      @Nullable AssignmentId offered) {}

  /// @param orders by stage; stages without any are left out
  /// @param free couriers who work and have no trip
  /// @param riding couriers with a trip
  /// @param onBreak couriers without a trip who rest
  public record Counts(
      Map<OrderStage, Integer> orders, int free, int riding, int onBreak, int offers, int waiting) {
    public Counts {
      var sorted = new EnumMap<OrderStage, Integer>(OrderStage.class);
      sorted.putAll(orders);
      orders = Collections.unmodifiableMap(sorted);
    }
  }
}
