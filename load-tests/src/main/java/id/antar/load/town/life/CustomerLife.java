package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;
import id.antar.load.town.world.People.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A customer and one order, from the click to the end.
public final class CustomerLife {

  private static final double CANCELS = 0.01;
  private static final double PAYMENT_DECLINED = 0.01;
  private static final double CLICKS_TWICE = 0.03;

  /// How often the order's page is opened while one waits.
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(90);

  private static final Duration LOOKS_AT_MOST_EVERY_REAL = Duration.ofSeconds(2);

  /// When a look is ahead of the stream, the stream gets so long to say it, too.
  private static final Duration STREAM_TAKES_AT_MOST_REAL = Duration.ofSeconds(2);

  private final World world;
  private final Customer customer;
  private final Merchant merchant;
  private final Dice dice;
  private final Duration changeOfMind;
  private boolean declined;

  public CustomerLife(World world, Customer customer, Merchant merchant, int number) {
    this.world = world;
    this.customer = customer;
    this.merchant = merchant;
    this.dice = world.dice("order-" + number);
    this.changeOfMind = world.dice("off-" + number).seconds(10, 30);
  }

  public void orderAndWait() throws InterruptedException {
    world.book().attempt();
    boolean cancels = dice.chance(CANCELS);
    Request request = placing();
    @Nullable TrackedOrder order = dice.chance(CLICKS_TWICE) ? clickTwice(request) : click(request);
    if (order == null) {
      world.book().refused();
      return;
    }
    try (var stream = world.streams().open(customer.actor(), new Following(order))) {
      stream.subscribe("order:" + order.orderId());
      if (cancels) {
        world.clock().sleep(dice.seconds(10, 90));
        var _ = cancel(order, "changed my mind");
      } else if (declined) {
        world.clock().sleep(dice.seconds(10, 90));
        var _ = cancel(order, "my card was declined");
      }
      followToTheEnd(order);
    }
  }

  private Request placing() {
    return Request.post(
        CallKind.PLACE_ORDER,
        customer.actor(),
        "/v1/orders",
        world.newKey(),
        Map.of(
            "merchantId",
            merchant.id(),
            "basket",
            basket(),
            "recipient",
            Map.of("name", customer.name(), "phone", customer.phone()),
            "dropoff",
            Map.of("point", customer.home(), "text", customer.address(), "note", "Ring twice."),
            "payment",
            payment(),
            "occurredAt",
            world.clock().now()));
  }

  private List<Map<String, Object>> basket() {
    List<Dish> menu = new ArrayList<>(merchant.menu());
    List<Map<String, Object>> basket = new ArrayList<>();
    int lines = 1 + dice.below(Math.min(3, menu.size()));
    for (int i = 0; i < lines; i++) {
      Dish dish = menu.remove(dice.below(menu.size()));
      basket.add(
          Map.of(
              "productId", dish.productId(),
              "quantity", 1 + dice.below(2),
              "unitPrice", Map.of("minor", dish.priceMinor(), "currency", "EUR")));
    }
    return basket;
  }

  private Map<String, String> payment() {
    declined = dice.chance(PAYMENT_DECLINED);
    if (declined) {
      return Map.of("method", "card", "token", "sandbox-declined");
    }
    double choice = dice.between(0, 1);
    if (choice < 0.55) {
      return Map.of("method", "card", "token", "sandbox-card");
    }
    if (choice < 0.75) {
      return Map.of("method", "e_wallet", "token", "sandbox-wallet");
    }
    if (choice < 0.80) {
      return Map.of("method", "bank_transfer", "token", "sandbox-bank");
    }
    return Map.of("method", "cash", "token", "");
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

  /// The courier is on the way already.
  private void cancelOnTheWay(TrackedOrder order) throws InterruptedException {
    world.clock().sleep(changeOfMind);
    if (cancel(order, "it takes too long")) {
      world
          .chronicle()
          .headline(
              Happening.CANCELLED_ON_THE_WAY,
              customer.actor().subject(),
              List.of(order.orderId()),
              "calls an order off while its courier is on the way");
    } else {
      world.script().cancelledTooLate();
    }
  }

  private boolean cancel(TrackedOrder order, String reason) throws InterruptedException {
    Answer answer =
        world
            .api()
            .call(
                Request.post(
                    CallKind.CUSTOMER_ACTION,
                    customer.actor(),
                    "/v1/orders/" + order.orderId() + "/cancel",
                    world.newKey(),
                    Map.of("reason", reason, "occurredAt", world.clock().now())));
    if (!answer.ok() && answer.status() != 409) {
      world.unexpected("cancel order", customer.actor(), answer);
    }
    return answer.ok();
  }

  private void followToTheEnd(TrackedOrder order) throws InterruptedException {
    Duration pause = world.clock().toTown(LOOKS_AT_MOST_EVERY_REAL);
    pause = pause.compareTo(LOOKS_AGAIN) < 0 ? LOOKS_AGAIN : pause;
    while (!order.stage().isFinal()) {
      Instant nextLook = world.clock().now().plus(pause);
      boolean heard = true;
      while (heard && !order.stage().isFinal()) {
        heard = world.clock().awaitNudge(order.news(), nextLook);
      }
      if (!order.stage().isFinal()) {
        look(order);
      }
    }
  }

  private void look(TrackedOrder order) throws InterruptedException {
    Optional<Stage> seen =
        world
            .findOrder(customer.actor(), order.orderId())
            .map(OrderView::stage)
            .flatMap(Stage::find);
    if (seen.isEmpty()) {
      return;
    }
    if (seen.get().isFinal()) {
      TimeUnit.NANOSECONDS.sleep(STREAM_TAKES_AT_MOST_REAL.toNanos());
    }
    if (order.hear(seen.get()) && seen.get().isFinal()) {
      world.tally().missedByStream.increment();
    }
  }

  private record PlacedView(String orderId) {}

  /// What the customer's phone shows.
  private final class Following implements StreamClient.Listener {

    private final TrackedOrder order;

    Following(TrackedOrder order) {
      this.order = order;
    }

    @Override
    public void onFrame(Frame frame) {
      String stage = frame.stage();
      String courierId = frame.courierId();
      Instant occurredAt = frame.occurredAt();
      if (frame.is("order") && stage != null) {
        hearOf(frame, Stage.find(stage));
      } else if (frame.is("position") && courierId != null && occurredAt != null) {
        world.tally().positionsReceived.increment();
        world.positions().seen(courierId, occurredAt);
      } else if (frame.is("eta")) {
        world.tally().etasReceived.increment();
      }
    }

    private void hearOf(Frame frame, Optional<Stage> stage) {
      String assignmentId = frame.assignmentId();
      if (frame.tells("OrderStranded")) {
        order.stranded(stage.orElse(Stage.PREPARING));
        note(Happening.STRANDED);
        return;
      }
      boolean first =
          frame.tells("CourierAssigned") && assignmentId != null && hasCourier(assignmentId);
      stage.ifPresent(order::hear);
      if (first && world.script().cancelsOnTheWay()) {
        world.begin("customer " + customer.actor().subject(), () -> cancelOnTheWay(order));
      }
    }

    /// @return whether it is the first courier
    private boolean hasCourier(String assignmentId) {
      int before = order.assignments();
      boolean first = order.assigned(assignmentId);
      if (before > 0 && order.assignments() > before) {
        note(Happening.REASSIGNED);
      }
      return first;
    }

    private void note(Happening what) {
      world.chronicle().note(what, customer.actor().subject(), List.of(order.orderId()));
    }

    @Override
    public void onResumed() {
      order.news().release();
      world.begin("customer " + customer.actor().subject(), () -> look(order));
    }

    @Override
    public void onRefused(String topic, String why) {
      world.incidents().report("customer may not follow the order", topic + ": " + why);
    }
  }
}
