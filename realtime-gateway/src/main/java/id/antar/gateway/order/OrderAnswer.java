package id.antar.gateway.order;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderSearch;
import id.antar.api.order.OrderSearch.Facet;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.person.Contact;
import id.antar.api.search.Bucket;
import id.antar.api.search.IndexState;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an order is shown. `cashDue` is what the courier has to collect at the door. `recipient` and
/// `dropoff` are absent once the person is forgotten, and for the courier once it is over.
/// `handover` is for staff and the courier who fetches it there, `pinnedTo` for staff.
public record OrderAnswer(
    OrderId orderId,
    CustomerId customerId,
    MerchantId merchantId,
    String merchantName,
    GeoPoint pickup,
    @Nullable Contact recipient,
    @Nullable Address dropoff,
    List<OrderLine> lines,
    OrderTotal total,
    PaymentId paymentId,
    List<PaymentMethod> paymentMethods,
    Money cashDue,
    OrderStatus status,
    OrderStage stage,
    @Nullable AssignmentId assignmentId,
    @Nullable CourierId courierId,
    Instant placedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant readyEstimate,
    @Nullable Instant readyAt,
    @Nullable Instant atPickup,
    @Nullable Instant pickedUpAt,
    @Nullable Instant atDoor,
    @Nullable Instant deliveredAt,
    @Nullable Instant endedAt,
    @Nullable Instant pickupEta,
    @Nullable Instant dropoffEta,
    @Nullable GeoPoint handover,
    @Nullable CourierId pinnedTo,
    @Nullable String endReason,
    Instant changedAt) {

  /// As its reader may see it: a courier for whom it is over no longer sees whose it was.
  static OrderAnswer of(OrderView order, Caller caller) {
    boolean personal = !caller.is(Role.COURIER) || isToBeCarried(order.stage());
    return new OrderAnswer(
        order.orderId(),
        order.customerId(),
        order.merchantId(),
        order.merchantName(),
        order.pickup(),
        personal ? order.recipient().value() : null,
        personal ? order.dropoff().value() : null,
        order.lines(),
        order.total(),
        order.paymentId(),
        order.paymentMethods(),
        order.cashDue(),
        order.status(),
        order.stage(),
        order.assignmentId(),
        order.courierId(),
        order.placedAt(),
        order.confirmedAt(),
        order.readyEstimate(),
        order.readyAt(),
        order.atPickup(),
        order.pickedUpAt(),
        order.atDoor(),
        order.deliveredAt(),
        order.endedAt(),
        order.pickupEta(),
        order.dropoffEta(),
        mayFetch(order, caller) ? handover(order) : null,
        caller.may(Permission.ORDERS_READ_ANY) ? order.pinnedTo() : null,
        order.endReason(),
        order.changedAt());
  }

  private static boolean mayFetch(OrderView order, Caller caller) {
    return caller.may(Permission.ORDERS_READ_ANY)
        || caller.is(Role.COURIER) && isToBeCarried(order.stage());
  }

  private static @Nullable GeoPoint handover(OrderView order) {
    return order.handover() == null ? null : order.handover().value();
  }

  private static boolean isToBeCarried(OrderStage stage) {
    return switch (stage) {
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY, PICKED_UP -> true;
      case DELIVERED, CANCELLED, DELIVERY_FAILED, RETURNED -> false;
    };
  }

  record Page(List<OrderAnswer> orders, @Nullable String nextCursor) {

    static Page of(OrderPage page, Caller caller) {
      return new Page(
          page.orders().stream().map(order -> OrderAnswer.of(order, caller)).toList(),
          page.nextCursor());
    }
  }

  record Hits(
      List<OrderAnswer> orders,
      long total,
      Map<Facet, List<Bucket>> facets,
      @Nullable String nextCursor,
      IndexState index) {

    static Hits of(List<OrderAnswer> orders, OrderSearch.Hits hits) {
      return new Hits(orders, hits.total(), hits.facets(), hits.nextCursor(), hits.index());
    }
  }
}
