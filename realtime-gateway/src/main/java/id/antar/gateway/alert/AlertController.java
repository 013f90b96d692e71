package id.antar.gateway.alert;

import id.antar.api.account.Permission;
import id.antar.api.alert.AlertCommand.AcknowledgeAlert;
import id.antar.api.alert.AlertCommand.ReleaseAlert;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.GetThresholds;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertQuery.Thresholds;
import id.antar.api.alert.AlertView.State;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is wrong, and who sees to it.
@RestController
final class AlertController {

  private final Engine engine;
  private final PhoneClock times;

  AlertController(Engine engine, PhoneClock times) {
    this.engine = engine;
    this.times = times;
  }

  /// @param note for the others; it must name nobody
  record Acknowledge(@Nullable String note) {
    Acknowledge {
      if (note != null && (note.isBlank() || note.length() > AcknowledgeAlert.LONGEST_NOTE)) {
        throw new IllegalArgumentException(
            "note has 1 to " + AcknowledgeAlert.LONGEST_NOTE + " characters, not " + note.length());
      }
    }
  }

  @GetMapping("/v1/alerts")
  @Requires(Permission.ALERTS_FOLLOW)
  Mono<AlertPage> list(
      Caller caller,
      @RequestParam @Nullable State state,
      @RequestParam @Nullable AlertKind kind,
      @RequestParam @Nullable String subject,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return engine.ask(new ListAlerts(state, kind, subject, cursor, Valid.limit(limit)));
  }

  @GetMapping("/v1/alerts/thresholds")
  @Requires(Permission.ALERTS_FOLLOW)
  Mono<Thresholds> thresholds(Caller caller) {
    return engine.ask(new GetThresholds());
  }

  @PostMapping("/v1/alerts/{id}/acknowledge")
  @Requires(Permission.ALERTS_TAKE)
  Mono<Done> acknowledge(
      Caller caller,
      @PathVariable AlertId id,
      @RequestBody(required = false) @Nullable Acknowledge body) {
    String note = body == null ? null : body.note();
    var command = new AcknowledgeAlert(id, caller.actor().id(), note, times.of(null));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }

  @PostMapping("/v1/alerts/{id}/release")
  @Requires(Permission.ALERTS_TAKE)
  Mono<Done> release(Caller caller, @PathVariable AlertId id) {
    var command = new ReleaseAlert(id, caller.actor().id(), times.of(null));
    return engine.send(command, caller).thenReturn(Done.DONE);
  }
}
