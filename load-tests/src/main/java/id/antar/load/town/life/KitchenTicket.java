package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One order in a merchant's kitchen.
final class KitchenTicket {

  private static final double REJECTS = 0.005;
  private static final double RUNS_LATE = 0.12;
  private static final Duration NOTICES_BEFORE = Duration.ofMinutes(2);

  private final World world;
  private final Merchant merchant;
  private final String orderId;
  private final Dice dice;
  private volatile boolean cancelled;

  KitchenTicket(World world, Merchant merchant, String orderId, Dice dice) {
    this.world = world;
    this.merchant = merchant;
    this.orderId = orderId;
    this.dice = dice;
  }

  void cancel() {
    cancelled = true;
  }

  void cook() throws InterruptedException {
    boolean rejects = dice.chance(REJECTS);
    boolean late = dice.chance(RUNS_LATE);
    Duration prep = dice.seconds(prepSeconds() * 0.8, prepSeconds() * 1.25);
    Duration delay = late ? dice.seconds(120, 420) : Duration.ZERO;
    world.clock().sleep(dice.seconds(5, 40));
    if (rejects) {
      var _ = act("reject", Stage.CANCELLED, Map.of("reason", "the kitchen is out of ingredients"));
      return;
    }
    Optional<Instant> readyAt = promise("confirm", Stage.CONFIRMED, prep);
    world.clock().sleep(dice.seconds(10, 60));
    if (readyAt.isEmpty() || !act("start", Stage.PREPARING, Map.of())) {
      return;
    }
    if (late) {
      world.clock().sleepUntil(readyAt.get().minus(NOTICES_BEFORE));
      readyAt =
          promise(
              "ready-time",
              Stage.READY,
              Duration.between(world.clock().now(), readyAt.get()).plus(delay));
    }
    if (readyAt.isPresent()) {
      world.clock().sleepUntil(readyAt.get());
      var _ = act("ready", Stage.READY, Map.of());
    }
  }

  private double prepSeconds() {
    return merchant.prepTime().toSeconds();
  }

  /// Tells a ready time. If that took so long that the time is past, tells another one.
  private Optional<Instant> promise(String verb, Stage leadsTo, Duration from)
      throws InterruptedException {
    Duration span = from.isPositive() ? from : Duration.ofMinutes(1);
    while (!cancelled) {
      Instant readyAt = world.clock().now().plus(span);
      Answer answer = send(verb, Map.of("readyAt", readyAt));
      if (!answer.isProblem("ready-time-out-of-range")) {
        return isDone(verb, leadsTo, answer) ? Optional.of(readyAt) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean act(String verb, Stage leadsTo, Map<String, Object> body)
      throws InterruptedException {
    return !cancelled && isDone(verb, leadsTo, send(verb, body));
  }

  private Answer send(String verb, Map<String, Object> values) throws InterruptedException {
    Map<String, Object> body = new HashMap<>(values);
    body.put("occurredAt", world.clock().now());
    return world
        .api()
        .call(
            Request.post(
                CallKind.MERCHANT_ACTION,
                merchant.actor(),
                "/v1/orders/" + orderId + "/" + verb,
                world.newKey(),
                body));
  }

  /// A refusal is all right if the order is off, or as far as it was to be.
  private boolean isDone(String verb, Stage leadsTo, Answer answer) throws InterruptedException {
    if (answer.ok()) {
      return true;
    }
    if (cancelled) {
      return false;
    }
    Optional<Stage> stage =
        world.findOrder(merchant.actor(), orderId).map(OrderView::stage).flatMap(Stage::find);
    if (stage.isPresent() && stage.get().isAtLeast(leadsTo)) {
      return !stage.get().isFinal();
    }
    world.unexpected("merchant " + verb, merchant.actor(), answer);
    return false;
  }
}
