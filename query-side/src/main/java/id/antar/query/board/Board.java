package id.antar.query.board;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.person.PersonEvent;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.person.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All that is not over, folded from the log. The one fold of the board that is live and of the
/// boards of the past; it knows no clock and no position. Events about what it does not know are
/// passed over. Not safe for several threads.
final class Board {

  /// To be raised whenever the same events make other contents, or are written otherwise: frames of
  /// another revision are made anew.
  static final int REVISION = 2;

  /// The (sealed) types of the events that it is made from.
  static final List<Class<?>> EVENTS =
      List.of(OrderEvent.class, AssignmentEvent.class, CourierEvent.class, PersonEvent.class);

  private final Map<OrderId, OpenOrder> orders = new HashMap<>();
  private final Map<AssignmentId, OpenTrip> trips = new HashMap<>();
  private final Map<CourierId, OnShift> couriers = new HashMap<>();

  /// All of it, each list by id.
  record Contents(List<OpenOrder> orders, List<OpenTrip> trips, List<OnShift> couriers) {
    Contents {
      orders = List.copyOf(orders);
      trips = List.copyOf(trips);
      couriers = List.copyOf(couriers);
    }
  }

  static Board of(Contents contents) {
    var board = new Board();
    contents.orders().forEach(order -> board.orders.put(order.placement().orderId(), order));
    contents.trips().forEach(trip -> board.trips.put(trip.assignmentId(), trip));
    contents.couriers().forEach(courier -> board.couriers.put(courier.courierId(), courier));
    return board;
  }

  Contents contents() {
    return new Contents(
        sorted(orders, OrderId::value),
        sorted(trips, AssignmentId::value),
        sorted(couriers, CourierId::value));
  }

  private static <K, V> List<V> sorted(Map<K, V> all, Function<K, String> key) {
    return all.entrySet().stream()
        .sorted(comparing(entry -> key.apply(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  Map<OrderStage, Long> stages() {
    return orders.values().stream().collect(groupingBy(it -> it.progress().stage(), counting()));
  }

  void apply(Object event) {
    switch (event) {
      case OrderEvent e -> apply(e);
      case AssignmentEvent e -> apply(e);
      case CourierEvent e ->
          put(couriers, e.courierId(), OnShift.evolve(couriers.get(e.courierId()), e));
      case PersonForgotten(PersonId person, _, _, _) ->
          orders.replaceAll((_, order) -> order.without(person));
      default -> {}
    }
  }

  private void apply(OrderEvent event) {
    OpenOrder next = OpenOrder.evolve(orders.get(event.orderId()), event);
    OpenTrip trip = event instanceof CourierAssigned e ? trips.get(e.assignmentId()) : null;
    put(orders, event.orderId(), next == null || trip == null ? next : next.promised(trip));
  }

  private void apply(AssignmentEvent event) {
    switch (event) {
      case OfferDeclined e -> e.orders().forEach(this::declined);
      case OfferExpired e -> e.orders().forEach(this::declined);
      default -> {}
    }
    AssignmentId id = event.assignmentId();
    OpenTrip next = OpenTrip.evolve(trips.get(id), event);
    boolean nobodysOffer = next != null && !next.accepted() && next.stops().isEmpty();
    put(trips, id, nobodysOffer ? null : next);
    if (event instanceof AssignmentAmended && next != null) {
      next.orders().forEach(it -> orders.computeIfPresent(it, (_, order) -> order.promised(next)));
    }
  }

  private void declined(OrderId orderId) {
    orders.computeIfPresent(orderId, (_, order) -> order.declined());
  }

  private static <K, V> void put(Map<K, V> all, K key, @Nullable V next) {
    if (next == null) {
      all.remove(key);
    } else {
      all.put(key, next);
    }
  }
}
