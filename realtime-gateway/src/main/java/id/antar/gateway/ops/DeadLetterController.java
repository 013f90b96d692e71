package id.antar.gateway.ops;

import id.antar.api.account.Permission;
import id.antar.api.message.Ids;
import id.antar.api.ops.DeadLetterCommand.DiscardDeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.DeadLetters;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.DeadLetterQuery.ListDeadLetters;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.RetryProcessLetters;
import id.antar.api.ops.OpsCommand.TryDeadLetters;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import id.antar.gateway.ops.OpsController.Started;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Events that a processor could not handle.
@RestController
final class DeadLetterController {
  private static final int LONGEST_REASON = 300;
  private static final String PROCESS = "process.";

  private final Engine engine;
  private final InstantSource clock;

  DeadLetterController(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /// @param letterId only this one, with those that it waits for and those that wait for it
  record Which(@Nullable String letterId) {
    Which {
      if (letterId != null) {
        letterId = Ids.requireId("letter id", letterId);
      }
    }
  }

  record Discard(String reason) {
    Discard {
      if (reason.isBlank() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException(
            "reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length() + ".");
      }
    }
  }

  @GetMapping("/v1/ops/dead-letters")
  @Requires(Permission.OPS_READ)
  Mono<DeadLetters> list(
      Caller caller,
      @RequestParam @Nullable String processor,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return engine.ask(new ListDeadLetters(processor, cursor, Valid.limit(limit)));
  }

  @GetMapping("/v1/ops/dead-letters/{letterId}")
  @Requires(Permission.OPS_READ)
  Mono<DeadLetterContent> show(Caller caller, @PathVariable String letterId) {
    return engine
        .ask(new GetDeadLetter(letterId))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("dead-letter", letterId).asException()));
  }

  @PostMapping("/v1/ops/dead-letters/{processor}/retry")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> retry(
      Caller caller,
      @PathVariable String processor,
      @RequestBody(required = false) @Nullable Which which) {
    JobId job = newJob(caller);
    OpsCommand retry =
        processor.startsWith(PROCESS)
            ? new RetryProcessLetters(job, processor, letter(which))
            : new RetryDeadLetters(job, processor, letter(which));
    return start(retry, caller);
  }

  @PostMapping("/v1/ops/dead-letters/{processor}/dry-run")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> dryRun(
      Caller caller,
      @PathVariable String processor,
      @RequestBody(required = false) @Nullable Which which) {
    return start(new TryDeadLetters(newJob(caller), processor, letter(which)), caller);
  }

  @PostMapping("/v1/ops/dead-letters/{letterId}/discard")
  @Requires(Permission.OPS_RUN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> discard(Caller caller, @PathVariable String letterId, @RequestBody Discard body) {
    String id = Valid.value("letterId", () -> Ids.requireId("letter id", letterId));
    return engine.send(new DiscardDeadLetter(id, body.reason(), clock.instant()), caller);
  }

  private static @Nullable String letter(@Nullable Which which) {
    return which == null ? null : which.letterId();
  }

  private Mono<Started> start(OpsCommand command, Caller caller) {
    return engine.send(command, caller).thenReturn(new Started(command.jobId()));
  }

  private static JobId newJob(Caller caller) {
    return new JobId(caller.idOfNew("job", null));
  }
}
