package id.antar.api.order;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order as it stands.
///
/// @param cashDue what the courier has to collect at the door
/// @param courierId who carries it, from acceptance on
/// @param atPickup when the courier stood at the merchant's
/// @param atDoor when the courier stood at the door
/// @param pickupEta when the courier is to be at the merchant's, as planned last
/// @param dropoffEta when the courier is to be at the door, as planned last
/// @param handover where it was left for another courier, who fetches it there and not at the
///   merchant's; personal to the courier who left it
/// @param pinnedTo who is to carry it by an operator's word
/// @param endReason why it was cancelled, failed or returned
public record OrderView(
    OrderId orderId,
    CustomerId customerId,
    MerchantId merchantId,
    String merchantName,
    GeoPoint pickup,
    Personal<Contact> recipient,
    Personal<Address> dropoff,
    List<OrderLine> lines,
    OrderTotal total,
    PaymentId paymentId,
    List<PaymentMethod> paymentMethods,
    Money cashDue,
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
    @Nullable Personal<GeoPoint> handover,
    @Nullable CourierId pinnedTo,
    @Nullable String endReason,
    Instant changedAt) {

  public OrderView {
    lines = List.copyOf(lines);
    paymentMethods = List.copyOf(paymentMethods);
  }

  public OrderStatus status() {
    return stage.status();
  }
}
