package id.antar.gateway.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.trace.RequestIds;
import id.antar.gateway.edge.trace.Route;
import id.antar.gateway.edge.trace.Trail;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/// Answers every failed request with a problem. What is our own fault is logged, and told without
/// internals.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemWriter implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
  private static final String TYPE = "https://antar.id/problems/";

  private final WireJson json;
  private final EngineClock clock;
  private final NoteRefusal refusals;
  private final MeterRegistry meters;

  public ProblemWriter(
      WireJson json, EngineClock clock, NoteRefusal refusals, MeterRegistry meters) {
    this.json = json;
    this.clock = clock;
    this.refusals = refusals;
    this.meters = meters;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String code,
      Instant timestamp,
      String requestId,
      @Nullable String traceId,
      List<Problem.FieldError> errors,
      @JsonAnyGetter Map<String, Object> members) {}

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    Problem problem = ProblemOf.failure(failure);
    Trail.of(exchange).logged(() -> log(exchange, problem, failure));
    refusals.note(exchange, problem);
    count(problem);
    return exchange.getResponse().isCommitted() ? Mono.error(failure) : write(exchange, problem);
  }

  /// Codes are few: none has anything of the request in it.
  private void count(Problem problem) {
    meters
        .counter(
            "antar.problems", "code", problem.code(), "status", Integer.toString(problem.status()))
        .increment();
  }

  private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    response.getHeaders().clearContentHeaders();
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem.headers().forEach(response.getHeaders()::set);
    byte[] bytes = json.write(body(exchange, problem));
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }

  private Body body(ServerWebExchange exchange, Problem problem) {
    return new Body(
        TYPE + problem.code(),
        problem.title(),
        problem.status(),
        problem.detail(),
        exchange.getRequest().getPath().value(),
        problem.code(),
        clock.instant(),
        RequestIds.of(exchange),
        Trail.of(exchange).traceId(),
        problem.errors(),
        problem.members());
  }

  private static void log(ServerWebExchange exchange, Problem problem, Throwable failure) {
    var method = exchange.getRequest().getMethod();
    if (problem.status() == 500) {
      log.error("{} {} failed", method, Route.of(exchange), failure);
    } else if (problem.status() > 500) {
      log.warn(
          "{} {} -> {} {}: {}",
          method,
          Route.of(exchange),
          problem.status(),
          problem.code(),
          failure.toString());
    }
  }
}
