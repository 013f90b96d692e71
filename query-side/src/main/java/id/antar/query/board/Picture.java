package id.antar.query.board;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOffer;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.board.BoardView.BoardStop;
import id.antar.api.board.BoardView.Counts;
import id.antar.api.board.BoardView.Seen;
import id.antar.api.board.BoardView.Waiting;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardLog.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What readers see of a board: orders, trips and couriers, each with what the others say of it.
final class Picture {

  private final Contents contents;
  private final Map<AssignmentId, OpenTrip> trips = new HashMap<>();
  private final Map<CourierId, OpenTrip> offers = new HashMap<>();
  private final Map<CourierId, OpenTrip> ridden = new HashMap<>();
  private final Map<OrderId, AssignmentId> offered = new HashMap<>();

  /// There is one offer and one trip of a courier at most unless something went wrong; then the
  /// choice is at least always the same.
  Picture(Contents contents) {
    this.contents = contents;
    for (OpenTrip trip : contents.trips()) {
      trips.put(trip.assignmentId(), trip);
      (trip.accepted() ? ridden : offers).putIfAbsent(trip.courierId(), trip);
      if (!trip.accepted()) {
        trip.orders().forEach(order -> offered.putIfAbsent(order, trip.assignmentId()));
      }
    }
  }

  /// @param seen where couriers were last, in their time
  BoardView view(Marker marker, Instant at, Map<CourierId, TrackPoint> seen) {
    List<BoardCourier> couriers =
        contents.couriers().stream()
            .map(courier -> courier(courier, seenOf(courier, at, seen.get(courier.courierId()))))
            .toList();
    List<BoardOffer> standing =
        contents.trips().stream().filter(trip -> !trip.accepted()).map(Picture::offer).toList();
    List<Waiting> queue = queue();
    return new BoardView(
        marker.position(),
        marker.recordedAt(),
        at,
        contents.orders().stream().map(this::order).toList(),
        couriers,
        standing,
        queue,
        counts(couriers, standing.size(), queue.size()));
  }

  BoardOrder order(OpenOrder order) {
    OpenOrder.Placement placed = order.placement();
    OpenOrder.Progress progress = order.progress();
    OpenOrder.Carriage carriage = order.carriage();
    BoardStop pickup = stop(carriage.assignmentId(), Stop.Kind.PICKUP, placed.orderId());
    BoardStop dropoff = stop(carriage.assignmentId(), Stop.Kind.DROPOFF, placed.orderId());
    return new BoardOrder(
        placed.orderId(),
        placed.customerId(),
        placed.merchantId(),
        placed.merchantName(),
        placed.pickup(),
        placed.dropoff(),
        placed.cashDue(),
        progress.stage(),
        progress.since(),
        placed.placedAt(),
        progress.confirmBy(),
        progress.courierBy(),
        progress.readyEstimate(),
        progress.readyAt(),
        progress.pickedUpAt(),
        carriage.assignmentId(),
        carriage.courierId(),
        carriage.promisedFor(),
        pickup == null ? null : pickup.eta(),
        dropoff == null ? null : dropoff.eta(),
        pickup == null ? null : pickup.arrivedAt(),
        dropoff == null ? null : dropoff.arrivedAt(),
        carriage.handover(),
        carriage.pinnedTo(),
        order.declines(),
        carriage.waitingSince());
  }

  private @Nullable BoardStop stop(
      @Nullable AssignmentId assignment, Stop.Kind kind, OrderId orderId) {
    OpenTrip trip = assignment == null ? null : trips.get(assignment);
    return trip == null ? null : trip.find(kind, orderId);
  }

  BoardCourier courier(OnShift courier, @Nullable Personal<Seen> seen) {
    OpenTrip offer = offers.get(courier.courierId());
    OpenTrip trip = ridden.get(courier.courierId());
    return new BoardCourier(
        courier.courierId(),
        courier.vehicle(),
        courier.capacity(),
        courier.duty(),
        courier.since(),
        courier.dutySince(),
        courier.endsBy(),
        offer == null ? null : offer.assignmentId(),
        trip == null ? null : trip.assignmentId(),
        trip == null ? List.of() : trip.stops(),
        !courier.cashLimits().isEmpty(),
        seen);
  }

  /// Where a courier was before the shift is nobody's business.
  private static @Nullable Personal<Seen> seenOf(
      OnShift courier, Instant at, @Nullable TrackPoint point) {
    if (point == null || point.receivedAt().isBefore(courier.since())) {
      return null;
    }
    long age = Math.max(0, Duration.between(point.receivedAt(), at).toSeconds());
    return Personal.of(
        courier.courierId().personId(), new Seen(point.point(), point.receivedAt(), age));
  }

  static BoardOffer offer(OpenTrip trip) {
    return new BoardOffer(
        trip.assignmentId(),
        trip.courierId(),
        trip.decisionId(),
        trip.orders(),
        trip.offeredAt(),
        trip.expiresAt());
  }

  /// What can be fetched first comes first, then what waits longest.
  private List<Waiting> queue() {
    return contents.orders().stream()
        .filter(order -> order.carriage().waitingSince() != null && isToBeCarried(order))
        .map(this::waiting)
        .sorted(
            comparing(Waiting::readyAt, nullsLast(naturalOrder()))
                .thenComparing(Waiting::since)
                .thenComparing(waiting -> waiting.orderId().value()))
        .toList();
  }

  private static boolean isToBeCarried(OpenOrder order) {
    return switch (order.progress().stage()) {
      case CONFIRMED, PREPARING, READY -> true;
      case PLACED, SUBMITTED, PICKED_UP, DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED -> false;
    };
  }

  private Waiting waiting(OpenOrder order) {
    OpenOrder.Progress progress = order.progress();
    Instant since = order.carriage().waitingSince();
    return new Waiting(
        order.placement().orderId(),
        since == null ? progress.since() : since,
        progress.readyAt() == null ? progress.readyEstimate() : progress.readyAt(),
        order.carriage().pinnedTo(),
        offered.get(order.placement().orderId()));
  }

  private Counts counts(List<BoardCourier> couriers, int standing, int waiting) {
    var stages = new EnumMap<OrderStage, Integer>(OrderStage.class);
    contents.orders().forEach(order -> stages.merge(order.progress().stage(), 1, Integer::sum));
    int riding = (int) couriers.stream().filter(courier -> courier.tripId() != null).count();
    int onBreak =
        (int)
            couriers.stream()
                .filter(it -> it.tripId() == null && it.duty() == CourierDuty.ON_BREAK)
                .count();
    return new Counts(
        stages, couriers.size() - riding - onBreak, riding, onBreak, standing, waiting);
  }
}
