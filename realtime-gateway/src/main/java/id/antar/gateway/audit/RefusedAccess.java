package id.antar.gateway.audit;

import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.RecordRefusal;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.NoteRefusal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.trace.RequestIds;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/// Takes down who was not let in, or not so often. Of what a client sent only what the gateway
/// knows anyway is kept: a method and a route that exist.
public final class RefusedAccess implements NoteRefusal {

  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

  private final RecordRefusal refusals;
  private final Routes routes;
  private final EngineClock clock;

  RefusedAccess(RecordRefusal refusals, Routes routes, EngineClock clock) {
    this.refusals = refusals;
    this.routes = routes;
    this.clock = clock;
  }

  @Override
  public void note(ServerWebExchange exchange, Problem problem) {
    if (REFUSALS.contains(problem.status())) {
      HttpMethod method = exchange.getRequest().getMethod();
      String name = METHODS.contains(method) ? method.name() : "OTHER";
      String route = routes.of(exchange);
      Caller.find(exchange)
          .ifPresentOrElse(
              caller -> note(caller, name, route, problem),
              () -> noteStranger(exchange, name, route, problem));
    }
  }

  /// @param kind of the topic, or of what else is said on a stream
  public void noteTopic(Caller caller, String kind, Problem problem) {
    if (REFUSALS.contains(problem.status())) {
      note(caller, "SUBSCRIBE", kind, problem);
    }
  }

  private void note(Caller caller, String method, String route, Problem problem) {
    refusals.record(refused(method, route, problem, null, clock.instant()), caller.metaData());
  }

  private void noteStranger(
      ServerWebExchange exchange, String method, String route, Problem problem) {
    Instant now = clock.instant();
    String address = ClientAddress.of(exchange).text();
    refusals.record(
        refused(method, route, problem, Personal.of(PersonId.ofStrangers(now), address), now),
        Map.of(MetaKeys.REQUEST_ID, RequestIds.of(exchange)));
  }

  private static AccessRefused refused(
      String method,
      String route,
      Problem problem,
      @Nullable Personal<String> stranger,
      Instant now) {
    return new AccessRefused(method, route, problem.status(), problem.code(), stranger, 1, now);
  }
}
