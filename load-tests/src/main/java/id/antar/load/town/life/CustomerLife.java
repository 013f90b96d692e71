package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import id.antar.load.town.life.PaymentPlan.Way;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A customer and one order, from the click to the end.
public final class CustomerLife {

  private static final double CANCELS = 0.01;
  private static final double ASKS_KITCHEN = 0.3;
  private static final double ASKS_COURIER = 0.4;

  /// How often the order's page is opened while one waits.
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(90);

  private static final Duration LOOKS_AT_MOST_EVERY_REAL = Duration.ofSeconds(2);

  /// When a look is ahead of the stream, the stream gets so long to say it, too.
  private static final Duration STREAM_TAKES_AT_MOST_REAL = Duration.ofSeconds(2);

  /// A stream that is behind at the end comes back to hear the rest.
  private static final Duration CATCHES_UP_WITHIN_REAL = Duration.ofSeconds(30);

  private final World world;
  private final Customer customer;
  private final int number;
  private final Dice dice;
  private final Checkout checkout;
  private final Duration changeOfMind;

  public CustomerLife(World world, Customer customer, Merchant merchant, int number) {
    this.world = world;
    this.customer = customer;
    this.number = number;
    this.dice = world.dice("order-" + number);
    this.checkout = new Checkout(world, customer, merchant, number, dice);
    this.changeOfMind = world.dice("off-" + number).seconds(10, 30);
  }

  public void orderAndWait() throws InterruptedException {
    boolean cancels = dice.chance(CANCELS);
    TrackedOrder order = checkout.place(dice);
    if (order == null) {
      return;
    }
    var purse = new Purse(world, customer.actor(), order, world.dice("paying-" + number));
    purse.settle();
    try (var stream = world.streams().open(customer.actor(), new Following(order))) {
      stream.subscribe("order:" + order.orderId());
      if (cancels) {
        world.clock().sleep(dice.seconds(10, 90));
        var _ = cancel(order, "changed my mind");
      } else if (checkout.plan().way() == Way.GIVES_UP) {
        world.clock().sleep(dice.seconds(10, 90));
        var _ = cancel(order, "my card was declined");
      }
      followToTheEnd(order, stream);
    }
    new Aftertaste(world, customer, order, checkout.dish(), number).leave(purse);
  }

  /// The courier is on the way already.
  private void cancelOnTheWay(TrackedOrder order) throws InterruptedException {
    world.clock().sleep(changeOfMind);
    if (cancel(order, "it takes too long")) {
      world
          .chronicle()
          .headline(
              Happening.CANCELLED_ON_THE_WAY,
              customer.name(),
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

  private void followToTheEnd(TrackedOrder order, StreamClient stream) throws InterruptedException {
    Duration pause = world.clock().toTown(LOOKS_AT_MOST_EVERY_REAL);
    pause = pause.compareTo(LOOKS_AGAIN) < 0 ? LOOKS_AGAIN : pause;
    while (!order.stage().isFinal()) {
      Instant nextLook = world.clock().now().plus(pause);
      boolean heard = true;
      while (heard && !order.stage().isFinal()) {
        heard = world.clock().awaitNudge(order.news(), nextLook);
      }
      if (!order.stage().isFinal() && isOverAtALook(order)) {
        var _ = stream.catchUp(CATCHES_UP_WITHIN_REAL);
      }
    }
  }

  private boolean isOverAtALook(TrackedOrder order) throws InterruptedException {
    look(order);
    return order.stage().isFinal();
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

  /// What the customer's phone shows.
  private final class Following implements StreamClient.Listener {

    private final TrackedOrder order;
    private final Talk talk = new Talk(world);
    private final Dice words = world.dice("words-" + number);
    private boolean asked;

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
      } else if (frame.is("chat") && frame.messageId() != null) {
        order.dealings().heard(frame.messageId());
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
      if (frame.tells("OrderConfirmed") && !asked) {
        asked = true;
        ask(ASKS_KITCHEN, () -> talk.askKitchen(customer.actor(), order, words));
      } else if (first) {
        ask(ASKS_COURIER, () -> talk.askCourier(customer.actor(), order, words));
      }
      if (first && world.script().cancelsOnTheWay()) {
        world.begin("customer " + customer.actor().subject(), () -> cancelOnTheWay(order));
      }
    }

    private void ask(double share, Runnable words) {
      if (this.words.chance(share)) {
        words.run();
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
