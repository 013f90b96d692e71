package id.antar.gateway.stream.place;

import id.antar.api.order.OrderId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.Map;

/// Makes the frames that tell where couriers are. Each is encoded when somebody first wants it,
/// with the ages of the moment at which it was made.
public final class PositionFrames {

  private final PositionJson json;
  private final EngineClock clock;

  public PositionFrames(WireJson json, EngineClock clock) {
    this.json = new PositionJson(json);
    this.clock = clock;
  }

  /// Of an order's courier, for those who follow the order by this topic.
  ///
  /// @param receivedNanos as of [Frame#momentary]
  public Frame position(Topic topic, OrderId order, Sighting sighting, long receivedNanos) {
    Instant now = clock.instant();
    String name = topic.isForRecipient() ? "" : sighting.courierId().value();
    return Frame.momentary(
            "position", () -> json.position(topic, sighting, now), topic, receivedNanos)
        .withBinary(() -> PositionBinary.position(order, name, sighting, now));
  }

  Frame positions(PositionsTold told) {
    return Frame.momentary("positions", () -> json.positions(told), told.topic(), 0)
        .withBinary(() -> PositionBinary.positions(told));
  }

  /// @param couriers how many there are in each cell
  Frame density(Topic.OfViewport topic, int resolution, Instant at, Map<Long, Integer> couriers) {
    return Frame.momentary(
        "density", () -> json.density(topic, resolution, at, couriers), topic, 0);
  }
}
