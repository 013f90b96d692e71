package id.antar.gateway.order;

import static java.util.Objects.requireNonNull;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderSeen;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What customers, merchants and operators send about orders.
final class OrderRequests {

  private OrderRequests() {}

  record Placement(
      @Nullable OrderId orderId,
      MerchantId merchantId,
      List<BasketLine> basket,
      Contact recipient,
      Dropoff dropoff,
      @Nullable Payment payment,
      @Nullable List<Payment> payments,
      @Nullable Money tip,
      @Nullable String voucher,
      @Nullable Instant occurredAt)
      implements Timed {

    PlaceOrder toCommand(OrderId id, CustomerId customer, Instant at) {
      var person = customer.personId();
      return new PlaceOrder(
          id,
          customer,
          merchantId,
          basket,
          Personal.of(person, recipient),
          Personal.of(person, dropoff.toAddress()),
          split(),
          tip,
          voucher == null ? null : Valid.value("voucher", () -> Voucher.codeOf(voucher)),
          at);
    }

    /// One method for all of it, or several with their amounts.
    private PaymentSplit split() {
      if ((payment == null) == (payments == null)) {
        throw Problem.invalid("invalid-value", "payment", "Give either payment or payments.")
            .asException();
      }
      List<Payment> wanted = payments == null ? List.of(requireNonNull(payment)) : payments;
      return Valid.of(
          PaymentSplit.class,
          "payments",
          () -> new PaymentSplit(wanted.stream().map(Payment::toShare).toList()));
    }
  }

  record Dropoff(GeoPoint point, @Nullable String text, @Nullable String note) {

    Address toAddress() {
      return Valid.of(
          Address.class, "dropoff", () -> new Address(point, orBlank(text), orBlank(note)));
    }
  }

  /// @param amount of `payments`; absent for the one that takes the rest
  record Payment(PaymentMethod method, @Nullable String token, @Nullable Money amount) {

    PaymentSplit.Share toShare() {
      return new PaymentSplit.Share(toChoice(), amount);
    }

    PaymentChoice toChoice() {
      return Valid.of(
          PaymentChoice.class, "payment", () -> new PaymentChoice(method, orBlank(token)));
    }
  }

  record ReadyAt(Instant readyAt, @Nullable Instant occurredAt) implements Timed {}

  /// @param expected how the order was when it was decided
  record Pin(
      CourierId courierId,
      String reason,
      @Nullable OrderSeen expected,
      @Nullable Instant occurredAt)
      implements Timed {
    Pin {
      Reasoned.requireReason(reason);
    }

    OrderSeen seenBy(Caller caller) {
      return seen(expected, caller);
    }
  }

  /// @param expected how the order was when it was decided; only who reads all orders knows that
  record Correction(String reason, @Nullable OrderSeen expected, @Nullable Instant occurredAt)
      implements Timed {
    Correction {
      Reasoned.requireReason(reason);
    }

    OrderSeen seenBy(Caller caller) {
      return seen(expected, caller);
    }
  }

  private static OrderSeen seen(@Nullable OrderSeen expected, Caller caller) {
    if (expected != null && !caller.may(Permission.ORDERS_READ_ANY)) {
      throw Problem.forbidden("Leave out what you expect: you do not see all of it.").asException();
    }
    return Objects.requireNonNullElse(expected, OrderSeen.NOTHING);
  }

  private static String orBlank(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
