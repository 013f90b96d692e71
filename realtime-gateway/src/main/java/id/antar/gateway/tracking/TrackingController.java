package id.antar.gateway.tracking;

import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.audit.AuditCommand.NoteTokenIssued;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.OrderView;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Links for who waits at the door without an account, and what they show.
@RestController
final class TrackingController {

  /// How long after the end the places of an order are shown.
  private static final Duration GRACE = Duration.ofMinutes(30);

  private final Engine engine;
  private final OrderAccess access;
  private final TrackingLinks links;
  private final EngineClock clock;

  TrackingController(Engine engine, OrderAccess access, TrackingLinks links, EngineClock clock) {
    this.engine = engine;
    this.access = access;
    this.links = links;
    this.clock = clock;
  }

  record LinkRequest(@Nullable Long ttlSeconds) {}

  @PostMapping("/v1/orders/{id}/tracking-links")
  @Requires(Permission.TRACKING_SHARE)
  @Keyless
  @ResponseStatus(HttpStatus.CREATED)
  Mono<TrackingLinks.Link> makeTrackingLink(
      Caller caller,
      @PathVariable OrderId id,
      @RequestBody LinkRequest body,
      ServerWebExchange exchange) {
    Duration lifetime = TrackingLinks.lifetime(body.ttlSeconds());
    return access
        .get(id, caller)
        .filter(order -> !isOver(order))
        .map(_ -> links.make(id, lifetime, exchange.getRequest().getURI()))
        .flatMap(link -> note(id, link, caller).thenReturn(link))
        .switchIfEmpty(Mono.error(() -> over(id).asException()));
  }

  private Mono<Void> note(OrderId id, TrackingLinks.Link link, Caller caller) {
    var holder = new Actor(Role.RECIPIENT, id.value());
    return engine.send(
        new NoteTokenIssued(holder, Scope.OWN, link.expiresAt(), clock.instant()), caller);
  }

  @GetMapping("/v1/orders/{id}/tracking")
  @Requires(Permission.TRACKING_READ)
  Mono<TrackingAnswer> tracking(Caller caller, @PathVariable OrderId id) {
    return access
        .get(id, caller)
        .flatMap(order -> isOver(order) ? Mono.just(ended(order, caller)) : going(order));
  }

  private Mono<TrackingAnswer> going(OrderView order) {
    return Mono.justOrEmpty(order.courierId())
        .flatMap(courier -> engine.ask(new GetCourier(courier)))
        .map(CourierView::vehicle)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(vehicle -> TrackingAnswer.underWay(order, vehicle.orElse(null)));
  }

  /// A courier is shown no door once it is over.
  private TrackingAnswer ended(OrderView order, Caller caller) {
    boolean recent = clock.instant().isBefore(order.changedAt().plus(GRACE));
    return TrackingAnswer.over(order, recent && !caller.is(Role.COURIER));
  }

  /// Nobody need wait at the door any more, be it that the food still goes back.
  private static boolean isOver(OrderView order) {
    return order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.CANCELLED;
  }

  private static Problem over(OrderId id) {
    return Problem.of(
        409, "order-is-over", "Order " + id + " is over: nothing of it can be tracked.");
  }
}
