package id.antar.gateway.stream;

import id.antar.api.order.OrderId;
import id.antar.api.order.OrderView;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.order.OrderAccess;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.OrderNow;
import id.antar.gateway.stream.hub.OrderTracks;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.LiveMap;
import reactor.core.publisher.Mono;

/// Who may listen to what, and how one begins to.
final class Subscriptions {

  private final StreamHub hub;
  private final OrderTracks tracks;
  private final Frames frames;
  private final OrderAccess orders;
  private final LiveFeed feed;
  private final LiveMap map;
  private final GatewayProperties.Stream limits;

  Subscriptions(
      StreamHub hub,
      OrderTracks tracks,
      Frames frames,
      OrderAccess orders,
      LiveFeed feed,
      LiveMap map,
      GatewayProperties.Stream limits) {
    this.hub = hub;
    this.tracks = tracks;
    this.frames = frames;
    this.orders = orders;
    this.feed = feed;
    this.map = map;
    this.limits = limits;
  }

  /// Completes once the connection listens; what the caller may not hear is an error.
  Mono<Void> subscribe(Connection connection, Caller caller, Topic topic) {
    boolean isWindow = topic instanceof Topic.OfViewport;
    if (!isWindow && hub.topicCount(connection) >= limits.maxTopics()) {
      return refused(
          Problem.of(
              429,
              "too-many-topics",
              "One connection has at most " + limits.maxTopics() + " topics."));
    }
    return switch (topic) {
      case Topic.OfOrder(OrderId id) when caller.hasAccount() ->
          follow(connection, caller, id, topic);
      case Topic.OfOrder(OrderId id) -> follow(connection, caller, id, new Topic.OfRecipient(id));
      case Topic.OfRecipient(OrderId id) -> follow(connection, caller, id, topic);
      case Topic.OfMerchant(var id) -> join(connection, topic, caller.isStaff() || caller.is(id));
      case Topic.OfCourier(var id) -> join(connection, topic, caller.isStaff() || caller.is(id));
      case Topic.Board _ -> join(connection, topic, caller.isStaff());
      case Topic.OfZone zone ->
          caller.isStaff() ? watch(connection, zone) : join(connection, topic, false);
      case Topic.OfViewport viewport ->
          caller.isStaff() ? watch(connection, viewport) : join(connection, topic, false);
      case Topic.OfCell _ -> join(connection, topic, false);
    };
  }

  void unsubscribe(Connection connection, Topic topic) {
    if (topic instanceof Topic.OfViewport viewport) {
      map.leave(connection, viewport);
    } else {
      hub.unsubscribe(connection, topic);
    }
    if (topic instanceof Topic.OfOrder(OrderId id)) {
      hub.unsubscribe(connection, new Topic.OfRecipient(id));
    }
    connection.send(frames.unsubscribed(topic));
  }

  private Mono<Void> follow(Connection connection, Caller caller, OrderId id, Topic topic) {
    return orders.get(id, caller).doOnNext(view -> join(connection, topic, view)).then();
  }

  private Mono<Void> join(Connection connection, Topic topic, boolean allowed) {
    if (!allowed) {
      return refused(Problem.forbidden("The topic " + topic + " is not for you."));
    }
    hub.subscribe(connection, topic);
    connection.send(frames.subscribed(topic));
    return Mono.empty();
  }

  /// Under the order's lock: facts before are in the snapshot, facts after are sent.
  private void join(Connection connection, Topic topic, OrderView view) {
    OrderTracks.Track track = tracks.get(view.orderId());
    track.fill(OrderNow.of(view));
    track.read(now -> {
      connection.send(frames.subscribed(topic));
      connection.send(frames.snapshot(topic, now));
      feed.tellLast(connection, topic, now);
      hub.subscribe(connection, topic);
    });
  }

  private Mono<Void> watch(Connection connection, Topic.OfZone zone) {
    if (!map.has(zone)) {
      return refused(
          Problem.of(404, "unknown-zone", "There is no zone " + zone.zoneId() + " here."));
    }
    connection.send(frames.subscribed(zone));
    map.watch(connection, zone);
    return Mono.empty();
  }

  private Mono<Void> watch(Connection connection, Topic.OfViewport viewport) {
    connection.send(frames.subscribed(viewport));
    map.watch(connection, viewport);
    return Mono.empty();
  }

  private static Mono<Void> refused(Problem problem) {
    return Mono.error(problem.asException());
  }
}
