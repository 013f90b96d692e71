package id.antar.command;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderId;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who plays in the tests, and when: it begins at noon.
public final class Cast {

  public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  public static final CustomerId ADA = new CustomerId("ada");
  public static final CustomerId EVE = new CustomerId("eve");
  public static final CourierId BO = new CourierId("bo");
  public static final CourierId KIM = new CourierId("kim");

  public static final MerchantId NOODLE_BAR = new MerchantId("noodle-bar");
  public static final MerchantId PIZZERIA = new MerchantId("pizzeria");
  public static final MerchantProfile NOODLE_BAR_PROFILE =
      new MerchantProfile(
          "Noodle Bar", "Noodles.", "+377 1234", "1 Quay", new GeoPoint(43.73, 7.42));
  public static final Money FEE = Money.of(250, "EUR");
  public static final Product RAMEN = product("ramen", 1200, true);
  public static final Product TEA = product("tea", 300, true);

  public static final OrderId ORDER = order(1);
  public static final PaymentId PAYMENT = PaymentId.ofOrder(ORDER);
  public static final PaymentChoice CARD = new PaymentChoice(PaymentMethod.CARD, "tok-ada");
  public static final PaymentChoice CASH = new PaymentChoice(PaymentMethod.CASH, "");
  public static final ChargeId CHARGE = new ChargeId(PAYMENT, 1, 1);
  public static final Personal<Contact> RECIPIENT =
      Personal.of(new PersonId("ada"), new Contact("Ada", "+377 4711"));
  public static final Personal<Address> DOOR =
      Personal.of(
          new PersonId("ada"), new Address(new GeoPoint(43.74, 7.43), "2 Hill Road", "ring twice"));

  public static final AssignmentId TRIP = new AssignmentId("trip-1");
  public static final AssignmentId OTHER_TRIP = new AssignmentId("trip-2");
  public static final DecisionId DECISION = new DecisionId("decision-1");

  private Cast() {}

  public static Instant at(long minutes) {
    return NOON.plusSeconds(60 * minutes);
  }

  /// A clock that stands still.
  public static EngineClock clockAt(Instant instant) {
    return new EngineClock(instant, 1, () -> 0);
  }

  public static OrderId order(int number) {
    return new OrderId("order-" + number);
  }

  public static Product product(String id, long minor, boolean available) {
    return new Product(new ProductId(id), id, "", Money.of(minor, "EUR"), "", available);
  }

  public static BasketLine line(Product product, int quantity) {
    return new BasketLine(product.productId(), quantity, product.price());
  }

  /// Two ramen and a tea, for Ada, from the Noodle Bar.
  public static PlaceOrder placeOrder(PaymentChoice payment) {
    return placeOrder(ORDER, payment, null);
  }

  public static PlaceOrder placeOrder(
      OrderId orderId, PaymentChoice payment, @Nullable String voucher) {
    return new PlaceOrder(
        orderId,
        ADA,
        NOODLE_BAR,
        List.of(line(RAMEN, 2), line(TEA, 1)),
        RECIPIENT,
        DOOR,
        PaymentSplit.whole(payment),
        null,
        voucher,
        NOON);
  }
}
