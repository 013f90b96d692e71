package id.antar.gateway.testing;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.OrderView;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A few people and an order.
public final class Samples {

  public static final CustomerId ADA = new CustomerId("ada");
  public static final MerchantId NOODLE_BAR = new MerchantId("noodle-bar");
  public static final CourierId CARLO = new CourierId("carlo");
  public static final OrderId ORDER = new OrderId("order-1");
  public static final AssignmentId TRIP = new AssignmentId("trip-1");
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  public static final String PLACEMENT =
      """
      {"merchantId":"noodle-bar",
       "basket":[{"productId":"ramen","quantity":2,"unitPrice":{"minor":1250,"currency":"EUR"}}],
       "recipient":{"name":"Ada","phone":"+377 555 0100"},
       "dropoff":{"point":{"latitude":43.735,"longitude":7.421},"text":"1 Rue Grimaldi"},
       "payment":{"method":"card","token":"tok_ok"}}
      """;

  private Samples() {}

  public static OrderView order(OrderStage stage, @Nullable CourierId courier) {
    return order(stage, courier, null, NOON);
  }

  public static OrderView order(OrderStage stage, CourierId courier, Instant changedAt) {
    return order(stage, courier, null, changedAt);
  }

  /// Left behind there by a courier called Eve, and pinned to Carlo.
  public static OrderView order(
      OrderStage stage, @Nullable CourierId courier, @Nullable GeoPoint handover) {
    return order(stage, courier, handover, NOON);
  }

  private static OrderView order(
      OrderStage stage,
      @Nullable CourierId courier,
      @Nullable GeoPoint handover,
      Instant changedAt) {
    var person = new PersonId(ADA.value());
    Money price = Money.of(1250, "EUR");
    return new OrderView(
        ORDER,
        ADA,
        NOODLE_BAR,
        "Noodle Bar",
        new GeoPoint(43.73, 7.42),
        Personal.of(person, new Contact("Ada", "+377 555 0100")),
        Personal.of(person, new Address(new GeoPoint(43.735, 7.421), "1 Rue Grimaldi", "")),
        List.of(new OrderLine(new ProductId("ramen"), "Ramen", 2, price)),
        OrderTotal.of(price.times(2), Money.of(300, "EUR")),
        new PaymentId("payment-1"),
        List.of(PaymentMethod.E_WALLET, PaymentMethod.CASH),
        Money.of(800, "EUR"),
        stage,
        courier == null ? null : TRIP,
        courier,
        NOON,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        handover == null ? null : Personal.of(new CourierId("eve").personId(), handover),
        handover == null ? null : CARLO,
        null,
        changedAt);
  }
}
