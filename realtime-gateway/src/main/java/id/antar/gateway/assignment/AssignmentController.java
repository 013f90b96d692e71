package id.antar.gateway.assignment;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentView.ListOffers;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A courier's offers and stops. Whether they are the courier's, the assignment itself knows.
@RestController
final class AssignmentController {

  private static final String STOP = "/v1/assignments/{id}/orders/{orderId}";

  private final Engine engine;
  private final AssignmentReader reader;
  private final PhoneClock times;

  AssignmentController(Engine engine, AssignmentReader reader, PhoneClock times) {
    this.engine = engine;
    this.reader = reader;
    this.times = times;
  }

  @GetMapping("/v1/assignments/{id}")
  @Requires(Permission.ASSIGNMENTS_READ)
  Mono<AssignmentAnswer> get(Caller caller, @PathVariable AssignmentId id) {
    return reader.get(id, caller);
  }

  @GetMapping("/v1/couriers/{courierId}/assignments")
  @Requires(Permission.ASSIGNMENTS_READ)
  Mono<AssignmentAnswer.Assignments> open(Caller caller, @PathVariable CourierId courierId) {
    return readable(courierId, caller).flatMap(asked -> reader.open(asked, caller));
  }

  @GetMapping("/v1/couriers/{courierId}/offers")
  @Requires(Permission.ASSIGNMENTS_READ)
  Mono<OfferAnswer.Offers> offers(
      Caller caller,
      @PathVariable CourierId courierId,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return readable(courierId, caller)
        .flatMap(asked -> engine.ask(new ListOffers(asked, cursor, Valid.limit(limit))))
        .map(OfferAnswer.Offers::of);
  }

  private static Mono<CourierId> readable(CourierId courierId, Caller caller) {
    return caller.may(Permission.ASSIGNMENTS_READ_ANY) || caller.is(courierId)
        ? Mono.just(courierId)
        : Mono.error(() -> Problem.notFound("courier", courierId).asException());
  }

  @PostMapping("/v1/assignments/{id}/accept")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> accept(
      Caller caller,
      @PathVariable AssignmentId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new AcceptOffer(id, caller.asCourier(), times.of(body)), caller);
  }

  @PostMapping("/v1/assignments/{id}/decline")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> decline(Caller caller, @PathVariable AssignmentId id, @RequestBody Reasoned body) {
    return send(new DeclineOffer(id, caller.asCourier(), body.reason(), times.of(body)), caller);
  }

  @PostMapping("/v1/assignments/{id}/release")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> release(Caller caller, @PathVariable AssignmentId id, @RequestBody Reasoned body) {
    return send(
        new ReleaseAssignment(id, caller.asCourier(), body.reason(), times.of(body)), caller);
  }

  @PostMapping(STOP + "/arrive-pickup")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> arriveAtPickup(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new ArriveAtPickup(id, caller.asCourier(), orderId, times.of(body)), caller);
  }

  @PostMapping(STOP + "/pickup")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> pickup(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new RecordPickup(id, caller.asCourier(), orderId, times.of(body)), caller);
  }

  @PostMapping(STOP + "/arrive-dropoff")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> arriveAtDropoff(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new ArriveAtDropoff(id, caller.asCourier(), orderId, times.of(body)), caller);
  }

  @PostMapping(STOP + "/dropoff")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> dropoff(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new RecordDropoff(id, caller.asCourier(), orderId, times.of(body)), caller);
  }

  @PostMapping(STOP + "/fail")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> fail(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody Reasoned body) {
    return send(
        new FailDropoff(id, caller.asCourier(), orderId, body.reason(), times.of(body)), caller);
  }

  @PostMapping(STOP + "/return")
  @Requires(Permission.ASSIGNMENTS_CARRY)
  Mono<Done> bringBack(
      Caller caller,
      @PathVariable AssignmentId id,
      @PathVariable OrderId orderId,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new RecordReturn(id, caller.asCourier(), orderId, times.of(body)), caller);
  }

  private Mono<Done> send(AssignmentCommand command, Caller caller) {
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
