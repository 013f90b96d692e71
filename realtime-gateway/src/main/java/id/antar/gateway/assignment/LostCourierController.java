package id.antar.gateway.assignment;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView;
import id.antar.api.assignment.AssignmentView.GetAssignment;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.identity.Requires;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A courier who does not go on with a trip: by their own word, or by an operator's.
@RestController
final class LostCourierController {

  private final Engine engine;
  private final PhoneClock times;

  LostCourierController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  @PostMapping("/v1/assignments/{id}/breakdown")
  @Requires({Permission.ASSIGNMENTS_CARRY, Permission.DISPATCH_CORRECT})
  Mono<Done> breakdown(
      Caller caller,
      @PathVariable AssignmentId id,
      @RequestBody AssignmentRequests.Breakdown body) {
    return courierOf(id, caller)
        .map(courier ->
            new AbandonAssignment(
                id,
                courier,
                AbandonCause.BROKEN_DOWN,
                Personal.of(courier.personId(), body.at()),
                body.reason(),
                times.of(body)))
        .flatMap(command -> engine.send(command, caller))
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/assignments/{id}/abandon")
  @Requires(Permission.DISPATCH_CORRECT)
  Mono<Done> abandon(Caller caller, @PathVariable AssignmentId id, @RequestBody Reasoned body) {
    return courierOf(id, caller)
        .map(courier ->
            new AbandonAssignment(
                id, courier, AbandonCause.OPERATOR, null, body.reason(), times.of(body)))
        .flatMap(command -> engine.send(command, caller))
        .thenReturn(Done.DONE);
  }

  /// A courier speaks of their own trip, or of none; for staff it is looked up whose it is.
  private Mono<CourierId> courierOf(AssignmentId id, Caller caller) {
    return caller.is(Role.COURIER)
        ? Mono.just(caller.asCourier())
        : engine
            .await(new GetAssignment(id))
            .map(AssignmentView::courierId)
            .switchIfEmpty(Mono.error(() -> Problem.notFound("assignment", id).asException()));
  }
}
