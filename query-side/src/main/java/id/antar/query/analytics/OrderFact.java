package id.antar.query.analytics;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.query.projection.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What figures need to know of one order; nothing of it is personal. What the order says of itself
/// and what its trips say of it are kept apart, so that whichever is recorded first, the fact is
/// the same.
///
/// @param cell of the merchant
/// @param price without the tip
/// @param courierId who had it last
/// @param steps of the order, as they were recorded
/// @param trips that it was offered to, by assignment; without those whose courier did not take
///   them
public record OrderFact(
    OrderId orderId,
    MerchantId merchantId,
    String cell,
    Money price,
    Instant placedAt,
    Outcome outcome,
    @Nullable CourierId courierId,
    List<Step> steps,
    Map<String, Trip> trips) {

  /// As the public status has it: what failed at the door or came back is cancelled.
  public enum Outcome {
    OPEN,
    DELIVERED,
    CANCELLED
  }

  public enum Kind {
    CONFIRMED,
    READY_MOVED,
    READY,
    ASSIGNED,
    UNASSIGNED,
    PICKED_UP,
    STRANDED,
    DELIVERED,
    OFF
  }

  /// @param trip of which assignment
  /// @param readyAt when it is, or will be, ready
  public record Step(Kind kind, Instant at, @Nullable String trip, @Nullable Instant readyAt) {}

  /// What one assignment planned for the order, and when its courier came for it.
  public record Trip(List<Plan> plans, List<Instant> arrivals) {

    static final Trip NONE = new Trip(List.of(), List.of());

    public Trip {
      plans = List.copyOf(plans);
      arrivals = List.copyOf(arrivals);
    }

    Trip planned(Plan plan) {
      return new Trip(plus(plans, plan), arrivals);
    }

    Trip arrived(Instant at) {
      return new Trip(plans, plus(arrivals, at));
    }
  }

  /// @param at since when it is planned so
  /// @param pickup absent once it was picked up
  public record Plan(Instant at, @Nullable Instant pickup, Instant door) {}

  public OrderFact {
    steps = List.copyOf(steps);
    trips = Map.copyOf(trips);
  }

  public Optional<Instant> findDeliveredAt() {
    return find(Kind.DELIVERED).map(Step::at);
  }

  @Nullable Long clickToDoor() {
    return findDeliveredAt().map(at -> seconds(placedAt, at)).orElse(null);
  }

  /// From when it was ready, the last time if it was made again, to the pickup that followed.
  @Nullable Long readyToPickup() {
    Step ready = find(Kind.READY).orElse(null);
    return ready == null
        ? null
        : steps.stream()
            .skip(steps.lastIndexOf(ready))
            .filter(step -> step.kind() == Kind.PICKED_UP)
            .findFirst()
            .map(pickup -> seconds(ready.at(), pickup.at()))
            .orElse(null);
  }

  @Nullable Long readyToDoor() {
    return find(Kind.READY)
        .flatMap(ready -> findDeliveredAt().map(at -> seconds(ready.at(), at)))
        .orElse(null);
  }

  /// The last of its kind.
  private Optional<Step> find(Kind kind) {
    return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  OrderFact after(Step step) {
    Outcome next =
        switch (step.kind()) {
          case DELIVERED -> Outcome.DELIVERED;
          case OFF -> Outcome.CANCELLED;
          default -> outcome;
        };
    return with(next, courierId, plus(steps, step), trips);
  }

  OrderFact by(CourierId courier) {
    return with(outcome, courier, steps, trips);
  }

  Trip trip(String assignment) {
    return trips.getOrDefault(assignment, Trip.NONE);
  }

  OrderFact with(String assignment, Trip trip) {
    Map<String, Trip> next = new HashMap<>(trips);
    next.put(assignment, trip);
    return with(outcome, courierId, steps, next);
  }

  OrderFact without(String assignment) {
    Map<String, Trip> next = new HashMap<>(trips);
    next.remove(assignment);
    return with(outcome, courierId, steps, next);
  }

  private OrderFact with(
      Outcome nextOutcome,
      @Nullable CourierId nextCourier,
      List<Step> nextSteps,
      Map<String, Trip> nextTrips) {
    return new OrderFact(
        orderId, merchantId, cell, price, placedAt, nextOutcome, nextCourier, nextSteps, nextTrips);
  }

  private static <T> List<T> plus(List<T> before, T more) {
    List<T> all = new ArrayList<>(before);
    all.add(Objects.requireNonNull(more));
    return all;
  }

  public static List<Column<OrderFact>> columns() {
    return List.of(
        Column.text("merchant_id", OrderFact::merchantId),
        Column.text("courier_id", OrderFact::courierId),
        Column.text("cell", OrderFact::cell),
        Column.text("outcome", OrderFact::outcome),
        Column.at("placed_at", OrderFact::placedAt),
        Column.text("currency", fact -> fact.price().currency()),
        new Column<>("revenue", Long.class, fact -> fact.price().minor()),
        new Column<>("click_to_door", Long.class, OrderFact::clickToDoor),
        new Column<>("ready_to_pickup", Long.class, OrderFact::readyToPickup),
        new Column<>("ready_to_door", Long.class, OrderFact::readyToDoor));
  }
}
