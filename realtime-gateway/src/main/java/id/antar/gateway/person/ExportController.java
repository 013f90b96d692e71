package id.antar.gateway.person;

import id.antar.api.account.Permission;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// Gives everybody what is stored of them. It reads the whole event store, so one is made at a
/// time.
@RestController
final class ExportController {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final ExportPerson export;
  private final WireJson json;
  private final EngineClock clock;
  private final Semaphore running = new Semaphore(1);

  ExportController(ExportPerson export, WireJson json, EngineClock clock) {
    this.export = export;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ME_MANAGE)
  ResponseEntity<Flux<String>> exportMe(Caller caller) {
    if (!running.tryAcquire()) {
      throw Problem.of(429, "export-in-progress", "Another export is being made.")
          .retryAfter(RETRY_AFTER)
          .asException();
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export.json\"")
        .body(text(caller).doFinally(_ -> running.release()));
  }

  private Flux<String> text(Caller caller) {
    var first = new AtomicBoolean(true);
    Flux<String> events =
        export
            .of(caller.actor())
            .map(json::write)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .map(event -> (first.getAndSet(false) ? "\n" : ",\n") + event);
    return Flux.concat(Flux.just(head(caller)), events, Flux.just("\n]}\n"));
  }

  private String head(Caller caller) {
    return "{\"person\":\"%s\",\"exportedAt\":\"%s\",\"events\":["
        .formatted(PersonId.of(caller.actor()), clock.instant());
  }
}
