package id.antar.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.OrderNow;
import id.antar.gateway.stream.hub.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes what goes to the clients of a stream.
final class Frames {

  private static final Topic EVERYWHERE = Topic.BOARD;

  private final WireJson json;

  Frames(WireJson json) {
    this.json = json;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record OrderBody(
      String type,
      String topic,
      long cursor,
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
      long cursor,
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
  private record PositionBody(
      String type,
      String topic,
      CourierId courierId,
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
      long sequence,
      Instant occurredAt,
      long ageMillis) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record EtaBody(
      String type,
      String topic,
      OrderId orderId,
      @Nullable Instant pickupEta,
      Instant dropoffEta) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ProblemBody(
      String type,
      String code,
      String detail,
      @Nullable String topic,
      @Nullable List<Problem.FieldError> errors) {}

  private record TopicBody(String type, String topic) {}

  private record HeartbeatBody(String type, Instant now) {}

  private record PlainBody(String type) {}

  /// A fact about an order. `now` is the order after it. The board has no other readers than staff.
  Frame order(Topic topic, OrderEvent event, OrderNow now, Instant recordedAt) {
    var told = OrderTold.of(event, now, topic.equals(Topic.BOARD));
    return lasting(
        "order",
        new OrderBody(
            "order",
            topic.toString(),
            now.cursor(),
            event.getClass().getSimpleName(),
            now.orderId(),
            now.stage() == null ? null : now.stage().status(),
            now.stage(),
            event.occurredAt(),
            recordedAt,
            told.readyAt(),
            told.courierId(),
            told.assignmentId(),
            told.handover(),
            told.pinnedTo(),
            told.reason()),
        now.cursor());
  }

  /// How an order stands when somebody begins to listen to it.
  Frame snapshot(Topic topic, OrderNow now) {
    return lasting(
        "order",
        new OrderBody(
            "order",
            topic.toString(),
            now.cursor(),
            "Snapshot",
            now.orderId(),
            now.stage() == null ? null : now.stage().status(),
            now.stage(),
            null,
            null,
            null,
            now.courierId(),
            now.assignmentId(),
            null,
            null,
            null),
        now.cursor());
  }

  Frame assignment(Topic topic, AssignmentEvent event, long cursor, Instant recordedAt) {
    var told = AssignmentTold.of(event);
    return lasting(
        "assignment",
        new AssignmentBody(
            "assignment",
            topic.toString(),
            cursor,
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
            recordedAt),
        cursor);
  }

  Frame position(Topic topic, CourierPosition position) {
    long age = Duration.between(position.occurredAt(), position.receivedAt()).toMillis();
    byte[] body =
        json.write(
            new PositionBody(
                "position",
                topic.toString(),
                position.courierId(),
                position.point().latitude(),
                position.point().longitude(),
                position.headingDegrees(),
                position.speedMetresPerSecond(),
                position.sequence(),
                position.occurredAt(),
                Math.max(0, age)));
    return Frame.momentary("position", body, topic, position.receivedNanos());
  }

  Frame eta(Topic topic, OrderEta eta) {
    var body =
        new EtaBody("eta", topic.toString(), eta.orderId(), eta.pickupEta(), eta.dropoffEta());
    return Frame.momentary("eta", json.write(body), topic, 0);
  }

  Frame subscribed(Topic topic) {
    return lasting("subscribed", new TopicBody("subscribed", topic.toString()), Frame.NO_CURSOR);
  }

  Frame unsubscribed(Topic topic) {
    return lasting(
        "unsubscribed", new TopicBody("unsubscribed", topic.toString()), Frame.NO_CURSOR);
  }

  Frame problem(Problem problem, @Nullable String topic) {
    var errors = problem.errors().isEmpty() ? null : problem.errors();
    var body = new ProblemBody("problem", problem.code(), problem.detail(), topic, errors);
    return lasting("problem", body, Frame.NO_CURSOR);
  }

  Frame pong() {
    return Frame.momentary("pong", json.write(new PlainBody("pong")), EVERYWHERE, 0);
  }

  Frame heartbeat(Instant now) {
    byte[] body = json.write(new HeartbeatBody("heartbeat", now));
    return Frame.momentary("heartbeat", body, EVERYWHERE, 0);
  }

  private Frame lasting(String type, Object body, long cursor) {
    return Frame.lasting(type, json.write(body), cursor);
  }
}
