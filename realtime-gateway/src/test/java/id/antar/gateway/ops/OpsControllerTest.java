package id.antar.gateway.ops;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.ops.JobId;
import id.antar.api.ops.LogCheckpoint;
import id.antar.api.ops.LogQuery.GetLogState;
import id.antar.api.ops.LogQuery.LogState;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.VerifyDecisions;
import id.antar.api.ops.OpsCommand.VerifyLog;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
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

    assertThat(engine.commands()).first().isEqualTo(new RebuildProjections(job, List.of(), true));
    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            RebuildProjections.class, VerifyDecisions.class, RetryDeadLetters.class);
  }

  @Test
  void theLogIsVerifiedWithCheckpointsThatWereKeptElsewhere() {
    var checkpoint =
        new LogCheckpoint(1, 9, 8, "0f".repeat(32), NOON, "0123456789abcdef", "c2lnbmVk");
    engine.answer(
        GetLogState.class, _ -> new LogState(12, 9, 8, 3, checkpoint, "0123456789abcdef", "key"));
    String json =
        "{\"number\":1,\"position\":9,\"events\":8,\"hash\":\"%s\",\"madeAt\":\"%s\",\"keyId\":\"0123456789abcdef\",\"signature\":\"c2lnbmVk\"}"
            .formatted(checkpoint.hash(), NOON);

    get(Role.ANALYST, "anna", "/v1/ops/log")
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"head\":12,\"chainedTo\":9,\"lag\":3,\"lastCheckpoint\":%s}".formatted(json));
    post(
            Role.OPERATOR,
            "olga",
            "/v1/ops/log/verify",
            "{\"since\":1,\"checkpoints\":[%s]}".formatted(json))
        .expectStatus()
        .isAccepted();
    expectProblem(
        post(Role.OPERATOR, "olga", "/v1/ops/log/verify", "{\"since\":-1}"), 422, "invalid-value");
    expectProblem(
        post(
            Role.OPERATOR,
            "olga",
            "/v1/ops/log/verify",
            "{\"checkpoints\":[%s]}".formatted(json.replace("0f0f", "zzzz"))),
        422,
        "invalid-value");
    expectProblem(
        post(Role.OPERATOR, "olga", "/v1/ops/log/verify", "{\"checkpoints\":[null]}"),
        422,
        "invalid-value");
    expectProblem(
        post(Role.OPERATOR, "olga", "/v1/ops/rebuild", "{\"projections\":[null]}"),
        422,
        "invalid-value");

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            VerifyLog.class,
            it -> {
              assertThat(it.since()).isEqualTo(1);
              assertThat(it.known()).containsExactly(checkpoint);
            });
  }
}
