package id.antar.api.order;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of an order. `occurredAt` is the asker's clock.
public sealed interface OrderCommand {
  OrderId orderId();

  Instant occurredAt();

  /// How the order has to be for the command to change anything.
  default OrderSeen seen() {
    return OrderSeen.NOTHING;
  }

  /// @param tip to the courier, part of what is paid; absent for none
  /// @param voucher a code of the merchant's that lowers the price
  record PlaceOrder(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      List<BasketLine> basket,
      Personal<Contact> recipient,
      Personal<Address> dropoff,
      PaymentSplit payment,
      @Nullable Money tip,
      @Nullable String voucher,
      Instant occurredAt)
      implements OrderCommand {
    public PlaceOrder {
      basket = List.copyOf(basket);
    }
  }

  /// The order's payment has gone through.
  record ConfirmPayment(OrderId orderId, PaymentId paymentId, Instant occurredAt)
      implements OrderCommand {}

  /// The merchant takes the order and says when it will be ready.
  record ConfirmOrder(OrderId orderId, MerchantId merchantId, Instant readyAt, Instant occurredAt)
      implements OrderCommand {}

  record RejectOrder(OrderId orderId, MerchantId merchantId, String reason, Instant occurredAt)
      implements OrderCommand {}

  record StartPreparation(OrderId orderId, MerchantId merchantId, Instant occurredAt)
      implements OrderCommand {}

  /// The merchant's new estimate.
  record ChangeReadyTime(
      OrderId orderId, MerchantId merchantId, Instant readyAt, Instant occurredAt)
      implements OrderCommand {}

  record MarkReady(OrderId orderId, MerchantId merchantId, Instant occurredAt)
      implements OrderCommand {}

  /// A courier has accepted to carry it.
  record AssignCourier(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements OrderCommand {}

  /// The courier will not carry it after all; it goes back to dispatch.
  record UnassignCourier(
      OrderId orderId, AssignmentId assignmentId, String reason, Instant occurredAt)
      implements OrderCommand {}

  record MarkPickedUp(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements OrderCommand {}

  record MarkDelivered(OrderId orderId, AssignmentId assignmentId, Instant occurredAt)
      implements OrderCommand {}

  /// The courier stood at the door and could not hand it over.
  record MarkDeliveryFailed(
      OrderId orderId, AssignmentId assignmentId, String reason, Instant occurredAt)
      implements OrderCommand {}

  record MarkReturned(OrderId orderId, AssignmentId assignmentId, Instant occurredAt)
      implements OrderCommand {}

  /// The courier who has it does not go on.
  ///
  /// @param handover where it can be fetched, absent if nobody knows
  record StrandOrder(
      OrderId orderId,
      AssignmentId assignmentId,
      @Nullable Personal<GeoPoint> handover,
      Instant occurredAt)
      implements OrderCommand {}

  /// An operator wants this courier to carry it, and no other.
  record PinOrder(
      OrderId orderId, CourierId courierId, String reason, OrderSeen seen, Instant occurredAt)
      implements OrderCommand {
    public PinOrder(OrderId orderId, CourierId courierId, String reason, Instant occurredAt) {
      this(orderId, courierId, reason, OrderSeen.NOTHING, occurredAt);
    }
  }

  record UnpinOrder(OrderId orderId, String reason, OrderSeen seen, Instant occurredAt)
      implements OrderCommand {
    public UnpinOrder(OrderId orderId, String reason, Instant occurredAt) {
      this(orderId, reason, OrderSeen.NOTHING, occurredAt);
    }
  }

  record CancelOrder(OrderId orderId, Party by, String reason, OrderSeen seen, Instant occurredAt)
      implements OrderCommand {
    public CancelOrder(OrderId orderId, Party by, String reason, Instant occurredAt) {
      this(orderId, by, reason, OrderSeen.NOTHING, occurredAt);
    }
  }

  /// Sent by the clock. Does nothing when the order is past what the deadline is about.
  record ExpireOrder(OrderId orderId, OrderDeadline deadline, Instant occurredAt)
      implements OrderCommand {}

  /// Possible once, after the order was delivered, by a method that is paid at once; again if it
  /// came to nothing.
  ///
  /// @param number 1 for the first, and one more after each that came to nothing
  record GiveTip(
      OrderId orderId,
      CustomerId customerId,
      int number,
      Money amount,
      PaymentChoice choice,
      Instant occurredAt)
      implements OrderCommand {}

  /// The tip's payment has gone through.
  record ConfirmTip(OrderId orderId, PaymentId paymentId, Instant occurredAt)
      implements OrderCommand {}

  /// The tip's payment has come to nothing.
  record FailTip(OrderId orderId, PaymentId paymentId, String reason, Instant occurredAt)
      implements OrderCommand {}
}
