package id.antar.gateway.ops;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpsControllerTest extends GatewayTest {

  @Test
  void anOperatorStartsWorkAndSeesHowFarItIs() {
    String key = Ids.random();
    var job = new JobId(Ids.derive("job", "operator:olga", key));
    engine.answer(
        GetJob.class,
        q ->
            q.jobId().equals(job)
                ? new JobView(
                    job, "rebuild", JobView.State.RUNNING, 1, 2, List.of(), List.of(), NOON, null)
                : null);

    post(Role.OPERATOR, "olga", "/v1/ops/rebuild", "{\"verifyOnly\":true}", key)
        .expectStatus()
        .isAccepted()
        .expectBody()
        .json("{\"jobId\":\"" + job + "\"}");
    post(Role.ADMIN, "root", "/v1/ops/decisions/verify", "{}").expectStatus().isAccepted();
    post(Role.ADMIN, "root", "/v1/ops/dead-letters/query.order/retry", "{}")
        .expectStatus()
        .isAccepted();
    get(Role.OPERATOR, "olga", "/v1/ops/jobs/" + job)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("running");
    expectProblem(get(Role.OPERATOR, "olga", "/v1/ops/jobs/none"), 404, "unknown-job");
    expectProblem(post(Role.ANALYST, "anna", "/v1/ops/rebuild", "{}"), 403, "forbidden");

    assertThat(engine.commands()).first().isEqualTo(new RebuildProjections(job, true));
    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            RebuildProjections.class, VerifyDecisions.class, RetryDeadLetters.class);
  }
}
