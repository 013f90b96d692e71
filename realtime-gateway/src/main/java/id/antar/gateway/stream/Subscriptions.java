package id.antar.gateway.stream;

import id.antar.api.account.Permission;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.order.OrderAccess;
import id.antar.gateway.stream.fact.Join;
import id.antar.gateway.stream.fact.Joins;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Topic;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Who may listen to what, and how one begins to.
final class Subscriptions {

  private final OrderAccess orders;
  private final Joins joins;
  private final Watching watching;

  Subscriptions(OrderAccess orders, Joins joins, Watching watching) {
    this.orders = orders;
    this.joins = joins;
    this.watching = watching;
  }

  /// Completes once the connection listens; what the caller may not hear is an error.
  Mono<Void> subscribe(Connection connection, Caller caller, Topic topic, @Nullable String resume) {
    return switch (topic) {
      case Topic.OfZone zone ->
          allow(caller, zone).then(Mono.fromRunnable(() -> watching.begin(connection, zone)));
      case Topic.OfViewport viewport ->
          allow(caller, viewport)
              .then(Mono.fromRunnable(() -> watching.begin(connection, viewport)));
      case Topic.OfOneOrder _,
          Topic.OfMerchant _,
          Topic.OfCourier _,
          Topic.Board _,
          Topic.Alerts _,
          Topic.OfCell _ ->
          admit(connection, caller, topic, resume).flatMap(Join::run);
    };
  }

  /// What the caller may hear of facts, to be run.
  Mono<Join> admit(Connection connection, Caller caller, Topic topic, @Nullable String resume) {
    return joins.prepare(
        connection, toldTo(caller.hasAccount(), topic), allow(caller, topic), resume);
  }

  void unsubscribe(Connection connection, Caller caller, Topic topic) {
    switch (topic) {
      case Topic.OfZone zone -> watching.end(connection, zone);
      case Topic.OfViewport viewport -> watching.end(connection, viewport);
      case Topic.OfOneOrder _,
          Topic.OfMerchant _,
          Topic.OfCourier _,
          Topic.Board _,
          Topic.Alerts _,
          Topic.OfCell _ ->
          joins.leave(connection, toldTo(caller.hasAccount(), topic));
    }
  }

  /// Who waits at the door hears less of the order than those who have an account.
  private static Topic toldTo(boolean hasAccount, Topic topic) {
    return !hasAccount && topic instanceof Topic.OfOrder(var id)
        ? new Topic.OfRecipient(id)
        : topic;
  }

  /// An error if the topic is not for the caller.
  Mono<Void> allow(Caller caller, Topic topic) {
    return switch (topic) {
      case Topic.OfOneOrder order ->
          allow(topic, caller.may(Permission.TRACKING_READ))
              .then(orders.get(order.orderId(), caller))
              .then();
      case Topic.OfMerchant(var id) ->
          allow(
              topic,
              caller.may(Permission.ORDERS_READ_ANY)
                  || (caller.may(Permission.ORDERS_READ) && caller.is(id)));
      case Topic.OfCourier(var id) ->
          allow(
              topic,
              caller.may(Permission.ASSIGNMENTS_READ_ANY)
                  || (caller.may(Permission.ASSIGNMENTS_READ) && caller.is(id)));
      case Topic.Board _ -> allow(topic, caller.may(Permission.BOARD_FOLLOW));
      case Topic.Alerts _ -> allow(topic, caller.may(Permission.ALERTS_FOLLOW));
      case Topic.OfZone(var id) ->
          allow(topic, caller.may(Permission.COURIERS_WATCH) && caller.scope().reaches(id));
      case Topic.OfViewport _ -> allow(topic, caller.may(Permission.COURIERS_WATCH));
      case Topic.OfCell _ -> allow(topic, false);
    };
  }

  private static Mono<Void> allow(Topic topic, boolean allowed) {
    return allowed
        ? Mono.empty()
        : Mono.error(Problem.forbidden("The topic " + topic + " is not for you.").asException());
  }
}
