package id.antar.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.assignment.AssignmentId;
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
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a board is shown. What there is none of is absent; so is where people are, for who may not
/// know it, and of whom is forgotten.
///
/// @param permalink shows this board again
record BoardShown(
    ZoneId zone,
    long position,
    Instant recordedAt,
    Instant at,
    String permalink,
    Counts counts,
    List<Waiting> queue,
    List<Order> orders,
    List<Courier> couriers,
    List<BoardOffer> offers) {

  static BoardShown of(BoardView board, ZoneId zone, boolean whereabouts) {
    return new BoardShown(
        zone,
        board.position(),
        board.recordedAt(),
        board.at(),
        "/v1/board?zone=%s&position=%d&at=%s".formatted(zone, board.position(), board.at()),
        board.counts(),
        board.queue(),
        board.orders().stream().map(order -> Order.of(order, whereabouts)).toList(),
        board.couriers().stream().map(courier -> Courier.of(courier, whereabouts)).toList(),
        board.offers());
  }

  private static <T> @Nullable T value(@Nullable Personal<T> personal, boolean shown) {
    return personal == null || !shown ? null : personal.value();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Order(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      String merchantName,
      GeoPoint pickup,
      @Nullable GeoPoint dropoff,
      Money cashDue,
      OrderStatus status,
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
      @Nullable GeoPoint handover,
      @Nullable CourierId pinnedTo,
      int declines,
      @Nullable Instant waitingSince) {

    static Order of(BoardOrder order, boolean whereabouts) {
      return new Order(
          order.orderId(),
          order.customerId(),
          order.merchantId(),
          order.merchantName(),
          order.pickup(),
          value(order.dropoff(), whereabouts),
          order.cashDue(),
          order.stage().status(),
          order.stage(),
          order.since(),
          order.placedAt(),
          order.confirmBy(),
          order.courierBy(),
          order.readyEstimate(),
          order.readyAt(),
          order.pickedUpAt(),
          order.assignmentId(),
          order.courierId(),
          order.promisedFor(),
          order.pickupEta(),
          order.dropoffEta(),
          order.atPickup(),
          order.atDoor(),
          value(order.handover(), whereabouts),
          order.pinnedTo(),
          order.declines(),
          order.waitingSince());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Courier(
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
      @Nullable Seen seen) {

    static Courier of(BoardCourier courier, boolean whereabouts) {
      return new Courier(
          courier.courierId(),
          courier.vehicle(),
          courier.capacity(),
          courier.duty(),
          courier.since(),
          courier.dutySince(),
          courier.endsBy(),
          courier.offerId(),
          courier.tripId(),
          courier.stops(),
          courier.cashLimitReached(),
          value(courier.seen(), whereabouts));
    }
  }
}
