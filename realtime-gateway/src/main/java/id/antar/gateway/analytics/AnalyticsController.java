package id.antar.gateway.analytics;

import id.antar.api.account.Permission;
import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Whose;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures of many orders, offers and shifts.
@RestController
final class AnalyticsController {

  private final Engine engine;
  private final EngineClock clock;

  AnalyticsController(Engine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /// One measure, hour by hour or day by day.
  @GetMapping(path = "/v1/analytics/series", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<Figures> series(
      Caller caller,
      @RequestParam Measure measure,
      @RequestParam(required = false) @Nullable Dimension by,
      @RequestParam(required = false) @Nullable Bucket bucket,
      @ParameterObject Asked asked) {
    return ask(List.of(measure), by, bucket == null ? Bucket.HOUR : bucket, asked, caller);
  }

  @GetMapping(path = "/v1/analytics/series", produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<ResponseEntity<String>> csvSeries(
      Caller caller,
      @RequestParam Measure measure,
      @RequestParam(required = false) @Nullable Dimension by,
      @RequestParam(required = false) @Nullable Bucket bucket,
      @ParameterObject Asked asked) {
    return series(caller, measure, by, bucket, asked).map(it -> csv("series", it));
  }

  /// Every measure over the whole span.
  @GetMapping(path = "/v1/analytics/table", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<Figures> table(
      Caller caller,
      @RequestParam(required = false) @Nullable Dimension by,
      @ParameterObject Asked asked) {
    Whose whose = asked.whose(caller);
    List<Measure> measures =
        Arrays.stream(Measure.values())
            .filter(it -> it.of() != Measure.Of.TIME || haveTime(by, whose))
            .toList();
    return ask(measures, by, Bucket.WHOLE, asked, caller);
  }

  @GetMapping(path = "/v1/analytics/table", produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  Mono<ResponseEntity<String>> csvTable(
      Caller caller,
      @RequestParam(required = false) @Nullable Dimension by,
      @ParameterObject Asked asked) {
    return table(caller, by, asked).map(it -> csv("table", it));
  }

  private static boolean haveTime(@Nullable Dimension by, Whose whose) {
    return whose.merchants() == null && by != Dimension.CELL && by != Dimension.MERCHANT;
  }

  private Mono<Figures> ask(
      List<Measure> measures, @Nullable Dimension by, Bucket bucket, Asked asked, Caller caller) {
    Whose whose = asked.whose(by, caller);
    var span = asked.span(bucket, clock.instant());
    var dimension = by == null ? Dimension.ALL : by;
    return engine.ask(
        Valid.value("measure", () -> new GetFigures(measures, dimension, span, whose)));
  }

  private static ResponseEntity<String> csv(String file, Figures found) {
    return Csv.of(file, Figure.class, found.figures());
  }
}
