package id.antar.load.webhook;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import id.antar.load.client.Request;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.StreetMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Merchants who sell one soup each, customers who order it, and what the engine says of their
/// payments.
final class Shop {

  private static final int MERCHANTS = 8;
  private static final int CUSTOMERS = 40;
  private static final String SOUP = "soup";
  private static final long SOUP_PRICE = 950;
  private static final long DELIVERY_FEE = 250;

  private final Api api;
  private final String run;
  private final String currency;
  private final AtomicLong keys = new AtomicLong();
  private final Point place;

  private record OrderView(String paymentId) {}

  record PaymentView(List<Part> parts, String status, List<Refund> refunds) {
    record Part(String status) {}

    record Refund(Amount amount, String status) {}

    record Amount(long minor) {}
  }

  private Shop(Api api, String run, String currency, Point place) {
    this.api = api;
    this.run = run;
    this.currency = currency;
    this.place = place;
  }

  /// @param run in all names
  static Shop open(Api api, String run, long seed, String currency) throws InterruptedException {
    Dice dice = Dice.of(seed, "shop");
    StreetMap map = StreetMap.survey(api, Actor.operator("surveyor-" + run), dice);
    Shop shop = new Shop(api, run, currency, map.findHome(dice));
    Crowd.all(MERCHANTS, shop::openMerchant);
    Crowd.all(CUSTOMERS, shop::registerCustomer);
    return shop;
  }

  private Actor merchant(int number) {
    return Actor.merchant("wm-" + run + "-" + number % MERCHANTS);
  }

  private Actor customer(int number) {
    return Actor.customer("wc-" + run + "-" + number % CUSTOMERS);
  }

  /// Rupiah are counted in thousands.
  private long scale() {
    return currency.equals("IDR") ? 1_000 : 1;
  }

  private Map<String, Object> money(long minor) {
    return Map.of("minor", minor, "currency", currency);
  }

  private boolean openMerchant(int number) throws InterruptedException {
    Actor merchant = merchant(number);
    String path = "/v1/merchants/" + merchant.subject();
    post(
        merchant,
        "/v1/merchants",
        Map.of(
            "merchantId",
            merchant.subject(),
            "name",
            "Kitchen " + number,
            "location",
            place,
            "deliveryFee",
            money(scale() * DELIVERY_FEE),
            "prepTime",
            "PT10M"));
    var _ =
        api.require(
            Request.put(
                CallKind.MERCHANT_ACTION,
                merchant,
                path + "/products/" + SOUP,
                key(),
                Map.of("name", "Soup", "price", money(scale() * SOUP_PRICE), "available", true)));
    post(merchant, path + "/open", Map.of());
    return true;
  }

  private boolean registerCustomer(int number) throws InterruptedException {
    Actor customer = customer(number);
    post(
        customer,
        "/v1/customers",
        Map.of(
            "customerId", customer.subject(), "name", "Customer " + number, "phone", "+62811000"));
    return true;
  }

  /// Places an order and says which payment it has.
  Payment order(int number, Fate fate, Map<String, String> payment) throws InterruptedException {
    String orderId = "w-" + run + "-" + number;
    post(
        customer(number),
        "/v1/orders",
        Map.of(
            "orderId", orderId,
            "merchantId", merchant(number).subject(),
            "basket",
                List.of(
                    Map.of(
                        "productId",
                        SOUP,
                        "quantity",
                        1,
                        "unitPrice",
                        money(scale() * SOUP_PRICE))),
            "recipient", Map.of("name", "Somebody", "phone", "+62811000"),
            "dropoff", Map.of("point", place, "text", "a door", "note", ""),
            "payment", payment));
    var get = Request.get(CallKind.READ_ORDER, customer(number), "/v1/orders/" + orderId);
    return new Payment(orderId, api.require(get).as(OrderView.class).paymentId(), fate);
  }

  /// How the payment's only part stands, or a word for that it is not known.
  String part(Payment payment) throws InterruptedException {
    var answer =
        api.call(Request.get(CallKind.READ_ORDER, staff(), "/v1/payments/" + payment.paymentId()));
    return answer.ok() ? answer.as(PaymentView.class).parts().getFirst().status() : "unknown";
  }

  /// What has gone back of the payment, in minor units.
  long refunded(Payment payment) throws InterruptedException {
    var get = Request.get(CallKind.READ_ORDER, staff(), "/v1/payments/" + payment.paymentId());
    return api.require(get).as(PaymentView.class).refunds().stream()
        .filter(refund -> refund.status().equals("refunded"))
        .mapToLong(refund -> refund.amount().minor())
        .sum();
  }

  /// What one order costs, in minor units.
  long price() {
    return scale() * (SOUP_PRICE + DELIVERY_FEE);
  }

  String currency() {
    return currency;
  }

  Actor staff() {
    return Actor.operator("auditor-" + run);
  }

  Api api() {
    return api;
  }

  private void post(Actor actor, String path, Object body) throws InterruptedException {
    var _ = api.require(Request.post(CallKind.CUSTOMER_ACTION, actor, path, key(), body));
  }

  private String key() {
    return "webhooks-" + run + "-" + keys.incrementAndGet();
  }
}
