package id.antar.command.alert.watch;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOON;

import id.antar.api.alert.AlertCommand;
import id.antar.api.alert.AlertCommand.EndAlert;
import id.antar.api.alert.AlertCommand.RaiseAlert;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardCourier;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.board.BoardView.BoardStop;
import id.antar.api.board.BoardView.Counts;
import id.antar.api.board.BoardView.Seen;
import id.antar.api.board.BoardView.Waiting;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.ops.OpsQuery.Segment;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.command.alert.watch.Look.ProviderCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a watcher sees in a test: seconds count from noon.
final class Scene {

  static final GeoPoint KITCHEN = new GeoPoint(43.73, 7.42);
  static final GeoPoint DOOR = new GeoPoint(43.75, 7.42);

  private final AlertWatch watch;
  private double speed = 1;
  private boolean board = true;
  private @Nullable Instant heardSince = Instant.EPOCH;
  private @Nullable List<Processor> processors;
  private @Nullable List<ProviderCalls> providers;
  private final Map<String, BoardOrder> orders = new HashMap<>();
  private final Map<String, BoardCourier> couriers = new HashMap<>();
  private final List<Waiting> queue = new ArrayList<>();
  private final Map<OrderId, Instant> promised = new HashMap<>();
  private final Map<OrderId, Instant> foretold = new HashMap<>();

  Scene(AlertPolicy policy) {
    this.watch = new AlertWatch(policy);
  }

  static Instant at(double seconds) {
    return NOON.plusMillis((long) (seconds * 1e3));
  }

  /// @return what is raised or ended, such as `+LATE 4711 700` or `-CALM`
  List<String> look(double seconds) {
    var view =
        new BoardView(
            1,
            at(seconds),
            at(seconds),
            List.copyOf(orders.values()),
            List.copyOf(couriers.values()),
            List.of(),
            queue,
            new Counts(Map.of(), 0, 0, 0, 0, 0));
    BoardView seen = board ? view : null;
    var look = new Look(at(seconds), speed, seen, heardSince, foretold, processors, providers);
    return watch.look(look).stream().map(Scene::told).toList();
  }

  private static String told(AlertCommand command) {
    return switch (command) {
      case RaiseAlert c -> "+" + c.kind() + " " + c.subject() + " " + Math.round(c.value());
      case EndAlert c -> "-" + c.cause();
      default -> command.toString();
    };
  }

  Scene faster(int speedOfTheClock) {
    speed = speedOfTheClock;
    return this;
  }

  Scene blind(boolean isBlind) {
    board = !isBlind;
    return this;
  }

  /// Since when all positions are heard; null while some may not be.
  Scene heardSince(@Nullable Double seconds) {
    heardSince = seconds == null ? null : at(seconds);
    return this;
  }

  Scene processor(String name, boolean running, double lagSeconds) {
    var segment = new Segment(0, running, 1, lagSeconds == 0, false, null);
    return processor(name, running, lagSeconds, List.of(segment));
  }

  Scene processorElsewhere(String name, double lagSeconds) {
    return processor(name, false, lagSeconds, List.of());
  }

  private Scene processor(String name, boolean running, double lag, List<Segment> segments) {
    processors = List.of(new Processor(name, running, 1, 0, lag, 0, segments, null));
    return this;
  }

  Scene provider(String name, double failing) {
    providers = List.of(new ProviderCalls(name, failing));
    return this;
  }

  /// To be said before the order.
  Scene promised(String order, double seconds) {
    promised.put(new OrderId(order), at(seconds));
    return this;
  }

  Scene foretold(String order, double seconds) {
    foretold.put(new OrderId(order), at(seconds));
    return this;
  }

  Scene waiting(String order, double since, @Nullable Double ready) {
    queue.clear();
    Instant readyAt = ready == null ? null : at(ready);
    queue.add(new Waiting(new OrderId(order), at(since), readyAt, null, null));
    return this;
  }

  Scene withoutQueue() {
    queue.clear();
    return this;
  }

  Scene without(String id) {
    orders.remove(id);
    couriers.remove(id);
    return this;
  }

  Scene underWay(String order, @Nullable Double door) {
    return order(order, NOODLE_BAR, OrderStage.PICKED_UP, null, null, door);
  }

  Scene inKitchen(String order, double estimate, @Nullable Double ready) {
    OrderStage stage = ready == null ? OrderStage.PREPARING : OrderStage.READY;
    return order(order, NOODLE_BAR, stage, estimate, ready, null);
  }

  private Scene order(
      String id,
      MerchantId merchant,
      OrderStage stage,
      @Nullable Double estimate,
      @Nullable Double ready,
      @Nullable Double door) {
    orders.put(
        id,
        new BoardOrder(
            new OrderId(id),
            ADA,
            merchant,
            "Noodle Bar",
            KITCHEN,
            Personal.of(ADA.personId(), DOOR),
            Money.zero("EUR"),
            stage,
            NOON,
            NOON,
            null,
            null,
            estimate == null ? null : at(estimate),
            ready == null ? null : at(ready),
            null,
            null,
            null,
            promised.get(new OrderId(id)),
            null,
            door == null ? null : at(door),
            null,
            null,
            null,
            null,
            0,
            null));
    return this;
  }

  /// Free, and heard of last at a time; never, if absent.
  Scene free(String courier, double dutySince, @Nullable Double seenAt) {
    return courier(courier, dutySince, null, List.of(), seen(courier, KITCHEN, seenAt));
  }

  Scene onBreak(String courier) {
    var id = new CourierId(courier);
    couriers.put(
        courier,
        new BoardCourier(
            id,
            Vehicle.SCOOTER,
            2,
            CourierDuty.ON_BREAK,
            NOON,
            NOON,
            at(36_000),
            null,
            null,
            List.of(),
            false,
            null));
    return this;
  }

  /// On the way to the door of an order.
  Scene riding(String courier, String order, GeoPoint here, double seenAt, boolean arrived) {
    var stop =
        new BoardStop(Stop.Kind.DROPOFF, new OrderId(order), NOON, arrived ? at(seenAt) : null);
    return courier(courier, 0, "trip", List.of(stop), seen(courier, here, seenAt));
  }

  private Scene courier(
      String id,
      double dutySince,
      @Nullable String trip,
      List<BoardStop> stops,
      @Nullable Personal<Seen> seen) {
    couriers.put(
        id,
        new BoardCourier(
            new CourierId(id),
            Vehicle.SCOOTER,
            2,
            CourierDuty.ON_SHIFT,
            NOON,
            at(dutySince),
            at(36_000),
            null,
            trip == null ? null : new AssignmentId(trip),
            stops,
            false,
            seen));
    return this;
  }

  private static @Nullable Personal<Seen> seen(String id, GeoPoint here, @Nullable Double at) {
    return at == null ? null : Personal.of(new CourierId(id).personId(), new Seen(here, at(at), 0));
  }
}
