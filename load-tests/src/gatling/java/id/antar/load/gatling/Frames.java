package id.antar.load.gatling;

import id.antar.load.client.Frame;
import id.antar.load.client.Json;
import io.gatling.http.action.sse.SseInboundMessage;
import io.gatling.http.action.ws.WsInboundMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What came over a stream since one last looked, each with the millisecond of its arrival.
final class Frames {

  private Frames() {}

  record Heard(Frame frame, long atMillis) {}

  static List<Heard> ofWebSocket(List<WsInboundMessage> messages) {
    List<Heard> heard = new ArrayList<>();
    for (WsInboundMessage message : messages) {
      if (message instanceof WsInboundMessage.Text text) {
        heard.add(new Heard(Json.read(text.message(), Frame.class), text.timestamp()));
      }
    }
    return heard;
  }

  /// Gatling hands an event over as JSON, in whose `data` is ours.
  static List<Heard> ofEvents(List<SseInboundMessage> messages) {
    List<Heard> heard = new ArrayList<>();
    for (SseInboundMessage message : messages) {
      JsonNode data = Json.MAPPER.readTree(message.message()).path("data");
      if (data.isObject()) {
        heard.add(new Heard(Json.MAPPER.treeToValue(data, Frame.class), message.timestamp()));
      }
    }
    return heard;
  }
}
