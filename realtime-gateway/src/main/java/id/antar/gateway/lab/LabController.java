package id.antar.gateway.lab;

import id.antar.api.account.Permission;
import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.ops.JobId;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Past windows, run again under another policy. How far a run is, its report and its end are those
/// of its job.
@RestController
final class LabController {

  private static final int USUAL_SEEDS = 10;

  private final Engine engine;

  LabController(Engine engine) {
    this.engine = engine;
  }

  /// @param policy `basedOn` a named one, and what is different
  /// @param baseline the policy that was live in the window unless given
  /// @param seeds pairs of runs; 10 unless given
  record LabRun(
      Instant from,
      Instant to,
      Map<String, Object> policy,
      @Nullable Map<String, Object> baseline,
      @Nullable Integer seeds) {

    RunLab command(JobId jobId) {
      return Valid.of(
          RunLab.class,
          "",
          () ->
              new RunLab(
                  jobId,
                  from,
                  to,
                  json(policy),
                  baseline == null ? null : json(baseline),
                  seeds == null ? USUAL_SEEDS : seeds));
    }

    private static String json(Map<String, Object> policy) {
      return JsonMapper.shared().writeValueAsString(policy);
    }
  }

  record Started(JobId jobId) {}

  @PostMapping("/v1/lab/runs")
  @Requires(Permission.LAB_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Started> run(Caller caller, @RequestBody LabRun body) {
    RunLab command = body.command(new JobId(caller.idOfNew("job", null)));
    return engine.send(command, caller).thenReturn(new Started(command.jobId()));
  }
}
