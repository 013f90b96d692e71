package id.antar.infra.lab;

import static id.antar.api.message.MetaKeys.ACTOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Permission;
import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.lab.LabRejection;
import id.antar.api.lab.LabReport;
import id.antar.api.message.Receipt;
import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.StartJob;
import id.antar.dispatch.lab.LabImpossible;
import id.antar.dispatch.lab.PolicyLab;
import id.antar.dispatch.lab.facts.StoredHistory;
import id.antar.dispatch.lab.run.RoadStreets;
import id.antar.dispatch.plan.PolicyJson;
import id.antar.dispatch.road.RoadNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Starts runs of the policy lab.
final class LabHandlers implements AutoCloseable {
  private static final JobResult REPORT =
      new JobResult("lab.json", "application/json", Permission.LAB_RUN, false);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();

  private final StartJob jobs;
  private final EventStore events;
  private final RoadNetwork streets;
  private final LabQueue queue = new LabQueue();

  LabHandlers(StartJob jobs, EventStore events, RoadNetwork streets) {
    this.jobs = jobs;
    this.events = events;
    this.streets = streets;
  }

  @CommandHandler
  Receipt handle(RunLab command, @MetaDataValue(ACTOR) String actor) {
    Optional<LabRejection> fault =
        fault("policy", command.policy()).or(() -> fault("baseline", command.baseline()));
    if (fault.isPresent()) {
      return Receipt.rejected(fault.get());
    }
    if (queue.isFull()) {
      return Receipt.rejected(new LabRejection.TooManyRuns(LabQueue.MOST));
    }
    jobs.start(command.jobId(), "lab", actor, progress -> run(command, progress));
    return Receipt.accepted();
  }

  private static Optional<LabRejection> fault(String field, @Nullable String policy) {
    try {
      if (policy != null) {
        var _ = PolicyJson.read(policy);
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(new LabRejection.InvalidPolicy(field, String.valueOf(e.getMessage())));
    }
  }

  private void run(RunLab command, JobProgress progress) {
    progress.summary(told(command));
    var lab = new PolicyLab(new StoredHistory(events), new RoadStreets(streets), streets.version());
    try {
      LabReport report = queue.run(progress, () -> lab.run(command, progress));
      progress.summary(report.verdict());
      Files.writeString(
          progress.result(REPORT),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n",
          UTF_8);
    } catch (LabImpossible e) {
      progress.finding(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(RunLab command) {
    @Nullable String baseline = command.baseline();
    return "%s against %s, from %s to %s, %d pairs of runs."
        .formatted(
            PolicyJson.read(command.policy()).version(),
            baseline == null ? "the live policy" : PolicyJson.read(baseline).version(),
            command.from(),
            command.to(),
            command.seeds());
  }

  @Override
  public void close() {
    queue.close();
  }
}
