package id.antar.gateway.assignment;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How an assignment is shown: its stops with the places that its orders know. What a lost courier
/// left behind is fetched where it was left.
record AssignmentAnswer(
    AssignmentId assignmentId,
    CourierId courierId,
    DecisionId decisionId,
    AssignmentView.State state,
    List<StopAnswer> stops,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {

  private static final String HANDOVER = "From another courier, on the way";

  record Assignments(List<AssignmentAnswer> assignments) {}

  /// @param point absent where the order is not known (any more), its person is forgotten, or the
  ///   reader has no business there any more
  record StopAnswer(
      Stop.Kind kind,
      OrderId orderId,
      @Nullable MerchantId merchantId,
      @Nullable GeoPoint point,
      @Nullable String address,
      Instant eta,
      @Nullable Instant arrivedAt,
      @Nullable Instant doneAt,
      boolean withdrawn) {}

  static AssignmentAnswer of(
      AssignmentView view, Map<OrderId, OrderView> orders, Predicate<StopView> placeShown) {
    return new AssignmentAnswer(
        view.assignmentId(),
        view.courierId(),
        view.decisionId(),
        view.state(),
        view.stops().stream()
            .map(stop -> stop(view, stop, orders.get(stop.stop().orderId()), placeShown))
            .toList(),
        view.offeredAt(),
        view.expiresAt(),
        view.answeredAt(),
        view.endedAt(),
        view.reason());
  }

  private static StopAnswer stop(
      AssignmentView trip,
      StopView view,
      @Nullable OrderView order,
      Predicate<StopView> placeShown) {
    Stop stop = view.stop();
    @Nullable Address place =
        order == null || !placeShown.test(view) ? null : place(trip, stop.kind(), order);
    return new StopAnswer(
        stop.kind(),
        stop.orderId(),
        order == null ? null : order.merchantId(),
        place == null ? null : place.point(),
        place == null ? null : place.text(),
        stop.eta(),
        view.arrivedAt(),
        view.doneAt(),
        view.withdrawn());
  }

  private static @Nullable Address place(AssignmentView trip, Stop.Kind kind, OrderView order) {
    return switch (kind) {
      case PICKUP -> pickup(trip, order);
      case RETURN -> merchant(order);
      case DROPOFF -> order.dropoff().value();
    };
  }

  /// The trip that lost the order fetched it at the merchant's.
  private static Address pickup(AssignmentView trip, OrderView order) {
    boolean fromHandover =
        switch (trip.state()) {
          case OFFERED, ACCEPTED -> true;
          case DECLINED, EXPIRED, WITHDRAWN, ENDED ->
              trip.assignmentId().equals(order.assignmentId());
        };
    @Nullable GeoPoint handover = order.handover() == null ? null : order.handover().value();
    return fromHandover && handover != null ? new Address(handover, HANDOVER, "") : merchant(order);
  }

  private static Address merchant(OrderView order) {
    return new Address(order.pickup(), order.merchantName(), "");
  }
}
