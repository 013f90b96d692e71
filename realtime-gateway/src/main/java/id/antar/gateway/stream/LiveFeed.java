package id.antar.gateway.stream;

import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import id.antar.gateway.stream.fact.OrderTracks;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import java.util.function.Consumer;

/// Brings positions and ETAs from the position bus to those who follow the orders concerned, while
/// these are being carried.
final class LiveFeed implements Consumer<LiveUpdate> {

  private final StreamHub hub;
  private final OrderTracks tracks;
  private final Frames frames;

  LiveFeed(StreamHub hub, OrderTracks tracks, Frames frames) {
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
  }

  @Override
  public void accept(LiveUpdate update) {
    switch (update) {
      case CourierPosition position -> publish(position);
      case OrderEta eta -> publish(eta);
    }
  }

  private void publish(CourierPosition position) {
    for (OrderTracks.Track track : tracks.carriedBy(position.courierId())) {
      track.read(now -> {
        if (now.isCarriedBy(position.courierId())) {
          hub.publish(new Topic.OfOrder(now.orderId()), topic -> frames.position(topic, position));
        }
      });
    }
  }

  private void publish(OrderEta eta) {
    var topic = new Topic.OfOrder(eta.orderId());
    if (!hub.hasListeners(topic)) {
      return;
    }
    tracks
        .get(eta.orderId())
        .read(now -> {
          if (now.isCarriedBy(eta.courierId())) {
            hub.publish(topic, to -> frames.eta(to, eta));
          }
        });
  }
}
