package id.antar.gateway.alert;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.alert.AlertCommand.AcknowledgeAlert;
import id.antar.api.alert.AlertCommand.ReleaseAlert;
import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertQuery.AlertCounts;
import id.antar.api.alert.AlertQuery.AlertPage;
import id.antar.api.alert.AlertQuery.GetThresholds;
import id.antar.api.alert.AlertQuery.ListAlerts;
import id.antar.api.alert.AlertQuery.Threshold;
import id.antar.api.alert.AlertQuery.Thresholds;
import id.antar.api.alert.AlertRejection.AlertTaken;
import id.antar.api.alert.AlertView;
import id.antar.api.alert.AlertView.State;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertControllerTest extends GatewayTest {

  private static final AlertId ID = AlertId.of(AlertKind.NO_COURIER, "4711");
  private static final String PATH = "/v1/alerts/" + ID;

  private static AlertView alert() {
    return new AlertView(
        ID,
        AlertKind.NO_COURIER,
        AlertKind.Subject.ORDER,
        "4711",
        AlertKind.Unit.SECONDS,
        304,
        300,
        State.STANDING,
        NOON,
        NOON.plusSeconds(304),
        null,
        null,
        null,
        null,
        null,
        1);
  }

  @Test
  void staffSeesWhatStands() {
    var counts = new AlertCounts(Map.of(AlertKind.NO_COURIER, 1L), Map.of());
    engine.answer(ListAlerts.class, _ -> new AlertPage(List.of(alert()), null, counts));

    get(Role.ANALYST, "anna", "/v1/alerts?kind=no_courier&subject=4711&limit=5")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"alerts":[{"kind":"no_courier","subjectKind":"order","subject":"4711","unit":"seconds","value":304,"threshold":300,
              "state":"standing","takenBy":null,"times":1}],
             "nextCursor":null,"counts":{"standing":{"no_courier":1},"acknowledged":{}}}\
            """);
    assertThat(engine.questions())
        .containsExactly(new ListAlerts(null, AlertKind.NO_COURIER, "4711", null, 5));
  }

  @Test
  void thresholdsAreTold() {
    var threshold = new Threshold(AlertKind.LATE, 600, AlertKind.Unit.SECONDS, false);
    engine.answer(GetThresholds.class, _ -> new Thresholds(List.of(threshold), 60));

    get(Role.OPERATOR, "olga", "/v1/alerts/thresholds")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"thresholds":[{"kind":"late","threshold":600,"unit":"seconds","realTime":false}],"calmSeconds":60}\
            """);
  }

  @Test
  void anOperatorTakesItInTheirOwnName() {
    post(Role.OPERATOR, "olga", PATH + "/acknowledge", "{\"note\":\"I call them\"}")
        .expectStatus()
        .isOk();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            AcknowledgeAlert.class,
            command -> {
              assertThat(command.alertId()).isEqualTo(ID);
              assertThat(command.by()).isEqualTo("olga");
              assertThat(command.note()).isEqualTo("I call them");
            });
  }

  @Test
  void whoComesSecondIsToldWhoHasIt() {
    engine.decide(_ -> Receipt.rejected(new AlertTaken(ID, "olga")));

    post(Role.OPERATOR, "otto", PATH + "/acknowledge", "{}")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("alert-taken")
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("olga"));
  }

  @Test
  void aNoteIsShort() {
    post(
            Role.OPERATOR,
            "olga",
            PATH + "/acknowledge",
            "{\"note\":\"%s\"}".formatted("x".repeat(301)))
        .expectStatus()
        .isEqualTo(422);
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void itIsGivenBackByWhoeverMayTakeIt() {
    post(Role.ADMIN, "root", PATH + "/release", "").expectStatus().isOk();
    post(Role.ANALYST, "anna", PATH + "/release", "").expectStatus().isForbidden();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            ReleaseAlert.class, command -> assertThat(command.by()).isEqualTo("root"));
  }
}
