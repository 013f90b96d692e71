package id.antar.gateway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.lab.LabRejection;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.ops.JobId;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LabControllerTest extends GatewayTest {

  private static final String RUNS = "/v1/lab/runs";
  private static final String WINDOW =
      "\"from\":\"2026-11-02T11:00:00Z\",\"to\":\"2026-11-02T14:00:00Z\"";

  @Test
  void anAnalystRunsAWindowAgain() {
    String key = Ids.random();
    var job = new JobId(Ids.derive("job", "analyst:anna", key));

    post(
            Role.ANALYST,
            "anna",
            RUNS,
            "{" + WINDOW + ",\"policy\":{\"basedOn\":\"greedy\",\"lead\":90},\"seeds\":20}",
            key)
        .expectStatus()
        .isAccepted()
        .expectBody()
        .json("{\"jobId\":\"" + job + "\"}");

    assertThat(engine.commands())
        .containsExactly(
            new RunLab(
                job,
                Instant.parse("2026-11-02T11:00:00Z"),
                Instant.parse("2026-11-02T14:00:00Z"),
                "{\"basedOn\":\"greedy\",\"lead\":90}",
                null,
                20));
  }

  @Test
  void nobodyElseDoes() {
    String body = "{" + WINDOW + ",\"policy\":{}}";

    expectProblem(post(Role.COURIER, "carlo", RUNS, body), 403, "forbidden");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void aWindowHasABeginningBeforeItsEnd() {
    String backwards = "\"from\":\"2026-11-02T14:00:00Z\",\"to\":\"2026-11-02T11:00:00Z\"";

    expectProblem(
        post(Role.ANALYST, "anna", RUNS, "{" + backwards + ",\"policy\":{}}"),
        422,
        "invalid-value",
        "from");
    expectProblem(
        post(Role.ANALYST, "anna", RUNS, "{" + WINDOW + ",\"policy\":{},\"seeds\":1}"),
        422,
        "invalid-value",
        "seeds");
  }

  @Test
  void aPolicyThatMakesNoSenseIsRefused() {
    engine.decide(
        _ -> Receipt.rejected(new LabRejection.InvalidPolicy("policy", "A policy has no speed.")));

    expectProblem(
        post(Role.ANALYST, "anna", RUNS, "{" + WINDOW + ",\"policy\":{\"speed\":9}}"),
        422,
        "invalid-policy",
        "policy");
  }
}
