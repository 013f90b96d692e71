package id.antar.gateway.stream;

import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.stream.fact.Joins;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.LiveMap;

/// How connections come to see where couriers are, and cease to. What is missed is not sent again:
/// who comes back sees how things stand.
final class Watching {

  private final StreamHub hub;
  private final LiveMap map;
  private final Frames frames;
  private final Joins joins;

  Watching(StreamHub hub, LiveMap map, Frames frames, Joins joins) {
    this.hub = hub;
    this.map = map;
    this.frames = frames;
    this.joins = joins;
  }

  void begin(Connection connection, Topic.OfZone zone) {
    if (!map.has(zone)) {
      throw Problem.of(404, "unknown-zone", "There is no zone " + zone.zoneId() + " here.")
          .asException();
    }
    joins.requireRoom(connection, zone);
    connection.send(frames.subscribed(zone));
    map.watch(connection, zone);
  }

  void begin(Connection connection, Topic.OfViewport viewport) {
    connection.send(frames.subscribed(viewport));
    map.watch(connection, viewport);
  }

  void end(Connection connection, Topic.OfZone zone) {
    hub.unsubscribe(connection, zone);
    connection.send(frames.unsubscribed(zone));
  }

  void end(Connection connection, Topic.OfViewport viewport) {
    map.leave(connection, viewport);
    connection.send(frames.unsubscribed(viewport));
  }
}
