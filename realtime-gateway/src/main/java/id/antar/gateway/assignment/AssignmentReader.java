package id.antar.gateway.assignment;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.assignment.AssignmentView.ListOpenAssignments;
import id.antar.api.assignment.AssignmentView.StopView;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderView;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads assignments together with the places of their orders. A courier who no longer carries them
/// no longer sees where they went.
final class AssignmentReader {

  private static final int READ_AT_ONCE = 8;

  private final Engine engine;

  AssignmentReader(Engine engine) {
    this.engine = engine;
  }

  Mono<AssignmentAnswer> get(AssignmentId id, Caller caller) {
    return engine
        .await(new GetAssignment(id))
        .filter(view -> seesAll(caller) || caller.is(view.courierId()))
        .flatMap(view -> withPlaces(view, caller))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("assignment", id).asException()));
  }

  Mono<AssignmentAnswer.Assignments> open(CourierId courier, Caller caller) {
    return engine
        .ask(new ListOpenAssignments(courier))
        .flatMapIterable(AssignmentView.OpenAssignments::assignments)
        .concatMap(view -> withPlaces(view, caller))
        .collectList()
        .map(AssignmentAnswer.Assignments::new);
  }

  private Mono<AssignmentAnswer> withPlaces(AssignmentView view, Caller caller) {
    return seesAll(caller) || isOpen(view)
        ? orders(view)
            .map(orders ->
                AssignmentAnswer.of(view, orders, stop -> seesAll(caller) || isAhead(stop)))
        : Mono.just(AssignmentAnswer.of(view, Map.of(), _ -> false));
  }

  private Mono<Map<OrderId, OrderView>> orders(AssignmentView view) {
    return Flux.fromStream(() -> view.stops().stream().map(stop -> stop.stop().orderId()))
        .distinct()
        .flatMap(id -> engine.ask(new GetOrder(id)), READ_AT_ONCE)
        .collectMap(OrderView::orderId);
  }

  private static boolean seesAll(Caller caller) {
    return caller.may(Permission.ASSIGNMENTS_READ_ANY);
  }

  /// A merchant's place is no secret; a customer's door is one again once the stop is behind.
  private static boolean isAhead(StopView stop) {
    return switch (stop.stop().kind()) {
      case PICKUP, RETURN -> true;
      case DROPOFF -> stop.doneAt() == null && !stop.withdrawn();
    };
  }

  private static boolean isOpen(AssignmentView view) {
    return switch (view.state()) {
      case OFFERED, ACCEPTED -> true;
      case DECLINED, EXPIRED, WITHDRAWN, ENDED -> false;
    };
  }
}
