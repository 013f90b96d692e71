package id.antar.gateway.analytics;

import id.antar.api.account.Permission;
import id.antar.api.analytics.Bucket;
import id.antar.api.order.OrderId;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.GetPromises;
import id.antar.api.promise.PromiseQuery.GroupBy;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.order.OrderAccess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was promised, and what became of it.
@RestController
final class PromiseController {

  private static final Duration LONGEST = Duration.ofDays(31);

  private final Engine engine;
  private final OrderAccess orders;
  private final EngineClock clock;

  PromiseController(Engine engine, OrderAccess orders, EngineClock clock) {
    this.engine = engine;
    this.orders = orders;
    this.clock = clock;
  }

  @GetMapping("/v1/orders/{id}/promises")
  @Requires(Permission.ANALYTICS_READ)
  Mono<OrderPromises> ofOrder(Caller caller, @PathVariable OrderId id) {
    return orders
        .get(id, caller)
        .flatMap(_ -> engine.await(new GetPromises(id)))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("order", id).asException()));
  }

  @GetMapping(path = "/v1/analytics/promises", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<PromiseReport> report(
      Caller caller,
      @RequestParam(required = false) @Nullable GroupBy by,
      @ParameterObject Asked asked) {
    var span = asked.span(Bucket.WHOLE, clock.instant());
    if (Duration.between(span.from(), span.to()).compareTo(LONGEST) > 0) {
      String message = "to is more than %d days after from.".formatted(LONGEST.toDays());
      throw Problem.invalid("invalid-value", "to", message).asException();
    }
    return engine.ask(
        new GetPromiseReport(by == null ? GroupBy.ALL : by, span, asked.whose(caller)));
  }

  @GetMapping(path = "/v1/analytics/promises", produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<ResponseEntity<String>> csvReport(
      Caller caller,
      @RequestParam(required = false) @Nullable GroupBy by,
      @ParameterObject Asked asked) {
    return report(caller, by, asked).map(PromiseRow::csv);
  }
}
