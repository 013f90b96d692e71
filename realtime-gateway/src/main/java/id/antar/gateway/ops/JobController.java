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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
import reactor.core.publisher.Mono;

/// Long work: how far it is, what it left, and how to stop it.
@RestController
final class JobController {

  private final Engine engine;
  private final JobFiles files;

  JobController(Engine engine, JobFiles files) {
    this.engine = engine;
    this.files = files;
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
  Mono<ResponseEntity<Resource>> result(Caller caller, @PathVariable JobId id) {
    return find(id)
        .flatMap(job -> Mono.justOrEmpty(job.result()))
        .flatMap(result -> Mono.justOrEmpty(file(caller, id, result)))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("job-result", id).asException()));
  }

  private Optional<ResponseEntity<Resource>> file(Caller caller, JobId id, JobResult result) {
    if (!caller.may(result.needs())) {
      throw Problem.forbidden("The result needs " + result.needs() + ".").asException();
    }
    return files
        .find(id)
        .map(path ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(result.mediaType()))
                .headers(headers ->
                    headers.setContentDisposition(
                        ContentDisposition.attachment().filename(result.fileName()).build()))
                .body(new FileSystemResource(path)));
  }

  private Mono<JobView> find(JobId id) {
    return engine
        .ask(new GetJob(id))
        .switchIfEmpty(Mono.error(() -> Problem.notFound("job", id).asException()));
  }
}
