package id.antar.gateway.courier;

import id.antar.api.account.Permission;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierCommand;
import id.antar.api.courier.CourierCommand.ChangeVehicle;
import id.antar.api.courier.CourierCommand.EndBreak;
import id.antar.api.courier.CourierCommand.EndShift;
import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.StartBreak;
import id.antar.api.courier.CourierCommand.StartShift;
import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.CourierBoard;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierQuery.ListCouriers;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Timed;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Couriers and their shifts: by the courier, or by an operator for them.
@RestController
final class CourierController {

  private final Engine engine;
  private final PhoneClock times;

  CourierController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  record Registration(
      @Nullable CourierId courierId,
      String fullName,
      String phone,
      @Nullable String licensePlate,
      Vehicle vehicle,
      int capacity,
      @Nullable Instant occurredAt)
      implements Timed {

    RegisterCourier toCommand(CourierId id, Instant at) {
      String plate = Objects.requireNonNullElse(licensePlate, "");
      CourierProfile profile =
          Valid.of(CourierProfile.class, "", () -> new CourierProfile(fullName, phone, plate));
      var personal = Personal.of(id.personId(), profile);
      return new RegisterCourier(id, personal, vehicle, capacity, at);
    }
  }

  record VehicleChange(Vehicle vehicle, int capacity, @Nullable Instant occurredAt)
      implements Timed {}

  record Registered(CourierId courierId) {}

  record CourierAnswer(
      CourierId courierId,
      @Nullable String fullName,
      @Nullable String phone,
      @Nullable String licensePlate,
      Vehicle vehicle,
      int capacity,
      CourierDuty duty,
      @Nullable AssignmentId offerId,
      @Nullable AssignmentId tripId,
      List<OrderId> orders,
      int delivered,
      List<Money> cashInHand,
      boolean cashLimitReached,
      Instant changedAt) {

    static CourierAnswer of(CourierView view) {
      @Nullable CourierProfile profile = view.profile().value();
      return new CourierAnswer(
          view.courierId(),
          profile == null ? null : profile.fullName(),
          profile == null ? null : profile.phone(),
          profile == null ? null : profile.licensePlate(),
          view.vehicle(),
          view.capacity(),
          view.duty(),
          view.offerId(),
          view.tripId(),
          view.orders(),
          view.delivered(),
          view.cashInHand(),
          view.cashLimitReached(),
          view.changedAt());
    }
  }

  record Board(List<CourierAnswer> couriers, @Nullable String nextCursor) {

    static Board of(CourierBoard board) {
      return new Board(
          board.couriers().stream().map(CourierAnswer::of).toList(), board.nextCursor());
    }
  }

  @PostMapping("/v1/couriers")
  @Requires(Permission.COURIERS_REGISTER)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Registered> register(Caller caller, @RequestBody Registration body) {
    String wanted = body.courierId() == null ? null : body.courierId().value();
    var id = new CourierId(caller.idOfSelf(Role.COURIER, "courier", wanted));
    return engine.send(body.toCommand(id, times.of(body)), caller).thenReturn(new Registered(id));
  }

  @GetMapping("/v1/couriers")
  @Requires(Permission.COURIERS_READ_ANY)
  Mono<Board> board(
      Caller caller,
      @RequestParam(required = false) @Nullable CourierDuty duty,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return engine.ask(new ListCouriers(duty, cursor, Valid.limit(limit))).map(Board::of);
  }

  @GetMapping("/v1/couriers/{id}")
  @Requires(Permission.COURIERS_READ)
  Mono<CourierAnswer> get(Caller caller, @PathVariable CourierId id) {
    return Mono.just(id)
        .filter(asked -> caller.may(Permission.COURIERS_READ_ANY) || caller.is(asked))
        .flatMap(asked -> engine.await(new GetCourier(asked)))
        .map(CourierAnswer::of)
        .switchIfEmpty(Mono.error(() -> Problem.notFound("courier", id).asException()));
  }

  @PutMapping("/v1/couriers/{id}/vehicle")
  @Requires(Permission.COURIERS_WORK)
  Mono<Done> vehicle(Caller caller, @PathVariable CourierId id, @RequestBody VehicleChange body) {
    return send(new ChangeVehicle(id, body.vehicle(), body.capacity(), times.of(body)), caller);
  }

  @PostMapping("/v1/couriers/{id}/shift/start")
  @Requires(Permission.COURIERS_WORK)
  Mono<Done> startShift(
      Caller caller,
      @PathVariable CourierId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new StartShift(id, times.of(body)), caller);
  }

  @PostMapping("/v1/couriers/{id}/shift/end")
  @Requires(Permission.COURIERS_WORK)
  Mono<Done> endShift(
      Caller caller,
      @PathVariable CourierId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new EndShift(id, times.of(body)), caller);
  }

  @PostMapping("/v1/couriers/{id}/break/start")
  @Requires(Permission.COURIERS_WORK)
  Mono<Done> startBreak(
      Caller caller,
      @PathVariable CourierId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new StartBreak(id, times.of(body)), caller);
  }

  @PostMapping("/v1/couriers/{id}/break/end")
  @Requires(Permission.COURIERS_WORK)
  Mono<Done> endBreak(
      Caller caller,
      @PathVariable CourierId id,
      @RequestBody(required = false) Timed.@Nullable At body) {
    return send(new EndBreak(id, times.of(body)), caller);
  }

  record Handover(@Nullable String handoverId, Money amount, @Nullable Instant occurredAt)
      implements Timed {}

  /// What the courier brings is counted by somebody else.
  @PostMapping("/v1/couriers/{id}/cash-handovers")
  @Requires(Permission.CASH_HANDLE)
  Mono<Done> handIn(Caller caller, @PathVariable CourierId id, @RequestBody Handover body) {
    String handover = Ids.requireId("handover id", caller.idOfNew("handover", body.handoverId()));
    var command = new HandInCash(id, handover, body.amount(), times.of(body));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  /// A courier touches no other courier.
  private Mono<Done> send(CourierCommand command, Caller caller) {
    if (!caller.isStaff() && !caller.is(command.courierId())) {
      return Mono.error(Problem.forbidden("This is another courier.").asException());
    }
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
