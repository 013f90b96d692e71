package id.antar.gateway.order;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.person.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an order is shown. `recipient` and `dropoff` are absent once the person is forgotten.
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
    PaymentMethod paymentMethod,
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
    @Nullable String endReason,
    Instant changedAt) {

  static OrderAnswer of(OrderView order) {
    return new OrderAnswer(
        order.orderId(),
        order.customerId(),
        order.merchantId(),
        order.merchantName(),
        order.pickup(),
        order.recipient().value(),
        order.dropoff().value(),
        order.lines(),
        order.total(),
        order.paymentId(),
        order.paymentMethod(),
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
        order.endReason(),
        order.changedAt());
  }

  record Page(List<OrderAnswer> orders, @Nullable String nextCursor) {

    static Page of(OrderPage page) {
      return new Page(page.orders().stream().map(OrderAnswer::of).toList(), page.nextCursor());
    }
  }

  record Hits(List<OrderAnswer> orders, long total, @Nullable String nextCursor) {}
}
