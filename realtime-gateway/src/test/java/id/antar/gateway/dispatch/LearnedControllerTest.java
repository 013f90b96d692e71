package id.antar.gateway.dispatch;

import static id.antar.gateway.testing.Samples.NOODLE_BAR;

import id.antar.api.dispatch.LearnedQuery.Accuracy;
import id.antar.api.dispatch.LearnedQuery.GetLearned;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.api.dispatch.LearnedQuery.MerchantLateness;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedControllerTest extends GatewayTest {

  @Test
  void staffSeesHowWellTheDispatcherForetellsAndNobodyElse() {
    engine.answer(
        GetLearned.class,
        _ ->
            new LearnedReport(
                List.of(new Accuracy(Kind.READY_TIME, 12, 60.5, 180)),
                List.of(new MerchantLateness(NOODLE_BAR, 12, 170, 40))));

    for (Role role : List.of(Role.OPERATOR, Role.ANALYST, Role.ADMIN)) {
      get(role, "olga", "/v1/dispatch/learned")
          .expectStatus()
          .isOk()
          .expectBody()
          .json(
              """
              {"accuracy":[{"kind":"ready_time","observations":12,
                            "learnedErrorSeconds":60.5,"constantErrorSeconds":180.0}],
               "latestMerchants":[{"merchantId":"noodle-bar","observations":12,
                                   "latenessSeconds":170,"spreadSeconds":40}]}\
              """);
    }
    expectProblem(get(Role.COURIER, "carlo", "/v1/dispatch/learned"), 403, "forbidden");
  }
}
