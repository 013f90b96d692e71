package id.antar.gateway.person;

import id.antar.api.account.Permission;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives everybody what is stored of them. It reads the whole event store, so few are made at once,
/// and none goes on for long because its reader is slow.
@RestController
final class ExportController {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ExportPerson export;
  private final WireJson json;
  private final EngineClock clock;
  private final OwnTrack track;
  private final ExportPlaces places = new ExportPlaces();

  ExportController(ExportPerson export, OwnTrack track, WireJson json, EngineClock clock) {
    this.export = export;
    this.track = track;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ME_MANAGE)
  ResponseEntity<Flux<String>> exportMe(Caller caller) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export.json\"")
        .body(Flux.using(() -> places.take(caller.actor()), _ -> inTime(caller), places::leave));
  }

  /// What has begun can only break off.
  private Flux<String> inTime(Caller caller) {
    return text(caller)
        .takeUntilOther(Mono.delay(LONGEST).then(Mono.error(() -> new TimeoutException("Export"))));
  }

  private Flux<String> text(Caller caller) {
    Instant now = clock.instant();
    return Flux.concat(
        Flux.just(head(caller, now)),
        lines(export.of(caller.actor())),
        Flux.just("\n], \"track\": ["),
        lines(track.of(caller.actor(), now)),
        Flux.just("\n]}\n"));
  }

  private Flux<String> lines(Flux<?> values) {
    var first = new AtomicBoolean(true);
    return values
        .map(json::write)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(value -> (first.getAndSet(false) ? "\n" : ",\n") + value);
  }

  private static String head(Caller caller, Instant now) {
    return "{\"person\":\"%s\",\"exportedAt\":\"%s\",\"events\":["
        .formatted(PersonId.of(caller.actor()), now);
  }
}
