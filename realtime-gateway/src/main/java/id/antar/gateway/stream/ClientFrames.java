package id.antar.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.JsonProblem;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.position.PositionReport;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Reads what clients send on a stream.
final class ClientFrames {

  /// A courier's fix as documented, which comes by the thousands and is read without a tree.
  private static final byte[] POSITION = "{\"type\":\"position\",".getBytes(UTF_8);

  private final WireJson json;
  private final ObjectReader position;

  ClientFrames(WireJson json) {
    this.json = json;
    this.position = json.mapper().readerFor(PositionBody.class);
  }

  sealed interface ClientFrame {
    record Subscribe(Topic topic, @Nullable String resume) implements ClientFrame {}

    record Unsubscribe(Topic topic) implements ClientFrame {}

    record Position(PositionReport report) implements ClientFrame {}

    record Ping() implements ClientFrame {}
  }

  private record SubscribeBody(String topic, @Nullable String resume) {}

  private record TopicBody(String topic) {}

  private record Nothing() {}

  private record PositionBody(
      String type,
      double latitude,
      double longitude,
      @Nullable Double heading,
      @Nullable Double speed,
      @Nullable Double accuracy,
      long sequence,
      Instant occurredAt) {

    PositionReport report() {
      return Valid.of(
          PositionReport.class,
          "",
          () ->
              new PositionReport(
                  latitude, longitude, heading, speed, accuracy, sequence, occurredAt));
    }
  }

  /// Throws the problem that a frame is if it cannot be understood.
  ClientFrame read(byte[] frame) {
    try {
      if (isPosition(frame)) {
        return new ClientFrame.Position(position.<PositionBody>readValue(frame).report());
      }
      JsonNode node = json.mapper().readTree(frame);
      if (!(node instanceof ObjectNode object)) {
        throw Problem.of(400, "unreadable-json", "A frame is a JSON object.").asException();
      }
      return read(object);
    } catch (JacksonException e) {
      throw JsonProblem.of(e).asException();
    }
  }

  private static boolean isPosition(byte[] frame) {
    return frame.length > POSITION.length
        && Arrays.equals(frame, 0, POSITION.length, POSITION, 0, POSITION.length);
  }

  private ClientFrame read(ObjectNode object) {
    JsonNode type = object.remove("type");
    return switch (type == null ? "" : type.asString("")) {
      case "subscribe" -> subscribe(object);
      case "unsubscribe" -> new ClientFrame.Unsubscribe(topic(as(object, TopicBody.class).topic()));
      case "position" -> new ClientFrame.Position(as(object, PositionReport.class));
      case "ping" -> ping(object);
      default -> throw unknownType().asException();
    };
  }

  private ClientFrame subscribe(ObjectNode object) {
    var body = as(object, SubscribeBody.class);
    return new ClientFrame.Subscribe(topic(body.topic()), body.resume());
  }

  private static Topic topic(String text) {
    return Topic.parse(text).orElseThrow(() -> unknownTopic(text).asException());
  }

  private ClientFrame ping(ObjectNode object) {
    var _ = as(object, Nothing.class);
    return new ClientFrame.Ping();
  }

  private <T> T as(ObjectNode object, Class<T> type) {
    return json.mapper().treeToValue(object, type);
  }

  private static Problem unknownType() {
    String message = "type is not one of subscribe, unsubscribe, position, ping.";
    return Problem.of(400, "unknown-frame", message).at("type", message);
  }

  private static Problem unknownTopic(String text) {
    boolean isWindow = text.startsWith("viewport:");
    String message =
        isWindow
            ? "topic ("
                + text
                + ") is not viewport:<south>,<west>,<north>,<east> in degrees, with"
                + " south below north and west below east."
            : "topic ("
                + text
                + ") is not order:<id>, merchant:<id>, courier:<id>, board, alerts,"
                + " zone:<id> or viewport:<south>,<west>,<north>,<east>.";
    return Problem.of(400, isWindow ? "invalid-viewport" : "unknown-topic", message)
        .at("topic", message);
  }
}
