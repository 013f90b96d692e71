package id.antar.gateway.ops;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobId;
import id.antar.api.ops.LogCheckpoint;
import id.antar.api.ops.LogQuery.Checkpoints;
import id.antar.api.ops.LogQuery.GetLogState;
import id.antar.api.ops.LogQuery.ListCheckpoints;
import id.antar.api.ops.LogQuery.LogState;
import id.antar.api.ops.OpsCommand.VerifyLog;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.ops.OpsController.Started;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The log of events, how far it is chained, and whether it still is what was chained.
@RestController
final class LogController {
  private static final int MOST_KNOWN = 500;

  private final Engine engine;

  LogController(Engine engine) {
    this.engine = engine;
  }

  /// @param since a checkpoint's number: what it covers is trusted
  /// @param checkpoints that were kept elsewhere
  record Verify(@Nullable Long since, @Nullable List<LogCheckpoint> checkpoints) {
    Verify {
      if (since != null && since < 0) {
        throw new IllegalArgumentException("since is a checkpoint's number, not " + since + ".");
      }
      if (checkpoints != null && checkpoints.size() > MOST_KNOWN) {
        throw new IllegalArgumentException("checkpoints are at most " + MOST_KNOWN + ".");
      }
      if (checkpoints != null && checkpoints.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("checkpoints must not hold null.");
      }
    }
  }

  @GetMapping("/v1/ops/log")
  @Requires(Permission.OPS_READ)
  Mono<LogState> state(Caller caller) {
    return engine.ask(new GetLogState());
  }

  @GetMapping("/v1/ops/log/checkpoints")
  @Requires(Permission.OPS_READ)
  Mono<Checkpoints> checkpoints(
      Caller caller, @RequestParam @Nullable Long after, @RequestParam @Nullable Integer limit) {
    return engine.ask(new ListCheckpoints(after == null ? 0 : after, Valid.limit(limit)));
  }

  @PostMapping("/v1/ops/log/verify")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> verify(Caller caller, @RequestBody(required = false) @Nullable Verify body) {
    long since = body == null || body.since() == null ? 0 : body.since();
    List<LogCheckpoint> known =
        body == null || body.checkpoints() == null ? List.of() : body.checkpoints();
    var command = new VerifyLog(new JobId(caller.idOfNew("job", null)), since, known);
    return engine.send(command, caller).thenReturn(new Started(command.jobId()));
  }
}
