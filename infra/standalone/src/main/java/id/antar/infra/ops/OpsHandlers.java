package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.OpsCommand.CancelJob;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.ReplayProjection;
import id.antar.api.ops.OpsCommand.RotateMasterKey;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobList;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.ListJobs;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processors;
import id.antar.dispatch.live.DecisionVerifier;
import id.antar.infra.personal.KeyRotation;
import id.antar.query.rebuild.ProjectionRebuild;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// Answers those who run the engine.
final class OpsHandlers {
  private final Jobs jobs;
  private final ProcessorBoard board;
  private final ObjectProvider<ProjectionRebuild> rebuild;
  private final ObjectProvider<DecisionVerifier> verifier;
  private final KeyRotation rotation;

  OpsHandlers(
      Jobs jobs,
      ProcessorBoard board,
      ObjectProvider<ProjectionRebuild> rebuild,
      ObjectProvider<DecisionVerifier> verifier,
      KeyRotation rotation) {
    this.jobs = jobs;
    this.board = board;
    this.rebuild = rebuild;
    this.verifier = verifier;
    this.rotation = rotation;
  }

  @CommandHandler
  Receipt handle(RebuildProjections command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        command.verifyOnly() ? "verify-projections" : "rebuild-projections",
        actor,
        with(
            rebuild,
            "query",
            (it, progress) -> it.run(command.projections(), command.verifyOnly(), progress)));
    return Receipt.accepted();
  }

  @CommandHandler
  Receipt handle(VerifyDecisions command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        "verify-decisions",
        actor,
        with(verifier, "dispatch", DecisionVerifier::run));
    return Receipt.accepted();
  }

  @CommandHandler
  Receipt handle(RotateMasterKey command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(command.jobId(), "rotate-master-key", actor, rotation::run);
    return Receipt.accepted();
  }

  @CommandHandler
  Receipt handle(ReplayProjection command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        "replay-projection",
        actor,
        with(
            rebuild,
            "query",
            (it, progress) -> it.replay(command.projection(), command.until(), progress)));
    return Receipt.accepted();
  }

  @CommandHandler
  Receipt handle(CancelJob command) {
    jobs.cancel(command.jobId());
    return Receipt.accepted();
  }

  private interface Work<T> {
    void run(T worker, JobProgress progress);
  }

  private static <T> Consumer<JobProgress> with(
      ObjectProvider<T> worker, String role, Work<T> work) {
    return progress -> {
      T present = worker.getIfAvailable();
      if (present == null) {
        progress.finding("This engine does not have the role " + role + ".");
      } else {
        work.run(present, progress);
      }
    };
  }

  @QueryHandler
  @Nullable JobView handle(GetJob query) {
    return jobs.view(query.jobId()).orElse(null);
  }

  @QueryHandler
  JobList handle(ListJobs query) {
    return new JobList(jobs.list(query.limit()));
  }

  @QueryHandler
  Processors handle(ListProcessors query) {
    return new Processors(board.list());
  }
}
