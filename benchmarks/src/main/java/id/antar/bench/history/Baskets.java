package id.antar.bench.history;

import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// What is ordered: one to four dishes of 500 merchants by 20,000 customers, under ids as random as
/// those of real orders.
final class Baskets {

  private static final int MERCHANTS = 500;
  private static final int CUSTOMERS = 20_000;
  private static final String CURRENCY = "EUR";

  private final Random random;

  Baskets(Random random) {
    this.random = random;
  }

  OrderPlaced order(int number, Instant at) {
    var id = new OrderId(new UUID(random.nextLong(), number).toString());
    var customer = new CustomerId("customer-" + random.nextInt(CUSTOMERS));
    PersonId person = customer.personId();
    int merchant = random.nextInt(MERCHANTS);
    List<OrderLine> lines =
        IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> line()).toList();
    Money items = lines.stream().map(OrderLine::total).reduce(Money.zero(CURRENCY), Money::plus);
    OrderTotal total = OrderTotal.of(items, Money.of(250, CURRENCY));
    return new OrderPlaced(
        id,
        customer,
        new MerchantId("merchant-" + merchant),
        "Merchant " + merchant,
        somewhere(),
        Personal.of(person, new Contact("Ada Somebody", "+377 5550 100")),
        Personal.of(person, new Address(somewhere(), "Rue " + random.nextInt(99), "2nd floor")),
        lines,
        total,
        new OrderTerms(1_500, Money.of(400, CURRENCY)),
        null,
        new PaymentId("payment-" + id),
        List.of(
            new PaymentPart(1, new PaymentChoice(PaymentMethod.CARD, "sandbox-ok"), total.total())),
        at.plusSeconds(900),
        at);
  }

  private OrderLine line() {
    int dish = random.nextInt(40);
    Money price = Money.of(300 + random.nextInt(1_500), CURRENCY);
    return new OrderLine(
        new ProductId("dish-" + dish), "Dish " + dish, 1 + random.nextInt(3), price);
  }

  private GeoPoint somewhere() {
    return new GeoPoint(43.72 + random.nextDouble() / 20, 7.40 + random.nextDouble() / 20);
  }
}
