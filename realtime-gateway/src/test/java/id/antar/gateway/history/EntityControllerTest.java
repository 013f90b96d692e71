package id.antar.gateway.history;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.history.EntityKind;
import id.antar.api.history.HistoryCommand.ExportEvents;
import id.antar.api.history.HistoryCommand.Format;
import id.antar.api.history.HistoryQuery.Changed;
import id.antar.api.history.HistoryQuery.Difference;
import id.antar.api.history.HistoryQuery.Entity;
import id.antar.api.history.HistoryQuery.GetDifference;
import id.antar.api.history.HistoryQuery.GetEntity;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.Step;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.api.history.Moment;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityControllerTest extends GatewayTest {

  private static final String ORDER = "/v1/history/order/4711";

  static Stream<Arguments> moments() {
    return Stream.of(
        Arguments.of("", new Moment.Now()),
        Arguments.of("?position=17", new Moment.Position(17)),
        Arguments.of("?at=" + NOON, new Moment.Recorded(NOON)),
        Arguments.of("?at=" + NOON + "&clock=happened", new Moment.Happened(NOON)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void somethingIsShownAsItWas(String query, Moment moment) {
    engine.answer(
        GetEntity.class,
        q -> new Entity(q.kind(), q.id(), 17, NOON, NOON, 3, 0, Map.of("stage", "placed")));

    get(Role.ANALYST, "anna", ORDER + query)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.kind")
        .isEqualTo("order")
        .jsonPath("$.state.stage")
        .isEqualTo("placed");

    assertThat(engine.questions())
        .containsExactly(new GetEntity(EntityKind.ORDER, "4711", moment, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?at=noon",
        "?position=x",
        "?position=1&at=2026-11-02T12:00:00Z",
        "?clock=mine&at=2026-11-02T12:00:00Z"
      })
  void aMomentThatIsNoneIsRefused(String query) {
    expectProblem(get(Role.ANALYST, "anna", ORDER + query), 422, "invalid-value");
  }

  @Test
  void whatWasNotThereYetIsNotFound() {
    expectProblem(get(Role.ANALYST, "anna", ORDER + "?position=1"), 404, "unknown-order");
    expectProblem(get(Role.ANALYST, "anna", ORDER + "/timeline"), 404, "unknown-order");
    expectProblem(get(Role.ANALYST, "anna", ORDER + "/diff"), 404, "unknown-order");
  }

  @Test
  void aTimelineSaysWhoAndWhy() {
    var step =
        new Step(
            9,
            "e-9",
            "OfferDeclined",
            "assignment:t",
            NOON,
            NOON,
            "courier:kurt",
            "r",
            "too far",
            "d");
    engine.answer(GetTimeline.class, q -> new Timeline(q.kind(), q.id(), List.of(step), "next"));

    get(Role.OPERATOR, "olga", ORDER + "/timeline?limit=1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.steps[0].reason")
        .isEqualTo("too far")
        .jsonPath("$.steps[0].decisionId")
        .isEqualTo("d")
        .jsonPath("$.nextCursor")
        .isEqualTo("next");
  }

  @Test
  void aDifferenceIsBetweenTwoMoments() {
    var changed = new Changed("/stage", "placed", "confirmed", 9, "OrderConfirmed");
    engine.answer(
        GetDifference.class, q -> new Difference(q.kind(), q.id(), 3, 9, List.of(changed)));

    get(Role.OPERATOR, "olga", ORDER + "/diff?from=3&to=" + NOON + "&clock=happened&personal=true")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.changes[0].event")
        .isEqualTo("OrderConfirmed");

    assertThat(engine.questions())
        .containsExactly(
            new GetDifference(
                EntityKind.ORDER, "4711", new Moment.Position(3), new Moment.Happened(NOON), true));
    assertThat(engine.commands()).singleElement().isInstanceOf(NoteAuditRead.class);
  }

  @Test
  void anExportIsAJob() {
    post(
            Role.ANALYST,
            "anna",
            "/v1/history/exports",
            "{\"format\":\"parquet\",\"filter\":{\"type\":\"OrderPlaced\"}}")
        .expectStatus()
        .isAccepted()
        .expectBody()
        .jsonPath("$.jobId")
        .isNotEmpty();

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            ExportEvents.class,
            it -> {
              assertThat(it.format()).isEqualTo(Format.PARQUET);
              assertThat(it.filter().types()).containsExactly("OrderPlaced");
              assertThat(it.personal()).isFalse();
            });
  }

  @Test
  void whatIsPersonalIsExportedForWhoMaySeeItOnly() {
    String wanted = "{\"format\":\"csv\",\"personal\":true}";

    expectProblem(post(Role.ANALYST, "anna", "/v1/history/exports", wanted), 403, "forbidden");
    post(Role.OPERATOR, "olga", "/v1/history/exports", wanted).expectStatus().isAccepted();

    assertThat(engine.commands()).hasSize(2).first().isInstanceOf(NoteAuditRead.class);
  }

  @Test
  void theCatalogueHasAPageOfItsOwn() {
    client.get().uri("/catalogue").exchange().expectStatus().isOk();
    client.get().uri("/v1/history/catalogue/NoSuchEvent").exchange().expectStatus().isNotFound();
  }
}
