package id.antar.gateway.stream;

import id.antar.api.order.OrderId;
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

  Subscriptions(OrderAccess orders, Joins joins) {
    this.orders = orders;
    this.joins = joins;
  }

  /// Completes once the connection listens; what the caller may not hear is an error.
  Mono<Void> subscribe(Connection connection, Caller caller, Topic topic, @Nullable String resume) {
    return admit(connection, caller, topic, resume).flatMap(Join::run);
  }

  /// What the caller may hear, to be run.
  Mono<Join> admit(Connection connection, Caller caller, Topic topic, @Nullable String resume) {
    return joins.prepare(connection, topic, allow(caller, topic), resume);
  }

  void unsubscribe(Connection connection, Topic topic) {
    joins.leave(connection, topic);
  }

  private Mono<Void> allow(Caller caller, Topic topic) {
    return switch (topic) {
      case Topic.OfOrder(OrderId id) -> orders.get(id, caller).then();
      case Topic.OfMerchant(var id) -> allow(topic, caller.isStaff() || caller.is(id));
      case Topic.OfCourier(var id) -> allow(topic, caller.isStaff() || caller.is(id));
      case Topic.Board _, Topic.Alerts _ -> allow(topic, caller.isStaff());
    };
  }

  private static Mono<Void> allow(Topic topic, boolean allowed) {
    return allowed
        ? Mono.empty()
        : Mono.error(Problem.forbidden("The topic " + topic + " is not for you.").asException());
  }
}
