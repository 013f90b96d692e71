package id.antar.gateway.analytics;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.csv.CsvLines;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Analyses a series that somebody brings. It is answered and forgotten: neither it nor the answer
/// is stored, logged or remembered for a repeated request.
@RestController
final class UploadController {

  private static final String PATH = "/v1/analytics/uploads";
  private static final int USUAL_HORIZON = 24;

  private final Engine engine;
  private final Looks looks;

  UploadController(Engine engine, Looks looks) {
    this.engine = engine;
    this.looks = looks;
  }

  record Uploaded(List<Row> observations) {}

  /// @param at an instant, or a date
  /// @param value a number; null for one that is missing
  record Row(@Nullable String at, @Nullable Double value) {}

  @PostMapping(
      path = PATH,
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  @Keyless
  Mono<Analysis> json(
      Caller caller,
      @RequestBody Uploaded body,
      @RequestParam(required = false) @Nullable Boolean includeForecast,
      @RequestParam(required = false) @Nullable Integer horizon) {
    return analyse(series(rows(body), includeForecast, horizon), caller);
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  @Keyless
  Mono<ResponseEntity<String>> jsonToCsv(
      Caller caller,
      @RequestBody Uploaded body,
      @RequestParam(required = false) @Nullable Boolean includeForecast,
      @RequestParam(required = false) @Nullable Integer horizon) {
    return json(caller, body, includeForecast, horizon).map(ForecastRow::csv);
  }

  @PostMapping(path = PATH, consumes = Csv.TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ANALYTICS_READ)
  @Keyless
  Mono<Analysis> csv(
      Caller caller,
      @RequestBody String body,
      @RequestParam(required = false) @Nullable Boolean includeForecast,
      @RequestParam(required = false) @Nullable Integer horizon) {
    return analyse(series(rows(body), includeForecast, horizon), caller);
  }

  @PostMapping(path = PATH, consumes = Csv.TYPE, produces = Csv.TYPE)
  @Requires(Permission.ANALYTICS_READ)
  @Keyless
  Mono<ResponseEntity<String>> csvToCsv(
      Caller caller,
      @RequestBody String body,
      @RequestParam(required = false) @Nullable Boolean includeForecast,
      @RequestParam(required = false) @Nullable Integer horizon) {
    return csv(caller, body, includeForecast, horizon).map(ForecastRow::csv);
  }

  /// That somebody asked is written down, and how large it was; nothing of what was in it.
  private Mono<Analysis> analyse(AnalyseSeries series, Caller caller) {
    String size =
        "observations=%d horizon=%d".formatted(series.observations().size(), series.horizon());
    return looks
        .note(Look.UPLOAD, size, caller)
        .then(engine.ask(series, ForecastController.PATIENCE));
  }

  private static UploadedRows rows(Uploaded body) {
    var rows = new UploadedRows();
    for (int i = 0; i < body.observations().size(); i++) {
      Row row = body.observations().get(i);
      String value = row.value() == null ? null : row.value().toString();
      rows.add("observations[" + i + "]", row.at(), value);
    }
    return rows;
  }

  private static UploadedRows rows(String body) {
    var rows = new UploadedRows();
    for (CsvLines.Line line : CsvLines.read(body, List.of("at", "value"))) {
      String place = "line " + line.number();
      if (line.cells().size() == 2) {
        rows.add(place, line.cells().get(0), line.cells().get(1));
      } else {
        rows.wrong(place, "It has not two columns.");
      }
    }
    return rows;
  }

  private static AnalyseSeries series(
      UploadedRows rows, @Nullable Boolean includeForecast, @Nullable Integer horizon) {
    int steps = horizon == null ? USUAL_HORIZON : ForecastController.horizon("horizon", horizon);
    return rows.series(Boolean.FALSE.equals(includeForecast) ? 0 : steps);
  }
}
