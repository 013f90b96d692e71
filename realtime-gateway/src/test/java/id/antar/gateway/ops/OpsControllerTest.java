package id.antar.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;

class OpsControllerTest extends GatewayTest {

  @Test
  void anOperatorStartsWork() {
    String key = Ids.random();
    var job = new JobId(Ids.derive("job", "operator:olga", key));
    post(Role.OPERATOR, "olga", "/v1/ops/rebuild", "{\"verifyOnly\":true}", key)
        .expectStatus()
        .isAccepted()
        .expectBody()
        .json("{\"jobId\":\"" + job + "\"}");
    post(Role.ADMIN, "root", "/v1/ops/decisions/verify", "{}").expectStatus().isAccepted();
    post(Role.ADMIN, "root", "/v1/ops/dead-letters/query.order/retry", "{}")
        .expectStatus()
        .isAccepted();
    expectProblem(post(Role.ANALYST, "anna", "/v1/ops/rebuild", "{}"), 403, "forbidden");

    assertThat(engine.commands()).first().isEqualTo(new RebuildProjections(job, true));
    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            RebuildProjections.class, VerifyDecisions.class, RetryDeadLetters.class);
  }
}
