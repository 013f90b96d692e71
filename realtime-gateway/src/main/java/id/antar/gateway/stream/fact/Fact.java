package id.antar.gateway.stream.fact;

import id.antar.api.alert.AlertEvent;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.chat.ChatEvent;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentEvent;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An event as it is told to those who follow.
sealed interface Fact {

  /// Its place in the event store.
  long index();

  Instant occurredAt();

  Instant recordedAt();

  /// Where it is told, each once.
  List<Topic> topics();

  /// @param before the order as it was
  /// @param now the order after it
  record OfOrder(long index, OrderEvent event, OrderNow before, OrderNow now, Instant recordedAt)
      implements Fact {

    @Override
    public Instant occurredAt() {
      return event.occurredAt();
    }

    @Override
    public List<Topic> topics() {
      var topics = new ArrayList<Topic>(5);
      topics.add(new Topic.OfOrder(event.orderId()));
      if (OrderTold.concernsRecipient(event)) {
        topics.add(new Topic.OfRecipient(event.orderId()));
      }
      if (now.merchantId() != null) {
        topics.add(new Topic.OfMerchant(now.merchantId()));
      }
      topics.add(Topic.BOARD);
      Alert.of(this).ifPresent(_ -> topics.add(Topic.ALERTS));
      return topics;
    }

    /// Whether a courier hears of it: from being given the order to parting from it.
    boolean concerns(CourierId courier) {
      return before.isCarriedBy(courier) || now.isCarriedBy(courier);
    }
  }

  /// Told where the facts of its order are, to those who may hear it; not on the board, and not to
  /// who waits at the door.
  record OfChat(long index, ChatEvent event, Instant recordedAt) implements Fact {

    @Override
    public Instant occurredAt() {
      return event.occurredAt();
    }

    @Override
    public List<Topic> topics() {
      return List.of(new Topic.OfOrder(event.orderId()), new Topic.OfMerchant(event.merchantId()));
    }

    /// Whether a courier hears of it: who carries the order at that moment.
    boolean concerns(CourierId courier) {
      return courier.equals(event.courierId());
    }
  }

  record OfAssignment(long index, AssignmentEvent event, Instant recordedAt) implements Fact {

    @Override
    public Instant occurredAt() {
      return event.occurredAt();
    }

    @Override
    public List<Topic> topics() {
      var topics = new ArrayList<Topic>(3);
      topics.add(new Topic.OfCourier(event.courierId()));
      topics.add(Topic.BOARD);
      Alert.of(this).ifPresent(_ -> topics.add(Topic.ALERTS));
      return topics;
    }
  }

  /// How an alert stands.
  record OfAlert(long index, AlertEvent event, Instant recordedAt) implements Fact {

    @Override
    public Instant occurredAt() {
      return event.occurredAt();
    }

    @Override
    public List<Topic> topics() {
      return List.of(Topic.ALERTS);
    }
  }

  /// Told to staff alone, if it wants an eye.
  record OfPayment(long index, PaymentEvent event, Instant recordedAt) implements Fact {

    @Override
    public Instant occurredAt() {
      return event.occurredAt();
    }

    @Override
    public List<Topic> topics() {
      return Alert.of(this).isPresent() ? List.of(Topic.ALERTS) : List.of();
    }
  }
}
