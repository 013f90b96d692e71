package id.antar.gateway.ops;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.ops.DeadLetterCommand.DiscardDeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.DeadLetters;
import id.antar.api.ops.DeadLetterQuery.GetDeadLetter;
import id.antar.api.ops.DeadLetterQuery.ListDeadLetters;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.ReplayProjection;
import id.antar.api.ops.OpsCommand.RetryDeadLetters;
import id.antar.api.ops.OpsCommand.RetryProcessLetters;
import id.antar.api.ops.OpsCommand.TryDeadLetters;
import id.antar.api.ops.OpsRejection.UnknownDeadLetter;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterControllerTest extends GatewayTest {
  private static final String LETTERS = "/v1/ops/dead-letters";

  private final DeadLetter letter =
      new DeadLetter(
          "letter-1",
          "query.order",
          "OrderPlaced",
          "event-1",
          "order:4711",
          0,
          0,
          "IllegalStateException: no",
          2,
          NOON,
          NOON,
          NOON);

  @Test
  void staffLooksAtWhatIsParked() {
    engine.answer(ListDeadLetters.class, _ -> new DeadLetters(List.of(letter), "next"));
    engine.answer(
        GetDeadLetter.class,
        q ->
            q.letterId().equals("letter-1")
                ? new DeadLetterContent(letter, Map.of("orderId", "4711"))
                : null);

    get(Role.ANALYST, "anna", LETTERS + "?processor=query.order&limit=1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.letters[0].attempts")
        .isEqualTo(2)
        .jsonPath("$.nextCursor")
        .isEqualTo("next");
    get(Role.ANALYST, "anna", LETTERS + "/letter-1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.payload.orderId")
        .isEqualTo("4711");
    expectProblem(get(Role.ANALYST, "anna", LETTERS + "/none"), 404, "unknown-dead-letter");
    expectProblem(get(Role.COURIER, "cora", LETTERS), 403, "forbidden");
  }

  @Test
  void anOperatorTriesOneRetriesItAndGivesItUp() {
    post(Role.OPERATOR, "olga", LETTERS + "/query.order/dry-run", "{\"letterId\":\"letter-1\"}")
        .expectStatus()
        .isAccepted();
    post(Role.OPERATOR, "olga", LETTERS + "/query.order/retry", "{}").expectStatus().isAccepted();
    post(Role.OPERATOR, "olga", LETTERS + "/process.mail/retry", "{}").expectStatus().isAccepted();
    post(Role.OPERATOR, "olga", LETTERS + "/letter-1/discard", "{\"reason\":\"A copy.\"}")
        .expectStatus()
        .isNoContent();
    expectProblem(
        post(Role.OPERATOR, "olga", LETTERS + "/letter-1/discard", "{\"reason\":\" \"}"),
        422,
        "invalid-value");
    engine.decide(_ -> Receipt.rejected(new UnknownDeadLetter("letter-1")));
    expectProblem(
        post(Role.OPERATOR, "olga", LETTERS + "/letter-1/discard", "{\"reason\":\"A copy.\"}"),
        404,
        "unknown-dead-letter");

    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            TryDeadLetters.class,
            RetryDeadLetters.class,
            RetryProcessLetters.class,
            DiscardDeadLetter.class,
            DiscardDeadLetter.class);
  }

  @Test
  void someProjectionsAreRebuiltAndOneIsReplayed() {
    post(
            Role.OPERATOR,
            "olga",
            "/v1/ops/rebuild",
            "{\"projections\":[\"order\"],\"verifyOnly\":true}")
        .expectStatus()
        .isAccepted();
    post(
            Role.OPERATOR,
            "olga",
            "/v1/ops/replay",
            "{\"projection\":\"order\",\"until\":\"%s\"}".formatted(NOON))
        .expectStatus()
        .isAccepted();
    expectProblem(
        post(Role.OPERATOR, "olga", "/v1/ops/replay", "{\"projection\":\"order\"}"),
        400,
        "missing-field");

    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            RebuildProjections.class, it -> assertThat(it.projections()).containsExactly("order"));
    assertThat(engine.commands().getLast())
        .isInstanceOfSatisfying(
            ReplayProjection.class, it -> assertThat(it.until()).isEqualTo(NOON));
  }
}
