package id.antar.gateway.board;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where a courier was: for the courier, and for whoever may know where people are.
@RestController
final class TrackController {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_POINTS = 20_000;

  private final Engine engine;
  private final Looks looks;

  TrackController(Engine engine, Looks looks) {
    this.engine = engine;
    this.looks = looks;
  }

  @GetMapping("/v1/couriers/{id}/track")
  @Requires({Permission.COURIERS_TRACK, Permission.WHEREABOUTS_READ})
  Mono<TrackShown> track(
      Caller caller,
      @PathVariable CourierId id,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    if (!caller.may(Permission.WHEREABOUTS_READ) && !caller.is(id)) {
      return Mono.error(Problem.forbidden("This is another courier.").asException());
    }
    requireWindow(from, to);
    return noted("courier:%s from=%s to=%s".formatted(id, from, to), id, caller)
        .then(engine.ask(new GetTrack(id, from, to, MOST_POINTS)).map(TrackShown::of));
  }

  /// One's own way is nobody's look at somebody.
  private Mono<Void> noted(String filter, CourierId id, Caller caller) {
    return caller.is(id) ? Mono.empty() : looks.note(Look.TRACK, filter, caller);
  }

  private static void requireWindow(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw Problem.invalid("invalid-value", "to", "to is not after from.").asException();
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      String message = "from and to are more than " + LONGEST.toHours() + " hours apart.";
      throw Problem.invalid("window-too-large", "to", message).asException();
    }
  }
}
