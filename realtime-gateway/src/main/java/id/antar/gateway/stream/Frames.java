package id.antar.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Topic;
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

  private record PlainBody(String type) {}

  /// Of a topic without facts, and so without a cursor.
  Frame subscribed(Topic topic) {
    return lasting("subscribed", new TopicBody("subscribed", topic.toString()));
  }

  Frame unsubscribed(Topic topic) {
    return lasting("unsubscribed", new TopicBody("unsubscribed", topic.toString()));
  }

  Frame eta(Topic topic, OrderEta eta) {
    var body =
        new EtaBody("eta", topic.toString(), eta.orderId(), eta.pickupEta(), eta.dropoffEta());
    return Frame.momentary("eta", () -> json.write(body), topic, 0);
  }

  Frame problem(Problem problem, @Nullable String topic) {
    var errors = problem.errors().isEmpty() ? null : problem.errors();
    var body = new ProblemBody("problem", problem.code(), problem.detail(), topic, errors);
    return lasting("problem", body);
  }

  Frame pong() {
    return Frame.momentary("pong", () -> json.write(new PlainBody("pong")), EVERYWHERE, 0);
  }

  private Frame lasting(String type, Object body) {
    return Frame.lasting(type, json.write(body), null);
  }
}
