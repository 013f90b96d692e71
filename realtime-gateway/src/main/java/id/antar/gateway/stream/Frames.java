package id.antar.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Frame;
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
  private record PositionBody(
      String type,
      String topic,
      CourierId courierId,
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
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

  private record PlainBody(String type) {}

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
                position.occurredAt(),
                Math.max(0, age)));
    return Frame.momentary("position", body, topic, position.receivedNanos());
  }

  Frame eta(Topic topic, OrderEta eta) {
    var body =
        new EtaBody("eta", topic.toString(), eta.orderId(), eta.pickupEta(), eta.dropoffEta());
    return Frame.momentary("eta", json.write(body), topic, 0);
  }

  Frame problem(Problem problem, @Nullable String topic) {
    var errors = problem.errors().isEmpty() ? null : problem.errors();
    var body = new ProblemBody("problem", problem.code(), problem.detail(), topic, errors);
    return Frame.lasting("problem", json.write(body), null);
  }

  Frame pong() {
    return Frame.momentary("pong", json.write(new PlainBody("pong")), EVERYWHERE, 0);
  }
}
