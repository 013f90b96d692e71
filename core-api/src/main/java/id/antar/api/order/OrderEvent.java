package id.antar.api.order;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Revision;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about one order, in the order they can happen.
public sealed interface OrderEvent {
  OrderId orderId();

  Instant occurredAt();

  /// `pickup` and `merchantName` are the merchant's at that moment, so that an order can be read
  /// alone.
  ///
  /// @param voucher the code that lowered the price; null for none
  @Revision("2")
  record OrderPlaced(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      String merchantName,
      GeoPoint pickup,
      Personal<Contact> recipient,
      Personal<Address> dropoff,
      List<OrderLine> lines,
      OrderTotal total,
      OrderTerms terms,
      @Nullable String voucher,
      PaymentId paymentId,
      List<PaymentPart> payment,
      Instant expiresAt,
      Instant occurredAt)
      implements OrderEvent {
    public OrderPlaced {
      lines = List.copyOf(lines);
      payment = PaymentPart.requireSum(payment, total.total());
    }

    /// Whether something of it is to be paid before the merchant hears of it.
    public boolean waitsForMoney() {
      return payment.stream().anyMatch(PaymentPart::isPrepaid);
    }

    /// What the courier has to collect at the door.
    public Money cashDue() {
      return payment.stream()
          .filter(part -> !part.isPrepaid())
          .map(PaymentPart::amount)
          .reduce(Money.zero(total.total().currency()), Money::plus);
    }
  }

  record OrderPaid(OrderId orderId, PaymentId paymentId, Instant occurredAt)
      implements OrderEvent {}

  /// The merchant sees it and may confirm until `confirmBy`.
  record OrderSubmitted(
      OrderId orderId, MerchantId merchantId, Instant confirmBy, Instant occurredAt)
      implements OrderEvent {}

  /// From here on couriers are looked for, until `courierBy`.
  record OrderConfirmed(OrderId orderId, Instant readyAt, Instant courierBy, Instant occurredAt)
      implements OrderEvent {}

  record PreparationStarted(OrderId orderId, Instant occurredAt) implements OrderEvent {}

  record ReadyTimeChanged(OrderId orderId, Instant readyAt, Instant occurredAt)
      implements OrderEvent {}

  record OrderReady(OrderId orderId, Instant occurredAt) implements OrderEvent {}

  record CourierAssigned(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements OrderEvent {}

  record CourierUnassigned(
      OrderId orderId,
      AssignmentId assignmentId,
      CourierId courierId,
      String reason,
      Instant occurredAt)
      implements OrderEvent {}

  record OrderPickedUp(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements OrderEvent {}

  /// The courier who had it does not go on, and another one is looked for.
  ///
  /// @param handover where it can be fetched; absent if nobody knows, then it is made again
  /// @param readyAt from when on it can be fetched, there or at the merchant's
  record OrderStranded(
      OrderId orderId,
      AssignmentId assignmentId,
      CourierId courierId,
      @Nullable Personal<GeoPoint> handover,
      Instant readyAt,
      Instant occurredAt)
      implements OrderEvent {}

  /// Only this courier is to carry it. Ends by itself when the order is delivered, off or stranded.
  record OrderPinned(OrderId orderId, CourierId courierId, String reason, Instant occurredAt)
      implements OrderEvent {}

  record OrderUnpinned(OrderId orderId, String reason, Instant occurredAt) implements OrderEvent {}

  record OrderDelivered(
      OrderId orderId, AssignmentId assignmentId, CourierId courierId, Instant occurredAt)
      implements OrderEvent {}

  /// `assignmentId` is the one to tell, if a courier had been assigned.
  record OrderCancelled(
      OrderId orderId,
      Party by,
      String reason,
      @Nullable AssignmentId assignmentId,
      Instant occurredAt)
      implements OrderEvent {}

  record DeliveryFailed(
      OrderId orderId, AssignmentId assignmentId, String reason, Instant occurredAt)
      implements OrderEvent {}

  record OrderReturned(OrderId orderId, AssignmentId assignmentId, Instant occurredAt)
      implements OrderEvent {}

  /// The customer thanks the courier after the order was delivered.
  record TipGiven(
      OrderId orderId,
      CustomerId customerId,
      CourierId courierId,
      PaymentId paymentId,
      Money amount,
      PaymentChoice choice,
      Instant occurredAt)
      implements OrderEvent {}

  /// The tip has been paid and is the courier's.
  record TipPaid(
      OrderId orderId, CustomerId customerId, CourierId courierId, Money amount, Instant occurredAt)
      implements OrderEvent {}

  /// The tip has not been paid and will not be; there may be another one.
  record TipFailed(
      OrderId orderId,
      CustomerId customerId,
      PaymentId paymentId,
      String reason,
      Instant occurredAt)
      implements OrderEvent {}

  /// Its courier handed it over though it was off already. It stays off, and the courier is paid
  /// for the way.
  record DeliveredThoughOff(
      OrderId orderId,
      AssignmentId assignmentId,
      CourierId courierId,
      Money courierPay,
      Instant occurredAt)
      implements OrderEvent {}

  /// How the money of a delivered order is shared. Repeats what was agreed when it was placed, so
  /// that the books can be kept from this event alone.
  record OrderSettled(
      OrderId orderId,
      CustomerId customerId,
      MerchantId merchantId,
      CourierId courierId,
      OrderTotal total,
      Money commission,
      Money courierPay,
      Instant occurredAt)
      implements OrderEvent {}
}
