package id.antar.load.town.life;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One order in a merchant's kitchen.
final class KitchenTicket {

  private static final double REJECTS = 0.005;
  private static final double RUNS_LATE = 0.12;
  private static final Duration NOTICES_BEFORE = Duration.ofMinutes(2);

  private final World world;
  private final Merchant merchant;
  private final String orderId;
  private final Dice dice;
  private final AtomicBoolean onTheFire = new AtomicBoolean(true);
  private volatile Instant servedAt = Instant.MAX;
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

  /// Whether the kitchen was done with it before that time.
  boolean isServedBefore(Instant time) {
    return !onTheFire.get() && servedAt.isBefore(time);
  }

  void cook() throws InterruptedException {
    boolean rejects = dice.chance(REJECTS);
    boolean late = dice.chance(RUNS_LATE) && !merchant.tardy();
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
      readyAt = tellOfDelay(readyAt.get(), delay);
    }
    if (readyAt.isPresent()) {
      serve(readyAt.get());
    }
  }

  /// The courier is gone, and the food with them.
  ///
  /// @param readyAt when the engine believes that it can be fetched
  /// @return whether the kitchen had not begun with that already
  boolean makeAgain(@Nullable Instant readyAt) {
    if (cancelled || !onTheFire.compareAndSet(false, true)) {
      return false;
    }
    world.begin("ticket " + orderId, () -> cookAgain(readyAt));
    return true;
  }

  private void cookAgain(@Nullable Instant readyAt) throws InterruptedException {
    Instant now = world.clock().now();
    Duration prep =
        readyAt != null && readyAt.isAfter(now)
            ? Duration.between(now, readyAt)
            : merchant.prepTime();
    Instant done = now.plus(dice.seconds(prep.toSeconds() * 0.8, prep.toSeconds() * 1.1));
    if (serve(done)) {
      world
          .chronicle()
          .headline(
              Happening.REMADE, merchant.name(), List.of(orderId), "has made a lost order again");
    }
  }

  private Optional<Instant> tellOfDelay(Instant readyAt, Duration delay)
      throws InterruptedException {
    world.clock().sleepUntil(readyAt.minus(NOTICES_BEFORE));
    Duration left = Duration.between(world.clock().now(), readyAt).plus(delay);
    Optional<Instant> later = promise("ready-time", Stage.READY, left);
    if (later.isPresent()) {
      note(Happening.LATE_TOLD);
    }
    return later;
  }

  /// A tardy kitchen takes a few minutes more, and keeps that to itself.
  private boolean serve(Instant promised) throws InterruptedException {
    world
        .clock()
        .sleepUntil(promised.plus(merchant.tardy() ? dice.seconds(180, 480) : Duration.ZERO));
    boolean served = act("ready", Stage.READY, Map.of());
    if (served && merchant.tardy()) {
      note(Happening.LATE_UNTOLD);
    }
    servedAt = world.clock().now();
    onTheFire.set(false);
    return served;
  }

  private void note(Happening what) {
    world.chronicle().note(what, merchant.name(), List.of(orderId));
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
