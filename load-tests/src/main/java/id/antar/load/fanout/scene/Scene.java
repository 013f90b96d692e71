package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;
import id.antar.load.client.CallKind;
import id.antar.load.client.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A town that stands still: couriers on shift, each at a kitchen with an order that will not be
/// ready for long. Made by the public interface alone.
public final class Scene implements AutoCloseable {

  private static final long LOOKS_EVERY_SECONDS = 15;
  private static final long PATIENCE_SECONDS = 60;

  private final Access access;
  private final Consumer<String> progress;
  private final Hands hands;
  private final Settling settling;
  private final List<Person> couriers;
  private final Assignments assignments;
  private final Errands errands;
  private List<Order> orders = List.of();

  private Scene(
      Access access,
      Consumer<String> progress,
      Hands hands,
      Settling settling,
      List<Person> couriers) {
    this.access = access;
    this.progress = progress;
    this.hands = hands;
    this.settling = settling;
    this.couriers = couriers;
    this.assignments = new Assignments(couriers);
    this.errands = new Errands(access, hands, assignments, couriers);
  }

  /// Registers couriers; none is on shift yet.
  ///
  /// @param crowded all at one place
  public static Scene settle(
      Access access, int couriers, boolean crowded, Consumer<String> progress)
      throws InterruptedException {
    Hands hands = new Hands(access.incidents(), progress);
    Settling settling = Settling.on(access, hands);
    return new Scene(access, progress, hands, settling, settling.couriers(couriers, crowded));
  }

  public List<Person> couriers() {
    return couriers;
  }

  /// Those that are carried.
  public List<Order> orders() {
    return orders;
  }

  public Point middle() {
    return settling.middle();
  }

  /// How many hear of this courier at this moment.
  public int audience(int courier) {
    return assignments.audience(courier);
  }

  /// Somebody begins to follow an order.
  public void follow(Order order) {
    assignments.follow(order.orderId(), 1);
  }

  /// So many see all couriers.
  public void seenBy(int viewers) {
    assignments.seenBy(viewers);
  }

  /// Nobody follows anybody any more.
  public void unfollowed() {
    assignments.unfollowed();
  }

  /// How often an order with followers went from one courier to another.
  public int moves() {
    return assignments.moves();
  }

  /// A token for somebody of the staff.
  public String staff(int number) throws InterruptedException {
    return access.api().tokenOf(Actor.operator("fo-" + access.run() + "-" + number));
  }

  /// To be called once the couriers tell where they are.
  public void startShifts() throws InterruptedException {
    hands.all("shifts", couriers.size(), i -> shift(couriers.get(i), "start"));
  }

  /// Places orders and waits until each has a courier.
  public void placeOrders(int count) throws InterruptedException {
    List<Person> merchants = settling.merchants(Math.min(count, Settling.PLACES));
    List<Person> customers = settling.customers(count);
    List<Order> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Actor merchant = merchants.get(i % merchants.size()).actor();
      placed.add(new Order("f-" + access.run() + "-" + i, customers.get(i), merchant));
    }
    var board = access.streams().open(Actor.operator("board-" + access.run()), errands);
    board.subscribe("board");
    while (!board.isOpen()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    hands.all("orders", count, i -> place(placed.get(i)));
    awaitCarried(count);
    orders = placed.stream().filter(o -> assignments.isCarried(o.orderId())).toList();
    if (orders.isEmpty()) {
      throw new IllegalStateException("No order was carried: " + access.incidents().list());
    }
  }

  /// Cancels the orders and ends the shifts, so that the engine is as free as before.
  @Override
  public void close() {
    try {
      hands.all("orders off", orders.size(), i -> cancel(orders.get(i)));
      hands.all("shifts ended", couriers.size(), i -> shift(couriers.get(i), "end"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    access.incidents().list().forEach(incident -> progress.accept("unexpected: " + incident));
    hands.close();
  }

  private void place(Order order) throws InterruptedException {
    errands.expect(order.orderId(), order.merchant());
    access.requirePost(
        CallKind.PLACE_ORDER,
        order.customer().actor(),
        "/v1/orders",
        Map.of(
            "orderId", order.orderId(),
            "merchantId", order.merchant().subject(),
            "basket",
                List.of(
                    Map.of(
                        "productId", Settling.PRODUCT, "quantity", 1, "unitPrice", Settling.PRICE)),
            "recipient", Map.of("name", "Somebody", "phone", "+37790000000"),
            "dropoff", Map.of("point", order.customer().place(), "text", "a door", "note", ""),
            "payment", Map.of("method", "cash", "token", "")));
  }

  private void awaitCarried(int count) throws InterruptedException {
    int least = count;
    long lastNews = 0;
    for (long waited = 1; errands.waiting() > 0 && waited - lastNews < PATIENCE_SECONDS; waited++) {
      TimeUnit.SECONDS.sleep(1);
      if (errands.waiting() < least) {
        least = errands.waiting();
        lastNews = waited;
      }
      if (waited % LOOKS_EVERY_SECONDS == 0) {
        progress.accept("carried: " + (count - errands.waiting()) + " of " + count);
        errands.lookAgain();
      }
    }
    progress.accept("carried: " + (count - errands.waiting()) + " of " + count);
  }

  private void cancel(Order order) throws InterruptedException {
    var _ =
        access.post(
            CallKind.CUSTOMER_ACTION,
            order.customer().actor(),
            "/v1/orders/" + order.orderId() + "/cancel",
            Map.of("reason", "the measurement is over"));
  }

  private void shift(Person courier, String verb) throws InterruptedException {
    var _ =
        access.post(
            CallKind.COURIER_ACTION,
            courier.actor(),
            "/v1/couriers/" + courier.id() + "/shift/" + verb,
            Map.of());
  }
}
