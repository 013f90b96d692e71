package id.antar.gateway.history;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryCommand.ExportEvents;
import id.antar.api.history.HistoryCommand.Format;
import id.antar.api.ops.JobId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Events as a file, made by a job.
@RestController
final class ExportController {

  private final Engine engine;
  private final PersonalLooks looks;

  ExportController(Engine engine, PersonalLooks looks) {
    this.engine = engine;
    this.looks = looks;
  }

  /// @param filter all events, if it is absent
  record Export(Format format, @Nullable EventParameters filter, @Nullable Boolean personal) {

    private static final EventParameters ALL =
        new EventParameters(null, null, null, null, null, null, null, null, null, null, null);

    EventParameters wanted() {
      return Objects.requireNonNullElse(filter, ALL);
    }
  }

  record Started(JobId jobId) {}

  @PostMapping("/v1/history/exports")
  @Requires(Permission.HISTORY_READ)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> export(Caller caller, @RequestBody Export body) {
    EventFilter filter = body.wanted().filter(caller);
    var jobId = new JobId(caller.idOfNew("job", null));
    return looks
        .shown(body.personal(), Look.EXPORT, body.wanted().told(), caller)
        .flatMap(
            shown -> engine.send(new ExportEvents(jobId, body.format(), filter, shown), caller))
        .thenReturn(new Started(jobId));
  }
}
