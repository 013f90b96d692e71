package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.CallKind;
import id.antar.load.client.Frame;
import id.antar.load.client.Request;
import id.antar.load.client.StreamClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What merchants and couriers do until each order has a courier who stands at its kitchen, from
/// where nobody takes the order away, and waits for long: else the next order would rather wait for
/// this courier than have another come. One operator's stream of the board tells when it is time.
final class Errands implements StreamClient.Listener {

  /// Not to a whole second: such ready times are those of the measurement.
  private static final Duration DELAY = Duration.ofMinutes(150);

  private final Access access;
  private final Hands hands;
  private final Assignments assignments;
  private final Map<String, Actor> couriers = new ConcurrentHashMap<>();
  private final Map<String, Actor> merchants = new ConcurrentHashMap<>();
  private final Set<String> unconfirmed = ConcurrentHashMap.newKeySet();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  Errands(Access access, Hands hands, Assignments assignments, List<Person> couriers) {
    this.access = access;
    this.hands = hands;
    this.assignments = assignments;
    couriers.forEach(courier -> this.couriers.put(courier.id(), courier.actor()));
  }

  /// It is about to be placed.
  void expect(String orderId, Actor merchant) {
    merchants.put(orderId, merchant);
    unconfirmed.add(orderId);
    waiting.add(orderId);
  }

  /// How many have no courier at their kitchen yet.
  int waiting() {
    return waiting.size();
  }

  @Override
  public void onFrame(Frame frame) {
    String orderId = frame.orderId();
    if (frame.is("order") && orderId != null && merchants.containsKey(orderId)) {
      order(frame, orderId);
    } else if (frame.is("assignment") && frame.tells("AssignmentOffered")) {
      String courierId = Objects.requireNonNullElse(frame.courierId(), "");
      List<String> orders = Objects.requireNonNullElse(frame.orderIds(), List.of());
      offered(Objects.requireNonNullElse(frame.assignmentId(), ""), courierId, orders);
    }
  }

  /// What the stream may have missed.
  void lookAgain() {
    unconfirmed.forEach(orderId -> hands.begin("confirm", () -> confirm(orderId)));
    if (unconfirmed.size() < waiting.size()) {
      couriers.values().stream()
          .filter(courier -> !busy.contains(courier.subject()))
          .forEach(courier -> hands.begin("offers", () -> lookForOffers(courier)));
    }
  }

  private void order(Frame frame, String orderId) {
    String courierId = frame.courierId();
    if (frame.tells("OrderSubmitted")) {
      hands.begin("confirm", () -> confirm(orderId));
    } else if (frame.tells("CourierAssigned") && courierId != null) {
      assignments.assigned(orderId, courierId);
    } else if (frame.tells("CourierUnassigned") || frame.tells("OrderCancelled")) {
      assignments.unassigned(orderId);
    }
  }

  private void offered(String assignmentId, String courierId, List<String> orders) {
    Actor courier = couriers.get(courierId);
    if (courier != null) {
      hands.begin("offer", () -> answer(assignmentId, courier, orders));
    }
  }

  private void confirm(String orderId) throws InterruptedException {
    Actor merchant = merchants.get(orderId);
    if (merchant != null && unconfirmed.contains(orderId)) {
      Answer answer =
          access.post(
              CallKind.MERCHANT_ACTION,
              merchant,
              "/v1/orders/" + orderId + "/confirm",
              Map.of("readyAt", access.now()));
      if (answer.ok()) {
        unconfirmed.remove(orderId);
      }
    }
  }

  private void answer(String assignmentId, Actor courier, List<String> orders)
      throws InterruptedException {
    String path = "/v1/assignments/" + assignmentId;
    if (!merchants.keySet().containsAll(orders)) {
      var _ =
          access.post(
              CallKind.COURIER_ACTION, courier, path + "/decline", Map.of("reason", "not mine"));
    } else if (access.post(CallKind.COURIER_ACTION, courier, path + "/accept", Map.of()).ok()) {
      busy.add(courier.subject());
      for (String orderId : orders) {
        access.requirePost(
            CallKind.COURIER_ACTION,
            courier,
            path + "/orders/" + orderId + "/arrive-pickup",
            Map.of());
        assignments.assigned(orderId, courier.subject());
        delay(orderId);
        waiting.remove(orderId);
      }
    }
  }

  private void delay(String orderId) throws InterruptedException {
    access.requirePost(
        CallKind.MERCHANT_ACTION,
        Objects.requireNonNull(merchants.get(orderId)),
        "/v1/orders/" + orderId + "/ready-time",
        Map.of(
            "readyAt", access.now().plus(DELAY).truncatedTo(ChronoUnit.SECONDS).plusMillis(500)));
  }

  private void lookForOffers(Actor courier) throws InterruptedException {
    var request =
        Request.get(CallKind.LIST, courier, "/v1/couriers/" + courier.subject() + "/assignments");
    Answer answer = access.api().call(request);
    if (answer.ok()) {
      for (AssignmentView open : answer.as(AssignmentView.Open.class).assignments()) {
        if (open.isOffered()) {
          answer(open.assignmentId(), courier, orders(open));
        }
      }
    }
  }

  private static List<String> orders(AssignmentView open) {
    return open.stops().stream().map(StopView::orderId).distinct().toList();
  }
}
