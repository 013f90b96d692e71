package id.antar.load.town.report;

import id.antar.load.client.Actor;
import id.antar.load.client.Answer;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.town.life.OrderBook;
import id.antar.load.town.life.Stage;
import id.antar.load.town.life.TrackedOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks the engine, at the end, what became of every order: of each one that it acknowledged, and
/// of each one that it lists, so that none is lost and none is made up.
public final class Audit {

  private static final int PATIENCE_TRIES = 20;
  private static final long PATIENCE_MILLIS = 250;

  private final Api api;
  private final Actor auditor;
  private final OrderBook book;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> unaccounted = new ArrayList<>();

  public Audit(Api api, Actor auditor, OrderBook book) {
    this.api = api;
    this.auditor = auditor;
    this.book = book;
  }

  public void carryOut(List<String> merchantIds) throws InterruptedException {
    for (TrackedOrder order : book.list()) {
      Outcome outcome = outcome(order);
      outcomes.add(outcome);
      if (outcome.kind() == Outcome.Kind.UNKNOWN) {
        unaccounted.add("order " + order.orderId() + " was acknowledged, and is unknown now");
      }
    }
    Set<String> listed = new HashSet<>();
    for (String merchantId : merchantIds) {
      listOrders(merchantId, listed);
    }
    compare(listed);
  }

  /// What became of each order.
  List<Outcome> outcomes() {
    return outcomes;
  }

  List<String> unaccounted() {
    return unaccounted;
  }

  private void compare(Set<String> listed) {
    Set<String> acknowledged = new HashSet<>();
    book.list().forEach(order -> acknowledged.add(order.orderId()));
    for (String orderId : listed) {
      if (!acknowledged.contains(orderId)) {
        unaccounted.add("order " + orderId + " is listed, and nobody placed it");
      }
    }
    for (String orderId : acknowledged) {
      if (!listed.contains(orderId)) {
        unaccounted.add("order " + orderId + " is not on its merchant's list");
      }
    }
  }

  private Outcome outcome(TrackedOrder tracked) throws InterruptedException {
    Optional<OrderView> view = readAtItsEnd(tracked);
    if (view.isEmpty()) {
      return new Outcome(tracked.orderId(), Outcome.Kind.UNKNOWN, "", null);
    }
    OrderView order = view.get();
    Stage stage = Stage.find(order.stage()).orElse(Stage.PLACED);
    return switch (stage) {
      case DELIVERED -> new Outcome(order.orderId(), Outcome.Kind.DELIVERED, "", order);
      case CANCELLED ->
          new Outcome(order.orderId(), Outcome.Kind.CANCELLED, whoCancelled(order), order);
      case RETURNED ->
          new Outcome(order.orderId(), Outcome.Kind.NOT_DELIVERED, whyNot(order), order);
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY, PICKED_UP, DELIVERY_FAILED ->
          new Outcome(order.orderId(), Outcome.Kind.OPEN, whyNot(order), order);
    };
  }

  /// The views may trail what the stream has told.
  private Optional<OrderView> readAtItsEnd(TrackedOrder tracked) throws InterruptedException {
    Optional<OrderView> view = Optional.empty();
    for (int i = 0; i < PATIENCE_TRIES; i++) {
      Answer answer =
          api.call(Request.get(CallKind.READ_ORDER, auditor, "/v1/orders/" + tracked.orderId()));
      view = answer.ok() ? Optional.of(answer.as(OrderView.class)) : Optional.empty();
      boolean isAsExpected = view.isPresent() && view.get().stage().equals(tracked.stage().word());
      if (isAsExpected) {
        return view;
      }
      TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
    }
    return view;
  }

  private String whoCancelled(OrderView order) throws InterruptedException {
    String reason = order.endReason() == null ? "no reason given" : order.endReason();
    String path = "/v1/orders/" + order.orderId() + "/timeline";
    Answer answer = api.call(Request.get(CallKind.READ_ORDER, auditor, path));
    if (!answer.ok()) {
      return reason;
    }
    return answer.as(OrderView.Timeline.class).entries().stream()
        .filter(entry -> entry.event().equals("OrderCancelled"))
        .map(entry -> role(entry.actor()) + ": " + reason)
        .findFirst()
        .orElse(reason);
  }

  private static String role(@Nullable String actor) {
    return actor == null ? "unknown" : actor.replaceAll(":.*", "");
  }

  private static String whyNot(OrderView order) {
    String stage = order.stage().replace('_', ' ');
    return order.endReason() == null ? stage : stage + ": " + order.endReason();
  }

  private void listOrders(String merchantId, Set<String> listed) throws InterruptedException {
    String cursor = null;
    do {
      String path = "/v1/orders?limit=100&merchantId=" + merchantId;
      if (cursor != null) {
        path += "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      }
      OrderView.Page page =
          api.require(Request.get(CallKind.LIST, auditor, path)).as(OrderView.Page.class);
      page.orders().forEach(order -> listed.add(order.orderId()));
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
