package id.antar.gateway.audit;

import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.audit.AuditQuery.AuditDetail;
import id.antar.api.audit.AuditQuery.AuditEntry;
import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.api.audit.AuditQuery.AuditPage;
import id.antar.api.audit.AuditQuery.Basis;
import id.antar.api.audit.AuditQuery.Change;
import id.antar.api.audit.AuditQuery.GetAuditEntry;
import id.antar.api.audit.AuditQuery.ListAudit;
import id.antar.api.audit.AuditQuery.Outcome;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditControllerTest extends GatewayTest {

  private static final String WINDOW = "?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";

  @Test
  void anAdminLooksAndTheLookIsRecordedFirst() {
    engine.answer(ListAudit.class, _ -> new AuditPage(List.of(entry("e1", null)), "next"));

    get(
            Role.ADMIN,
            "root",
            "/v1/audit?actor=customer:ada&role=customer&outcome=refused&kind=order&id=4711"
                + "&from=2026-11-01T00:00:00Z&clientAddress=10.0.0.1&limit=5")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.entries[0].eventId")
        .isEqualTo("e1")
        .jsonPath("$.entries[0].outcome")
        .isEqualTo("refused")
        .jsonPath("$.nextCursor")
        .isEqualTo("next");

    assertThat(engine.questions())
        .containsExactly(
            new ListAudit(
                new AuditFilter(
                    new Actor(Role.CUSTOMER, "ada"),
                    Role.CUSTOMER,
                    null,
                    null,
                    "order",
                    "4711",
                    Outcome.REFUSED,
                    java.time.Instant.parse("2026-11-01T00:00:00Z"),
                    null,
                    null),
                "10.0.0.1",
                null,
                5));
    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            NoteAuditRead.class,
            noted -> {
              assertThat(noted.look()).isEqualTo(Look.LIST);
              assertThat(noted.filter())
                  .isEqualTo(
                      "actor=customer:ada role=customer kind=order id=4711 outcome=refused"
                          + " from=2026-11-01T00:00:00Z clientAddress");
            });
  }

  @Test
  void anEntryShowsBeforeAndAfter() {
    var change = new Change("/stage", "placed", "cancelled");
    engine.answer(
        GetAuditEntry.class,
        q ->
            q.eventId().equals("e1")
                ? new AuditDetail(entry("e1", null), "c1", "c0", Basis.STATE, List.of(change))
                : null);

    get(Role.ADMIN, "root", "/v1/audit/e1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.basis")
        .isEqualTo("state")
        .jsonPath("$.changes[0].path")
        .isEqualTo("/stage")
        .jsonPath("$.changes[0].before")
        .isEqualTo("placed")
        .jsonPath("$.changes[0].after")
        .isEqualTo("cancelled");
    expectProblem(get(Role.ADMIN, "root", "/v1/audit/none"), 404, "unknown-audit-entry");
  }

  @Test
  void anExportGoesPageByPage() {
    engine.answer(
        ListAudit.class,
        q ->
            q.cursor() == null
                ? new AuditPage(List.of(entry("e1", "=HYPERLINK(\"x\")"), entry("e2", null)), "c")
                : new AuditPage(List.of(entry("e3", "a, b")), null));

    byte[] csv =
        get(Role.ADMIN, "root", "/v1/audit.csv" + WINDOW)
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("text/csv;charset=UTF-8")
            .expectBody()
            .returnResult()
            .getResponseBody();
    byte[] lines =
        get(Role.ADMIN, "root", "/v1/audit.ndjson" + WINDOW)
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/x-ndjson")
            .expectBody()
            .returnResult()
            .getResponseBody();

    assertThat(Objects.requireNonNull(csv)).asString().hasLineCount(4);
    assertThat(csv)
        .asString()
        .startsWith("eventId,position,")
        .contains("\"'=HYPERLINK(\"\"x\"\")\"")
        .contains("\"a, b\"");
    assertThat(Objects.requireNonNull(lines)).asString().hasLineCount(3).contains("{\"eventId\"");
    assertThat(engine.commands()).hasSize(2);
  }

  @Test
  void anExportNeedsAWindow() {
    expectProblem(get(Role.ADMIN, "root", "/v1/audit.csv"), 400, "missing-field", "from");
    expectProblem(
        get(
            Role.ADMIN,
            "root",
            "/v1/audit.ndjson?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"),
        422,
        "window-too-large");
    assertThat(engine.commands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor=ada", "role=nobody", "outcome=maybe", "from=yesterday"})
  void whatCannotBeLookedForIsSaid(String parameter) {
    expectProblem(
        get(Role.ADMIN, "root", "/v1/audit?" + parameter),
        422,
        "invalid-value",
        parameter.substring(0, parameter.indexOf('=')));
  }

  @Test
  void nobodyElseLooks() {
    for (String path : List.of("/v1/audit", "/v1/audit/e1", "/v1/audit.csv", "/v1/audit.ndjson")) {
      expectProblem(get(Role.OPERATOR, "olga", path), 403, "forbidden");
      expectProblem(get(Role.ANALYST, "anna", path), 403, "forbidden");
    }
    assertThat(engine.commands()).isEmpty();
    assertThat(engine.questions()).isEmpty();
  }

  private static AuditEntry entry(String eventId, @Nullable String detail) {
    return new AuditEntry(
        eventId,
        7,
        NOON,
        NOON,
        "customer:ada",
        "request-1",
        null,
        null,
        "CommandRefused",
        "CancelOrder",
        "order",
        "4711",
        Outcome.REFUSED,
        "not-at-this-stage",
        detail,
        3);
  }
}
