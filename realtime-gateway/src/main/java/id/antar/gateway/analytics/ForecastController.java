package id.antar.gateway.analytics;

import id.antar.api.account.Permission;
import id.antar.api.analytics.Dimension;
import id.antar.api.courier.CourierId;
import id.antar.api.forecast.ForecastQuery.Demand;
import id.antar.api.forecast.ForecastQuery.GetDemand;
import id.antar.api.merchant.MerchantId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How many orders are to come.
@RestController
final class ForecastController {

  /// A model is made and tried for each series.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int USUAL_HOURS = 24;
  private static final int MOST_STEPS = 168;

  private final Engine engine;
  private final EngineClock clock;

  ForecastController(Engine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/analytics/forecast", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<Demand> demand(
      Caller caller,
      @RequestParam(required = false) @Nullable Dimension by,
      @RequestParam(required = false) @Nullable Integer hours,
      @RequestParam(required = false) @Nullable MerchantId merchantId,
      @RequestParam(required = false) @Nullable CourierId courierId) {
    var whose = new Asked(null, null, null, merchantId, courierId).whose(by, caller);
    int steps = hours == null ? USUAL_HOURS : horizon("hours", hours);
    return engine.ask(
        new GetDemand(by == null ? Dimension.ALL : by, whose, clock.instant(), steps), PATIENCE);
  }

  @GetMapping(path = "/v1/analytics/forecast", produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<ResponseEntity<String>> csvDemand(
      Caller caller,
      @RequestParam(required = false) @Nullable Dimension by,
      @RequestParam(required = false) @Nullable Integer hours,
      @RequestParam(required = false) @Nullable MerchantId merchantId,
      @RequestParam(required = false) @Nullable CourierId courierId) {
    return demand(caller, by, hours, merchantId, courierId).map(ForecastRow::csv);
  }

  static int horizon(String field, int steps) {
    if (steps < 1 || steps > MOST_STEPS) {
      String message = field + " (" + steps + ") is not within 1 and " + MOST_STEPS + ".";
      throw Problem.invalid("invalid-value", field, message).asException();
    }
    return steps;
  }
}
