package id.antar.gateway.stream.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.alert.AlertEnd;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.MessageId;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.Side;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes the facts, and what else has a cursor.
final class FactFrames {

  private final WireJson json;

  FactFrames(WireJson json) {
    this.json = json;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record OrderBody(
      String type,
      String topic,
      String cursor,
      String event,
      OrderId orderId,
      @Nullable OrderStatus status,
      @Nullable OrderStage stage,
      @Nullable Instant occurredAt,
      @Nullable Instant recordedAt,
      @Nullable Instant readyAt,
      @Nullable CourierId courierId,
      @Nullable AssignmentId assignmentId,
      @Nullable GeoPoint handover,
      @Nullable CourierId pinnedTo,
      @Nullable String reason) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record AssignmentBody(
      String type,
      String topic,
      String cursor,
      String event,
      AssignmentId assignmentId,
      CourierId courierId,
      List<OrderId> orderIds,
      @Nullable Instant expiresAt,
      @Nullable List<Stop> stops,
      @Nullable AbandonCause cause,
      @Nullable GeoPoint handover,
      @Nullable String reason,
      Instant occurredAt,
      Instant recordedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record AlertBody(
      String type,
      String topic,
      String cursor,
      Alert.Kind alert,
      @Nullable OrderId orderId,
      @Nullable AssignmentId assignmentId,
      @Nullable CourierId courierId,
      @Nullable String detail,
      Instant occurredAt,
      Instant recordedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record StandingBody(
      String type,
      String topic,
      String cursor,
      String event,
      AlertId alertId,
      @Nullable AlertKind kind,
      @Nullable String subject,
      @Nullable Double value,
      @Nullable Double threshold,
      @Nullable String by,
      @Nullable String note,
      @Nullable AlertEnd because,
      Instant occurredAt,
      Instant recordedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ChatBody(
      String type,
      String topic,
      String cursor,
      String event,
      OrderId orderId,
      @Nullable Side author,
      @Nullable MessageId messageId,
      @Nullable Integer number,
      @Nullable String text,
      @Nullable Side reader,
      @Nullable Integer upTo,
      Instant occurredAt,
      Instant recordedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record TopicBody(String type, String topic, @Nullable String cursor) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record HeartbeatBody(String type, Instant now, @Nullable String cursor) {}

  /// A fact as a topic tells it. The board and the alerts have no other readers than staff.
  Frame fact(Topic topic, Fact fact, Cursor cursor) {
    return switch (fact) {
      case Fact.OfOrder order ->
          topic.equals(Topic.ALERTS) ? alert(fact, cursor) : order(topic, order, cursor);
      case Fact.OfAssignment assignment ->
          topic.equals(Topic.ALERTS) ? alert(fact, cursor) : assignment(topic, assignment, cursor);
      case Fact.OfPayment _ -> alert(fact, cursor);
      case Fact.OfAlert alert -> standing(alert, cursor);
      case Fact.OfChat chat -> chat(topic, chat, cursor);
    };
  }

  private Frame order(Topic topic, Fact.OfOrder fact, Cursor cursor) {
    OrderNow now = fact.now();
    var told =
        topic.isForRecipient()
            ? OrderTold.ofRecipient(fact.event(), now)
            : OrderTold.of(fact.event(), now, topic.equals(Topic.BOARD));
    return lasting(
        "order",
        cursor,
        new OrderBody(
            "order",
            topic.toString(),
            cursor.toString(),
            fact.event().getClass().getSimpleName(),
            now.orderId(),
            now.stage() == null ? null : now.stage().status(),
            now.stage(),
            fact.event().occurredAt(),
            fact.recordedAt(),
            told.readyAt(),
            told.courierId(),
            told.assignmentId(),
            told.handover(),
            told.pinnedTo(),
            told.reason()));
  }

  /// How an order stands when somebody begins to listen to it.
  Frame snapshot(Topic topic, OrderNow now, Cursor cursor) {
    return lasting(
        "order",
        cursor,
        new OrderBody(
            "order",
            topic.toString(),
            cursor.toString(),
            "Snapshot",
            now.orderId(),
            now.stage() == null ? null : now.stage().status(),
            now.stage(),
            null,
            null,
            null,
            topic.isForRecipient() ? null : now.courierId(),
            topic.isForRecipient() ? null : now.assignmentId(),
            null,
            null,
            null));
  }

  private Frame assignment(Topic topic, Fact.OfAssignment fact, Cursor cursor) {
    var event = fact.event();
    var told = AssignmentTold.of(event);
    return lasting(
        "assignment",
        cursor,
        new AssignmentBody(
            "assignment",
            topic.toString(),
            cursor.toString(),
            event.getClass().getSimpleName(),
            event.assignmentId(),
            event.courierId(),
            told.orderIds(),
            told.expiresAt(),
            told.stops(),
            told.cause(),
            told.handover(),
            told.reason(),
            event.occurredAt(),
            fact.recordedAt()));
  }

  private Frame chat(Topic topic, Fact.OfChat fact, Cursor cursor) {
    ChatEvent event = fact.event();
    var sent = event instanceof MessageSent it ? it : null;
    var read = event instanceof MessageRead it ? it : null;
    return lasting(
        "chat",
        cursor,
        new ChatBody(
            "chat",
            topic.toString(),
            cursor.toString(),
            event.getClass().getSimpleName(),
            event.orderId(),
            sent == null ? null : sent.author().side(),
            sent == null ? null : sent.messageId(),
            sent == null ? null : sent.number(),
            sent == null ? null : sent.text().value(),
            read == null ? null : read.reader().side(),
            read == null ? null : read.upTo(),
            event.occurredAt(),
            fact.recordedAt()));
  }

  private Frame alert(Fact fact, Cursor cursor) {
    Alert alert = Alert.of(fact).orElseThrow();
    return lasting(
        "alert",
        cursor,
        new AlertBody(
            "alert",
            Topic.ALERTS.toString(),
            cursor.toString(),
            alert.kind(),
            alert.orderId(),
            alert.assignmentId(),
            alert.courierId(),
            alert.detail(),
            fact.occurredAt(),
            fact.recordedAt()));
  }

  private Frame standing(Fact.OfAlert fact, Cursor cursor) {
    var told = AlertTold.of(fact.event());
    return lasting(
        "standing",
        cursor,
        new StandingBody(
            "standing",
            Topic.ALERTS.toString(),
            cursor.toString(),
            fact.event().getClass().getSimpleName(),
            fact.event().alertId(),
            told.kind(),
            told.subject(),
            told.value(),
            told.threshold(),
            told.by(),
            told.note(),
            told.because(),
            fact.occurredAt(),
            fact.recordedAt()));
  }

  Frame subscribed(Topic topic, Cursor cursor) {
    return lasting(
        "subscribed", cursor, new TopicBody("subscribed", topic.toString(), cursor.toString()));
  }

  Frame unsubscribed(Topic topic) {
    return lasting("unsubscribed", null, new TopicBody("unsubscribed", topic.toString(), null));
  }

  /// Facts wait behind one another and so does this: none that it does not count is sent before it.
  Frame heartbeat(Instant now, @Nullable Cursor cursor) {
    String text = cursor == null ? null : cursor.toString();
    return lasting("heartbeat", cursor, new HeartbeatBody("heartbeat", now, text));
  }

  private Frame lasting(String type, @Nullable Cursor cursor, Object body) {
    return Frame.lasting(type, json.write(body), cursor == null ? null : cursor.toString());
  }
}
