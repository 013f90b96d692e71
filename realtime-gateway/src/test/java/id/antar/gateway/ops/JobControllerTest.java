package id.antar.gateway.ops;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.Permission;
import id.antar.api.message.Actor.Role;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsCommand.CancelJob;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobList;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import id.antar.api.ops.OpsQuery.ListJobs;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.LeftFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobControllerTest extends GatewayTest {

  private static final JobId JOB = new JobId("job-1");

  @BeforeEach
  void annasExportRuns() {
    JobView job = job(new JobResult("events.csv", "text/csv", Permission.OPS_READ, false));
    engine.answer(GetJob.class, q -> q.jobId().equals(JOB) ? job : null);
    engine.answer(ListJobs.class, q -> new JobList(List.of(job)));
  }

  private static JobView job(JobResult result) {
    return new JobView(
        JOB,
        "export-events",
        "analyst:anna",
        State.RUNNING,
        1,
        2,
        List.of(),
        List.of(),
        NOON,
        null,
        result);
  }

  @Test
  void staffSeesHowFarAJobIs() {
    get(Role.OPERATOR, "olga", "/v1/ops/jobs/" + JOB)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("running");
    get(Role.ANALYST, "anna", "/v1/ops/jobs?limit=5")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.jobs[0].startedBy")
        .isEqualTo("analyst:anna");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/ops/jobs/none"), 404, "unknown-job");
  }

  @Test
  void itIsStoppedByWhoStartedItOrByWhoRunsTheEngine() {
    expectProblem(delete(Role.ANALYST, "alan", "/v1/ops/jobs/" + JOB), 403, "forbidden");
    delete(Role.ANALYST, "anna", "/v1/ops/jobs/" + JOB).expectStatus().isNoContent();
    delete(Role.OPERATOR, "olga", "/v1/ops/jobs/" + JOB).expectStatus().isNoContent();

    assertThat(engine.commands()).containsExactly(new CancelJob(JOB), new CancelJob(JOB));
  }

  @Test
  void whatItLeftIsFetchedAsAFile() {
    get(Role.ANALYST, "anna", "/v1/ops/jobs/" + JOB + "/result")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Disposition", "attachment; filename=\"events.csv\"")
        .expectHeader()
        .contentType("text/csv")
        .expectHeader()
        .contentLength(LeftFile.TEXT.length())
        .expectBody(String.class)
        .isEqualTo(LeftFile.TEXT);
  }

  @Test
  void aResultIsOnlyForThoseWhoMaySeeWhatIsInIt() {
    JobView job = job(new JobResult("a.csv", "text/csv", Permission.PEOPLE_FORGET, true));
    engine.answer(GetJob.class, _ -> job);

    expectProblem(get(Role.ANALYST, "anna", "/v1/ops/jobs/" + JOB + "/result"), 403, "forbidden");
    get(Role.ADMIN, "root", "/v1/ops/jobs/" + JOB + "/result").expectStatus().isOk();
  }
}
