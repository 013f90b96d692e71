package id.antar.gateway.ops;

import id.antar.api.account.Permission;
import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsCommand.CancelJob;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobList;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.ListJobs;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Long work: how far it is, what it left, and how to stop it.
@RestController
final class JobController {

  private final Engine engine;
  private final JobFiles files;
  private final Scheduler scheduler;

  JobController(Engine engine, JobFiles files, Scheduler scheduler) {
    this.engine = engine;
    this.files = files;
    this.scheduler = scheduler;
  }

  @GetMapping("/v1/ops/jobs")
  @Requires(Permission.OPS_READ)
  Mono<JobList> jobs(Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
    return engine.ask(new ListJobs(Valid.limit(limit)));
  }

  @GetMapping("/v1/ops/jobs/{id}")
  @Requires(Permission.OPS_READ)
  Mono<JobView> job(Caller caller, @PathVariable JobId id) {
    return find(id);
  }

  /// It stops at its next step.
  @DeleteMapping("/v1/ops/jobs/{id}")
  @Requires(Permission.OPS_READ)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> cancel(Caller caller, @PathVariable JobId id) {
    return find(id)
        .filter(job ->
            job.startedBy().equals(caller.actor().toString()) || caller.may(Permission.OPS_RUN))
        .switchIfEmpty(
            Mono.error(() -> Problem.forbidden("The job is somebody else's.").asException()))
        .flatMap(job -> engine.send(new CancelJob(id), caller));
  }

  @GetMapping("/v1/ops/jobs/{id}/result")
  @Requires(Permission.OPS_READ)
  Mono<ResponseEntity<Flux<DataBuffer>>> result(Caller caller, @PathVariable JobId id) {
    return find(id)
        .flatMap(job -> Mono.justOrEmpty(job.result()))
        .flatMap(result -> file(caller, id, result))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("job-result", id).asException()));
  }

  private Mono<ResponseEntity<Flux<DataBuffer>>> file(Caller caller, JobId id, JobResult result) {
    if (!caller.may(result.needs())) {
      throw Problem.forbidden("The result needs " + result.needs() + ".").asException();
    }
    return Mono.fromCallable(() -> files.length(id))
        .subscribeOn(scheduler)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .map(length ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(result.mediaType()))
                .contentLength(length)
                .headers(headers ->
                    headers.setContentDisposition(
                        ContentDisposition.attachment().filename(result.fileName()).build()))
                .body(pieces(id, length)));
  }

  /// One after the other, as fast as they are taken.
  private Flux<DataBuffer> pieces(JobId id, long length) {
    int count = Math.toIntExact((length + JobFiles.PIECE - 1) / JobFiles.PIECE);
    return Flux.range(0, count)
        .concatMap(
            number ->
                Mono.fromCallable(() -> files.piece(id, number).orElseThrow())
                    .subscribeOn(scheduler),
            1)
        .map(DefaultDataBufferFactory.sharedInstance::wrap);
  }

  private Mono<JobView> find(JobId id) {
    return engine
        .ask(new GetJob(id))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("job", id).asException()));
  }
}
