package id.antar.infra.ops;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.ReplayProjection;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processors;
import id.antar.api.ops.StartJob;
import id.antar.query.rebuild.ProjectionRebuild;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;

/// Builds projections anew, and tells how processors stand.
final class ProjectionHandlers {
  private final StartJob jobs;
  private final ProcessorBoard board;
  private final ProjectionRebuild rebuild;

  ProjectionHandlers(StartJob jobs, ProcessorBoard board, ProjectionRebuild rebuild) {
    this.jobs = jobs;
    this.board = board;
    this.rebuild = rebuild;
  }

  @CommandHandler
  Receipt handle(RebuildProjections command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        command.verifyOnly() ? "verify-projections" : "rebuild-projections",
        actor,
        progress -> rebuild.run(command.projections(), command.verifyOnly(), progress));
    return Receipt.accepted();
  }

  @CommandHandler
  Receipt handle(ReplayProjection command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        "replay-projection",
        actor,
        progress -> rebuild.replay(command.projection(), command.until(), progress));
    return Receipt.accepted();
  }

  @QueryHandler
  Processors handle(ListProcessors query) {
    return new Processors(board.list());
  }
}
