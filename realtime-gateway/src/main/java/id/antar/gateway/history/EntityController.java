package id.antar.gateway.history;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.history.EntityKind;
import id.antar.api.history.HistoryQuery.Difference;
import id.antar.api.history.HistoryQuery.Entity;
import id.antar.api.history.HistoryQuery.GetDifference;
import id.antar.api.history.HistoryQuery.GetEntity;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.api.history.Moment;
import id.antar.api.message.Ids;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// One thing as it was, how it came to be so, and what changed in between.
@RestController
final class EntityController {

  private final Engine engine;
  private final PersonalLooks looks;

  EntityController(Engine engine, PersonalLooks looks) {
    this.engine = engine;
    this.looks = looks;
  }

  @GetMapping("/v1/history/{kind}/{id}")
  @Requires(Permission.HISTORY_READ)
  Mono<Entity> entity(
      Caller caller,
      @PathVariable EntityKind kind,
      @PathVariable String id,
      @ParameterObject MomentParameters at,
      @RequestParam(required = false) @Nullable Boolean personal) {
    String known = known(kind, id);
    Moment moment = at.moment();
    return looks
        .shown(personal, Look.ENTITY, kind + ":" + id, caller)
        .flatMap(shown -> engine.ask(new GetEntity(kind, known, moment, shown)))
        .switchIfEmpty(none(kind, id));
  }

  @GetMapping("/v1/history/{kind}/{id}/timeline")
  @Requires(Permission.HISTORY_READ)
  Mono<Timeline> entityTimeline(
      Caller caller,
      @PathVariable EntityKind kind,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return engine
        .ask(new GetTimeline(kind, known(kind, id), cursor, Valid.limit(limit)))
        .switchIfEmpty(none(kind, id));
  }

  @GetMapping("/v1/history/{kind}/{id}/diff")
  @Requires(Permission.HISTORY_READ)
  Mono<Difference> difference(
      Caller caller,
      @PathVariable EntityKind kind,
      @PathVariable String id,
      @ParameterObject SpanParameters span,
      @RequestParam(required = false) @Nullable Boolean personal) {
    String known = known(kind, id);
    Moment from = span.first();
    Moment to = span.last();
    return looks
        .shown(personal, Look.ENTITY, kind + ":" + id, caller)
        .flatMap(shown -> engine.ask(new GetDifference(kind, known, from, to, shown)))
        .switchIfEmpty(none(kind, id));
  }

  private static String known(EntityKind kind, String id) {
    return Valid.value("id", () -> Ids.requireId(kind.toString(), id));
  }

  private static <T> Mono<T> none(EntityKind kind, String id) {
    return Mono.error(() -> unknown(kind, id));
  }

  private static ProblemException unknown(EntityKind kind, String id) {
    String message = "There is no " + kind + " " + id + ", or there was none yet.";
    return Problem.of(404, "unknown-" + kind, message).asException();
  }
}
