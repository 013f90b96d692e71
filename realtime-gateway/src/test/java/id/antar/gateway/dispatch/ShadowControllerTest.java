package id.antar.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.PolicyCommand.EndShadow;
import id.antar.api.dispatch.PolicyCommand.PromoteShadow;
import id.antar.api.dispatch.PolicyCommand.StartShadow;
import id.antar.api.dispatch.PolicyQuery.Change;
import id.antar.api.dispatch.PolicyQuery.GetShadow;
import id.antar.api.dispatch.PolicyQuery.KnownPolicies;
import id.antar.api.dispatch.PolicyQuery.KnownPolicy;
import id.antar.api.dispatch.PolicyQuery.ListPolicies;
import id.antar.api.dispatch.PolicyQuery.LivePolicy;
import id.antar.api.dispatch.PolicyQuery.PolicyReading;
import id.antar.api.dispatch.PolicyQuery.ReadPolicy;
import id.antar.api.dispatch.PolicyQuery.Shadow;
import id.antar.api.dispatch.PolicyQuery.ShadowReport;
import id.antar.api.dispatch.PolicyRejection.AnotherShadow;
import id.antar.api.dispatch.ShadowId;
import id.antar.api.dispatch.ShadowScore;
import id.antar.api.dispatch.ShadowScore.Side;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ShadowControllerTest extends GatewayTest {

  private static final String PATH = "/v1/dispatch/shadow";
  private static final ZoneId MAIN = new ZoneId("main");
  private static final ShadowId SHADOW = new ShadowId("shadow-1");
  private static final ShadowScore SCORE =
      new ShadowScore(
          7,
          1,
          0,
          9,
          8,
          1,
          0,
          6,
          new Side(2, 900.5, 0.0, 200.0, 1800.0, 1900.0, 4.5),
          new Side(3, 950.0, 1.5, 190.0, 1850.0, 1890.0, 3.5));
  private static final Shadow GREEDY =
      new Shadow(
          SHADOW,
          "greedy-1",
          "{\"lead\":1}",
          Instant.parse("2026-11-21T12:00:00Z"),
          "analyst:anna",
          "to see",
          SCORE,
          ShadowScore.NONE);

  private void runs(@Nullable Shadow shadow) {
    var live = new LivePolicy("standard-2", "{}", null);
    engine.answer(GetShadow.class, _ -> new ShadowReport(MAIN, live, shadow));
  }

  private ResponseSpec start(Role role, String body) {
    return put(role, "anna", PATH, body);
  }

  @Test
  void anAnalystTriesACandidate() {
    engine.answer(ReadPolicy.class, q -> new PolicyReading(MAIN, "greedy-1", "{\"lead\":1}", null));

    start(Role.ANALYST, "{\"policy\":{\"basedOn\":\"greedy\"},\"reason\":\"to see\"}")
        .expectStatus()
        .isOk();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            StartShadow.class,
            it -> {
              assertThat(it.policyVersion()).isEqualTo("greedy-1");
              assertThat(it.policy()).isEqualTo("{\"lead\":1}");
              assertThat(it.reason()).isEqualTo("to see");
            });
  }

  @Test
  void aPolicyThatMakesNoSenseIsNotTried() {
    engine.answer(
        ReadPolicy.class, _ -> new PolicyReading(MAIN, null, null, "A policy has no speed."));

    expectProblem(
        start(Role.ANALYST, "{\"policy\":{\"speed\":9},\"reason\":\"to see\"}"),
        422,
        "invalid-policy",
        "policy");
    expectProblem(start(Role.ANALYST, "{\"policy\":{},\"reason\":\" \"}"), 422, "invalid-value");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void anotherCandidateThanTheOneThatRunsIsAConflict() {
    engine.answer(ReadPolicy.class, _ -> new PolicyReading(MAIN, "greedy-1", "{}", null));
    engine.decide(_ -> Receipt.rejected(new AnotherShadow(SHADOW)));

    expectProblem(
        start(Role.OPERATOR, "{\"policy\":{},\"reason\":\"to see\"}"), 409, "another-shadow");
  }

  @Test
  void staffSeesTheScore() {
    runs(GREEDY);

    get(Role.ANALYST, "anna", PATH)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"zone":"main","live":{"version":"standard-2"},
             "shadow":{"shadowId":"shadow-1","version":"greedy-1","startedBy":"analyst:anna",
                       "total":{"rounds":7,"skipped":1,"sameCourier":6,
                                "live":{"clickToDoor":900.5},"candidate":{"clickToDoor":950.0}},
                       "lastHour":{"rounds":0}}}\
            """);
    expectProblem(get(Role.COURIER, "carlo", PATH), 403, "forbidden");
  }

  @Test
  void staffSeesAllPoliciesAndWhatWasDecidedAboutThem() {
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    var live = new KnownPolicy("greedy-1", "{\"lead\":1}", "greedy", true, false, noon);
    var change =
        new Change(
            SHADOW,
            Change.Kind.PROMOTED,
            "greedy-1",
            "standard-2",
            noon,
            "operator:olga",
            "quicker",
            SCORE);
    engine.answer(ListPolicies.class, _ -> new KnownPolicies(MAIN, List.of(live), List.of(change)));

    get(Role.ANALYST, "anna", "/v1/dispatch/policies")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"zone":"main",
             "policies":[{"version":"greedy-1","name":"greedy","live":true,"inShadow":false,
                          "liveSince":"2026-11-21T12:00:00Z"}],
             "changes":[{"shadowId":"shadow-1","kind":"promoted","version":"greedy-1",
                         "formerVersion":"standard-2","by":"operator:olga","reason":"quicker",
                         "score":{"rounds":7}}]}\
            """);
  }

  @Test
  void aShadowEndsWithItsScore() {
    runs(GREEDY);
    end("seen").expectStatus().isOk();
    expectProblem(end(""), 422, "invalid-value");

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            EndShadow.class,
            it -> {
              assertThat(it.shadowId()).isEqualTo(SHADOW);
              assertThat(it.score()).isEqualTo(SCORE);
            });
  }

  @Test
  void aShadowThatTheDispatcherHasNotHeardOfEndsToo() {
    runs(null);
    end("seen").expectStatus().isOk();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            EndShadow.class,
            it -> {
              assertThat(it.shadowId()).isNull();
              assertThat(it.score()).isEqualTo(ShadowScore.NONE);
            });
  }

  private ResponseSpec end(String reason) {
    return delete(Role.ANALYST, "anna", PATH + "?reason=" + reason);
  }

  @Test
  void anOperatorPromotesWhatTheyHaveSeenAndAnAnalystDoesNot() {
    runs(GREEDY);
    String body = "{\"shadowId\":\"shadow-1\",\"reason\":\"sooner\"}";

    expectProblem(post(Role.ANALYST, "anna", PATH + "/promote", body), 403, "forbidden");
    post(Role.OPERATOR, "olga", PATH + "/promote", body).expectStatus().isOk();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            PromoteShadow.class,
            it -> {
              assertThat(it.shadowId()).isEqualTo(SHADOW);
              assertThat(it.formerVersion()).isEqualTo("standard-2");
              assertThat(it.score()).isEqualTo(SCORE);
            });
  }

  @Test
  void whatIsNotInTheShadowAnyMoreIsNotPromoted() {
    runs(GREEDY);
    engine.decide(_ -> Receipt.rejected(new AnotherShadow(SHADOW)));

    expectProblem(
        post(
            Role.OPERATOR,
            "olga",
            PATH + "/promote",
            "{\"shadowId\":\"shadow-0\",\"reason\":\"sooner\"}"),
        409,
        "another-shadow");
  }
}
