package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Json;
import id.antar.load.client.Money;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.People.Voucher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// From a menu to an order that the engine has acknowledged.
final class Checkout {

  private static final double CLICKS_TWICE = 0.03;
  private static final double HAS_VOUCHER = 0.3;

  private final World world;
  private final Customer customer;
  private final Merchant merchant;
  private final List<Line> basket;
  private final PaymentPlan plan;
  private final @Nullable String voucher;

  private record Line(Dish dish, int quantity) {

    Map<String, Object> body() {
      return Map.of(
          "productId",
          dish.productId(),
          "quantity",
          quantity,
          "unitPrice",
          Money.euros(dish.priceMinor()));
    }
  }

  private record PlacedView(String orderId) {}

  private record QuoteView(OrderView.Total total) {}

  Checkout(World world, Customer customer, Merchant merchant, int number, Dice dice) {
    this.world = world;
    this.customer = customer;
    this.merchant = merchant;
    this.basket = fill(merchant, dice);
    this.plan = PaymentPlan.of(world.seed(), number, itemsMinor());
    this.voucher = voucher(world.dice("voucher-" + number));
  }

  /// Who has one reads what it is good for.
  private @Nullable String voucher(Dice dice) {
    Voucher offered = merchant.prices().voucher();
    boolean uses = dice.chance(HAS_VOUCHER) && itemsMinor() >= offered.minimumMinor();
    return uses ? offered.code().toLowerCase(Locale.ROOT) : null;
  }

  private static List<Line> fill(Merchant merchant, Dice dice) {
    List<Dish> menu = new ArrayList<>(merchant.menu());
    List<Line> basket = new ArrayList<>();
    int lines = 1 + dice.below(Math.min(3, menu.size()));
    for (int i = 0; i < lines; i++) {
      Dish dish = menu.remove(dice.below(menu.size()));
      basket.add(new Line(dish, 1 + dice.below(2)));
    }
    return basket;
  }

  private long itemsMinor() {
    return basket.stream().mapToLong(line -> line.dish().priceMinor() * line.quantity()).sum();
  }

  /// One of the dishes, which might be missing.
  Dish dish() {
    return basket.getFirst().dish();
  }

  PaymentPlan plan() {
    return plan;
  }

  /// @return nothing if the engine refused it
  @Nullable TrackedOrder place(Dice dice) throws InterruptedException {
    world.book().attempt();
    long quoted = quote();
    Request request = placing();
    @Nullable TrackedOrder order = dice.chance(CLICKS_TWICE) ? clickTwice(request) : click(request);
    if (order == null) {
      world.book().refused();
    } else {
      order.dealings().plan(plan);
      order.dealings().quoted(quoted, voucher != null);
    }
    return order;
  }

  /// What it would cost, by the engine's word, without a tip.
  private long quote() throws InterruptedException {
    String path = "/v1/merchants/" + merchant.id() + "/quotes";
    String body = Json.write(wanted());
    Answer answer =
        world.api().call(new Request(CallKind.QUOTE, customer.actor(), "POST", path, null, body));
    if (!answer.ok()) {
      world.unexpected("ask for a quote", customer.actor(), answer);
      return 0;
    }
    return answer.as(QuoteView.class).total().total().minor();
  }

  private Map<String, Object> wanted() {
    Map<String, Object> body = new HashMap<>();
    body.put("basket", basket.stream().map(Line::body).toList());
    if (voucher != null) {
      body.put("voucher", voucher);
    }
    return body;
  }

  private Request placing() {
    Map<String, Object> body = new HashMap<>(plan.body());
    body.putAll(wanted());
    body.put("merchantId", merchant.id());
    body.put("recipient", Map.of("name", customer.name(), "phone", customer.phone()));
    body.put(
        "dropoff",
        Map.of("point", customer.home(), "text", customer.address(), "note", "Ring twice."));
    body.put("occurredAt", world.clock().now());
    return Request.post(CallKind.PLACE_ORDER, customer.actor(), "/v1/orders", world.newKey(), body);
  }

  private @Nullable TrackedOrder click(Request request) throws InterruptedException {
    Answer answer = world.api().call(request);
    if (!answer.ok()) {
      world.unexpected("place order", customer.actor(), answer);
      return null;
    }
    String orderId = answer.as(PlacedView.class).orderId();
    return world.book().acknowledged(orderId, customer.actor().subject(), merchant.id());
  }

  /// An impatient thumb: the same order twice at once must stay one order.
  private @Nullable TrackedOrder clickTwice(Request request) throws InterruptedException {
    world.tally().secondClicks.increment();
    var second = new AtomicReference<@Nullable TrackedOrder>();
    Thread thumb =
        Thread.ofVirtual()
            .start(() -> {
              try {
                second.set(click(request));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    TrackedOrder first = click(request);
    thumb.join();
    if (first != second.get()) {
      world
          .incidents()
          .report("a second click made another order", customer.actor() + " " + request.key());
    }
    return first;
  }
}
