package id.antar.gateway.stream;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.stream.fact.OrderNow;
import id.antar.gateway.stream.fact.OrderTracks;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.LastPositions;
import id.antar.gateway.stream.place.PositionFrames;
import id.antar.gateway.stream.place.Sighting;
import java.util.List;
import java.util.function.Consumer;

/// Brings positions and ETAs from the position bus to those who follow the orders concerned, while
/// these are being carried.
final class LiveFeed implements Consumer<LiveUpdate> {

  private static final long NOT_MEASURED = 0;

  private final StreamHub hub;
  private final OrderTracks tracks;
  private final Frames frames;
  private final LastPositions last;
  private final PositionFrames positions;

  LiveFeed(
      StreamHub hub,
      OrderTracks tracks,
      Frames frames,
      LastPositions last,
      PositionFrames positions) {
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
    this.last = last;
    this.positions = positions;
  }

  @Override
  public void accept(LiveUpdate update) {
    switch (update) {
      case CourierPosition position -> publish(position);
      case OrderEta eta -> publish(eta);
    }
  }

  /// To be called every second, by one timer: followers are told once of whom nothing is heard.
  void tellSilent() {
    last.markSilent().forEach(courier -> publish(courier, NOT_MEASURED));
  }

  /// Where the order's courier was last, for one who begins to follow it. Under the order's lock.
  void tellLast(Connection connection, Topic topic, OrderNow now) {
    CourierId courier = now.courierId();
    if (courier != null) {
      last.find(courier)
          .ifPresent(sighting ->
              connection.send(positions.position(topic, now.orderId(), sighting, NOT_MEASURED)));
    }
  }

  private void publish(CourierPosition position) {
    if (last.hear(position)) {
      publish(position.courierId(), position.receivedNanos());
    }
  }

  /// Always the last one there is, so that an older one never follows it.
  private void publish(CourierId courier, long receivedNanos) {
    for (OrderTracks.Track track : tracks.carriedBy(courier)) {
      track.read(now -> {
        if (now.isCarriedBy(courier)) {
          last.find(courier).ifPresent(sighting -> publish(sighting, now.orderId(), receivedNanos));
        }
      });
    }
  }

  private void publish(Sighting sighting, OrderId order, long receivedNanos) {
    for (Topic topic : List.of(new Topic.OfOrder(order), new Topic.OfRecipient(order))) {
      hub.publish(topic, to -> positions.position(to, order, sighting, receivedNanos));
    }
  }

  private void publish(OrderEta eta) {
    var topic = new Topic.OfOrder(eta.orderId());
    var recipients = new Topic.OfRecipient(eta.orderId());
    if (!hub.hasListeners(topic) && !hub.hasListeners(recipients)) {
      return;
    }
    tracks
        .get(eta.orderId())
        .read(now -> {
          if (now.isCarriedBy(eta.courierId())) {
            hub.publish(topic, to -> frames.eta(to, eta));
            hub.publish(recipients, to -> frames.eta(to, eta));
          }
        });
  }
}
