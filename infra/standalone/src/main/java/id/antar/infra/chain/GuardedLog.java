package id.antar.infra.chain;

import static id.antar.api.message.MetaKeys.ACTOR;

import id.antar.api.message.Receipt;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.LogCheckpoint;
import id.antar.api.ops.LogQuery.Checkpoints;
import id.antar.api.ops.LogQuery.GetLogState;
import id.antar.api.ops.LogQuery.ListCheckpoints;
import id.antar.api.ops.LogQuery.LogState;
import id.antar.api.ops.OpsCommand.VerifyLog;
import id.antar.api.ops.StartJob;
import id.antar.infra.chain.ReadLog.ChainEnd;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;

/// The log, as those who run the engine ask about it.
final class GuardedLog {
  private final ChainTable table;
  private final SigningKey key;
  private final TrustedKeys trusted;
  private final CheckpointFile file;
  private final StartJob jobs;

  GuardedLog(
      ChainTable table, SigningKey key, TrustedKeys trusted, CheckpointFile file, StartJob jobs) {
    this.table = table;
    this.key = key;
    this.trusted = trusted;
    this.file = file;
    this.jobs = jobs;
  }

  @CommandHandler
  Receipt handle(VerifyLog command, @MetaDataValue(ACTOR) String actor) {
    jobs.start(
        command.jobId(),
        "verify-log",
        actor,
        progress -> verify(command.since(), command.known(), progress));
    return Receipt.accepted();
  }

  void verify(long since, List<LogCheckpoint> known, JobProgress progress) {
    new Verification(table, trusted, file.read()).run(since, known, progress);
  }

  @QueryHandler
  LogState handle(GetLogState query) {
    ChainEnd end = table.end();
    long head = table.head();
    return new LogState(
        head,
        end.link().index(),
        end.events(),
        Math.max(0, head - end.link().index()),
        table.lastCheckpoint().orElse(null),
        key.id(),
        key.publicKey());
  }

  @QueryHandler
  Checkpoints handle(ListCheckpoints query) {
    return new Checkpoints(table.checkpoints(query.afterNumber(), query.limit()));
  }
}
