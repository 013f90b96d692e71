package id.antar.infra.ops;

import id.antar.api.message.Receipt;
import id.antar.api.ops.OpsCommand.CancelJob;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobList;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.ListJobs;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Every process knows of all jobs.
final class JobHandlers {
  private final Jobs jobs;

  JobHandlers(Jobs jobs) {
    this.jobs = jobs;
  }

  @CommandHandler
  Receipt handle(CancelJob command) {
    jobs.cancel(command.jobId());
    return Receipt.accepted();
  }

  @QueryHandler
  @Nullable JobView handle(GetJob query) {
    return jobs.view(query.jobId()).orElse(null);
  }

  @QueryHandler
  JobList handle(ListJobs query) {
    return new JobList(jobs.list(query.limit()));
  }
}
