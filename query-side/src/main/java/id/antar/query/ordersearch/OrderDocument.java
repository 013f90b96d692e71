package id.antar.query.ordersearch;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveredThoughOff;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderEvent.TipFailed;
import id.antar.api.order.OrderEvent.TipGiven;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderStatus;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.query.search.Cells;
import id.antar.query.search.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order can be found by. Nothing of the customer but the id.
///
/// @param amount the whole price as it was placed, in minor units
record OrderDocument(
    OrderId orderId,
    CustomerId customerId,
    MerchantId merchantId,
    @Nullable CourierId courierId,
    OrderStatus status,
    String merchantName,
    List<String> products,
    Place pickup,
    String cell7,
    String cell8,
    String cell9,
    long amount,
    String currency,
    List<PaymentMethod> paymentMethods,
    Instant placedAt) {

  OrderDocument {
    products = List.copyOf(products);
    paymentMethods = List.copyOf(paymentMethods);
  }

  /// An order whose beginning is not here stays absent.
  static @Nullable OrderDocument evolve(@Nullable OrderDocument document, OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      return placed(e);
    }
    return document == null ? null : document.evolve(event);
  }

  private static OrderDocument placed(OrderPlaced e) {
    List<String> cells = Cells.of(e.pickup());
    Money total = e.total().total();
    return new OrderDocument(
        e.orderId(),
        e.customerId(),
        e.merchantId(),
        null,
        OrderStatus.PENDING,
        e.merchantName(),
        e.lines().stream().map(OrderLine::name).toList(),
        Place.of(e.pickup()),
        cells.get(0),
        cells.get(1),
        cells.get(2),
        total.minor(),
        total.currency(),
        e.payment().stream().map(PaymentPart::method).distinct().toList(),
        e.occurredAt());
  }

  private OrderDocument evolve(OrderEvent event) {
    return switch (event) {
      case OrderPlaced _, OrderPaid _, ReadyTimeChanged _, OrderPinned _, OrderUnpinned _ -> this;
      case OrderSettled _, TipGiven _, TipPaid _, TipFailed _, DeliveredThoughOff _ -> this;
      case OrderSubmitted _ -> with(OrderStatus.PENDING, courierId);
      case OrderConfirmed _ -> with(OrderStatus.CONFIRMED, courierId);
      case PreparationStarted _, OrderReady _ -> with(OrderStatus.PREPARING, courierId);
      case CourierAssigned e -> with(status, e.courierId());
      case CourierUnassigned _ -> with(status, null);
      case OrderPickedUp e -> with(OrderStatus.ON_DELIVERY, e.courierId());
      case OrderStranded _ -> with(OrderStatus.PREPARING, null);
      case OrderDelivered _ -> with(OrderStatus.DELIVERED, courierId);
      case OrderCancelled _, DeliveryFailed _, OrderReturned _ ->
          with(OrderStatus.CANCELLED, courierId);
    };
  }

  private OrderDocument with(OrderStatus nextStatus, @Nullable CourierId nextCourier) {
    return new OrderDocument(
        orderId,
        customerId,
        merchantId,
        nextCourier,
        nextStatus,
        merchantName,
        products,
        pickup,
        cell7,
        cell8,
        cell9,
        amount,
        currency,
        paymentMethods,
        placedAt);
  }
}
