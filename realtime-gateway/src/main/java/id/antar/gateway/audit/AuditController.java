package id.antar.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditQuery.AuditDetail;
import id.antar.api.audit.AuditQuery.AuditEntry;
import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.api.audit.AuditQuery.AuditPage;
import id.antar.api.audit.AuditQuery.GetAuditEntry;
import id.antar.api.audit.AuditQuery.ListAudit;
import id.antar.api.message.Ids;
import id.antar.gateway.edge.csv.Csv;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who did what, when and from where. Each look is recorded before it is taken.
@RestController
final class AuditController {

  private static final int EXPORTED_AT_ONCE = 100;

  private final Engine engine;
  private final Looks looks;
  private final WireJson json;

  AuditController(Engine engine, Looks looks, WireJson json) {
    this.engine = engine;
    this.looks = looks;
    this.json = json;
  }

  @GetMapping("/v1/audit")
  @Requires(Permission.AUDIT_READ)
  Mono<AuditPage> list(
      Caller caller,
      @ParameterObject AuditParameters wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var query = new ListAudit(wanted.filter(), wanted.clientAddress(), cursor, Valid.limit(limit));
    return looks.note(Look.LIST, wanted.told(), caller).then(engine.ask(query));
  }

  @GetMapping("/v1/audit/{eventId}")
  @Requires(Permission.AUDIT_READ)
  Mono<AuditDetail> entry(Caller caller, @PathVariable String eventId) {
    var query = new GetAuditEntry(Valid.value("eventId", () -> Ids.requireId("event", eventId)));
    return looks
        .note(Look.ENTRY, "eventId=" + eventId, caller)
        .then(engine.ask(query))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("audit-entry", eventId).asException()));
  }

  @GetMapping("/v1/audit.csv")
  @Requires(Permission.AUDIT_READ)
  Mono<ResponseEntity<Flux<String>>> csv(Caller caller, @ParameterObject AuditParameters wanted) {
    AuditFilter window = wanted.window();
    Flux<List<AuditEntry>> pages = pages(window, wanted.clientAddress()).map(AuditPage::entries);
    return looks
        .note(Look.CSV, wanted.told(), caller)
        .thenReturn(Csv.of("audit", AuditEntry.class, pages));
  }

  @GetMapping("/v1/audit.ndjson")
  @Requires(Permission.AUDIT_READ)
  Mono<ResponseEntity<Flux<String>>> ndjson(
      Caller caller, @ParameterObject AuditParameters wanted) {
    AuditFilter window = wanted.window();
    Flux<String> lines =
        pages(window, wanted.clientAddress())
            .map(page -> page.entries().stream().map(this::line).collect(Collectors.joining()));
    return looks
        .note(Look.NDJSON, wanted.told(), caller)
        .thenReturn(ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(lines));
  }

  /// Cold. A page is asked for when the one before is on its way; a client that does not read holds
  /// up the next question and nobody else.
  private Flux<AuditPage> pages(AuditFilter window, @Nullable String address) {
    Function<@Nullable String, Mono<AuditPage>> page =
        cursor -> engine.ask(new ListAudit(window, address, cursor, EXPORTED_AT_ONCE));
    return page.apply(null)
        .expand(last -> last.nextCursor() == null ? Mono.empty() : page.apply(last.nextCursor()));
  }

  private String line(AuditEntry entry) {
    return new String(json.write(entry), UTF_8) + "\n";
  }
}
