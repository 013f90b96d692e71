package id.antar.gateway.stream.fact;

import id.antar.api.alert.AlertEvent;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.chat.ChatEvent;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentEvent;
import id.antar.gateway.edge.memory.Latest;
import id.antar.gateway.stream.fact.StoredFacts.StoredFact;
import id.antar.gateway.stream.hub.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A topic's facts out of the event store, piece by piece, as they were told when they were new.
/// For one reader; its calls block.
final class FactHistory {

  private static final int SCANNED_AT_ONCE = 512;
  private static final int ORDERS_REMEMBERED = 10_000;

  private final StoredFacts store;
  private final OrderTracks tracks;
  private final Topic topic;
  private final OrderPast past;
  private final Map<OrderId, OrderNow> orders = new Latest<>(ORDERS_REMEMBERED);

  /// @param facts ascending
  /// @param heard what has been heard with them
  record Piece(List<Fact> facts, Cursor heard) {}

  FactHistory(StoredFacts store, OrderTracks tracks, Topic topic) {
    this.store = store;
    this.tracks = tracks;
    this.topic = topic;
    this.past = new OrderPast(store);
  }

  /// What was not heard at one cursor and was at the other, as far as it goes.
  Piece next(Cursor from, Cursor until, int most) {
    var found = new ArrayList<Fact>();
    List<? extends StoredFact<?>> stored = stored(from, until);
    for (StoredFact<?> event : stored) {
      if (from.isBefore(event.index()) && !until.isBefore(event.index())) {
        fact(event).filter(it -> it.topics().contains(topic)).ifPresent(found::add);
        if (found.size() == most) {
          return new Piece(found, from.with(until.upTo(event.index())));
        }
      }
    }
    boolean all = topic instanceof Topic.OfOneOrder || stored.size() < SCANNED_AT_ONCE;
    return new Piece(found, from.with(all ? until : until.upTo(stored.getLast().index())));
  }

  private List<? extends StoredFact<?>> stored(Cursor from, Cursor until) {
    return switch (topic) {
      case Topic.OfOrder(var id) ->
          Stream.concat(store.ofOrder(id).stream(), store.chatOf(id).stream())
              .sorted(Comparator.<StoredFact<?>>comparingLong(StoredFact::index))
              .toList();
      case Topic.OfRecipient(var id) -> store.ofOrder(id);
      case Topic.OfMerchant _,
          Topic.OfCourier _,
          Topic.Board _,
          Topic.Alerts _,
          Topic.OfZone _,
          Topic.OfViewport _,
          Topic.OfCell _ ->
          store.between(from.index(), until.index(), from.gaps(), SCANNED_AT_ONCE);
    };
  }

  private Optional<Fact> fact(StoredFact<?> stored) {
    return Optional.ofNullable(
        switch (stored.event()) {
          case OrderEvent event when mayTell(event) -> order(stored, event);
          case AssignmentEvent event ->
              new Fact.OfAssignment(stored.index(), event, stored.recordedAt());
          case PaymentEvent event -> new Fact.OfPayment(stored.index(), event, stored.recordedAt());
          case AlertEvent event -> new Fact.OfAlert(stored.index(), event, stored.recordedAt());
          case ChatEvent event -> new Fact.OfChat(stored.index(), event, stored.recordedAt());
          default -> null;
        });
  }

  /// Spares reading an order whose facts are told elsewhere.
  private boolean mayTell(OrderEvent event) {
    return switch (topic) {
      case Topic.OfOneOrder _, Topic.Board _ -> true;
      case Topic.OfMerchant(var merchant) -> !isKnownToBeOfAnother(event.orderId(), merchant);
      case Topic.OfCourier _, Topic.OfZone _, Topic.OfViewport _, Topic.OfCell _ -> false;
      case Topic.Alerts _ ->
          event instanceof OrderEvent.OrderStranded
              || event instanceof OrderEvent.DeliveryFailed
              || event instanceof OrderEvent.DeliveredThoughOff
              || event instanceof OrderEvent.OrderCancelled;
    };
  }

  private boolean isKnownToBeOfAnother(OrderId id, MerchantId merchant) {
    @Nullable MerchantId known = tracks.merchantOf(id);
    return known != null && !known.equals(merchant);
  }

  private Fact order(StoredFact<?> stored, OrderEvent event) {
    OrderId id = event.orderId();
    OrderNow before = orders.get(id);
    if (before == null) {
      before =
          event instanceof OrderEvent.OrderPlaced
              ? OrderNow.unknown(id)
              : past.before(id, stored.index());
    }
    OrderNow now = before.after(event);
    if (!topic.equals(Topic.ALERTS)) {
      orders.put(id, now);
    }
    return new Fact.OfOrder(stored.index(), event, before, now, stored.recordedAt());
  }
}
