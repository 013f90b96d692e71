package id.antar.gateway.ops;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.ReplayProjection;
import id.antar.api.ops.OpsCommand.RotateMasterKey;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processors;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What those who run the engine see and start.
@RestController
final class OpsController {

  private final Engine engine;

  OpsController(Engine engine) {
    this.engine = engine;
  }

  /// @param projections their names; all of them if there are none
  record Rebuild(@Nullable List<String> projections, @Nullable Boolean verifyOnly) {
    Rebuild {
      if (projections != null && projections.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("projections must not hold null.");
      }
    }
  }

  /// @param until the moment of recording at which the last event was
  record Replay(String projection, Instant until) {}

  record Started(JobId jobId) {}

  @GetMapping("/v1/ops/processors")
  @Requires(Permission.OPS_READ)
  Mono<Processors> processors(Caller caller) {
    return engine.ask(new ListProcessors());
  }

  @PostMapping("/v1/ops/rebuild")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> rebuild(Caller caller, @RequestBody(required = false) @Nullable Rebuild body) {
    boolean verifyOnly = body != null && Boolean.TRUE.equals(body.verifyOnly());
    List<String> projections =
        body == null || body.projections() == null ? List.of() : body.projections();
    return start(new RebuildProjections(newJob(caller), projections, verifyOnly), caller);
  }

  @PostMapping("/v1/ops/decisions/verify")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> verifyDecisions(Caller caller) {
    return start(new VerifyDecisions(newJob(caller)), caller);
  }

  @PostMapping("/v1/ops/keys/rotate")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> rotateMasterKey(Caller caller) {
    return start(new RotateMasterKey(newJob(caller)), caller);
  }

  @PostMapping("/v1/ops/replay")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> replay(Caller caller, @RequestBody Replay body) {
    return start(new ReplayProjection(newJob(caller), body.projection(), body.until()), caller);
  }

  private Mono<Started> start(OpsCommand command, Caller caller) {
    return engine.send(command, caller).thenReturn(new Started(command.jobId()));
  }

  private static JobId newJob(Caller caller) {
    return new JobId(caller.idOfNew("job", null));
  }
}
