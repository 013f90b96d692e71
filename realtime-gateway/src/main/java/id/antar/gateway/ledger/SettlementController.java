package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.ledger.LedgerQuery.GetSettlement;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.TimeZones;
import id.antar.gateway.identity.Requires;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What all merchants are due of one day, by each one's own time zone or by one for all. A row that
/// is complete never changes: what comes later is booked later.
@RestController
final class SettlementController {

  private final Engine engine;
  private final EngineClock clock;

  SettlementController(Engine engine, EngineClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/settlements/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.LEDGER_READ_ANY)
  Mono<SettlementAnswer> get(
      Caller caller,
      @PathVariable LocalDate date,
      @RequestParam(required = false) @Nullable String timeZone) {
    return ask(date, timeZone);
  }

  @GetMapping(path = "/v1/settlements/{date}", produces = Csv.TYPE)
  @Requires(Permission.LEDGER_READ_ANY)
  Mono<ResponseEntity<String>> csv(
      Caller caller,
      @PathVariable LocalDate date,
      @RequestParam(required = false) @Nullable String timeZone) {
    return ask(date, timeZone)
        .map(found -> Csv.of("settlement-" + date, Row.class, Row.listOf(found)));
  }

  /// How the ledger stands is asked first: what comes between the two answers is not missed.
  private Mono<SettlementAnswer> ask(LocalDate date, @Nullable String timeZone) {
    var settlement =
        new GetSettlement(date, timeZone == null ? null : TimeZones.of("timeZone", timeZone));
    return engine
        .ask(new ListProcessors())
        .flatMap(ledger ->
            engine
                .ask(settlement)
                .map(found -> SettlementAnswer.of(found, ledger, clock.instant())));
  }

  /// One merchant's day as a line of a file; amounts in minor units.
  record Row(
      String merchantId,
      String from,
      String to,
      boolean complete,
      long orders,
      long sales,
      long discounts,
      long commission,
      long refunds,
      long tax,
      long net,
      String currency) {

    static List<Row> listOf(SettlementAnswer settlement) {
      return settlement.rows().stream()
          .map(row ->
              new Row(
                  row.merchantId(),
                  row.from().toString(),
                  row.to().toString(),
                  row.complete(),
                  row.orders(),
                  row.sales().minor(),
                  row.discounts().minor(),
                  row.commission().minor(),
                  row.refunds().minor(),
                  row.tax().minor(),
                  row.net().minor(),
                  row.net().currency()))
          .toList();
    }
  }
}
