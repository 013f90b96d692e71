package id.antar.bench.store;

import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Orders by card, which are one event each, of many customers at many merchants.
public final class Orders {

  private static final int MERCHANTS = 500;
  private static final int CUSTOMERS = 2_000;
  private static final GeoPoint PLACE = new GeoPoint(43.7345, 7.4210);
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Money PRICE = Money.of(1250, "EUR");
  private static final ProductId RAMEN = new ProductId("ramen");

  private final String run = Ids.random().substring(0, 8);

  /// What has to be there before the first order.
  public Stream<MerchantCommand> merchants() {
    return IntStream.range(0, MERCHANTS).boxed().flatMap(this::merchant);
  }

  private Stream<MerchantCommand> merchant(int number) {
    MerchantId id = merchantId(number);
    var profile = new MerchantProfile("Noodle Bar", "Noodles.", "+377 11", "1 Quay", PLACE);
    var product = new Product(RAMEN, "Ramen", "Broth", PRICE, "", true);
    return Stream.of(
        new RegisterMerchant(id, profile, Money.of(250, "EUR"), Duration.ofMinutes(5), NOON),
        new ListProduct(id, product, NOON),
        new OpenMerchant(id, NOON));
  }

  private MerchantId merchantId(int number) {
    return new MerchantId("m" + number + "-" + run);
  }

  public PlaceOrder order(int number) {
    var customer = new CustomerId("c" + number % CUSTOMERS);
    PersonId person = customer.personId();
    return new PlaceOrder(
        new OrderId("o" + number + "-" + run),
        customer,
        merchantId(number % MERCHANTS),
        List.of(new BasketLine(RAMEN, 2, PRICE)),
        Personal.of(person, new Contact("Ada", "+377 555 0100")),
        Personal.of(person, new Address(PLACE, "1 Rue Grimaldi", "")),
        PaymentSplit.whole(new PaymentChoice(PaymentMethod.CARD, "sandbox-ok")),
        null,
        null,
        NOON);
  }
}
