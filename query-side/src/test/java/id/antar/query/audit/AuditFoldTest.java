package id.antar.query.audit;

import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.placed;
import static id.antar.query.Cast.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.Scope;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.RefusalsCounted;
import id.antar.api.audit.AuditEvent.RefusalsLost;
import id.antar.api.audit.AuditEvent.TokenIssued;
import id.antar.api.audit.AuditQuery.Outcome;
import id.antar.api.message.Actor;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.query.audit.AuditRow.What;
import id.antar.query.projection.Recorded;
import org.junit.jupiter.api.Test;

class AuditFoldTest {

  private static final Personal<String> STRANGER =
      Personal.of(new PersonId("stranger.2026-11-02"), "10.0.0.1");

  private final AuditFold fold = new AuditFold();

  @Test
  void aChangeIsARowWithWhoWhatAndWhen() {
    AuditRow row = rowOf(recorded(placed(), "order:order-1", 0));

    assertThat(row.event()).isEqualTo("OrderPlaced");
    assertThat(row.actor()).isEqualTo("customer:ada");
    assertThat(row.requestId()).isEqualTo("request-1");
    assertThat(row.occurredAt()).isEqualTo(placed().occurredAt());
    assertThat(row.recordedAt()).isEqualTo(NOON);
    assertThat(row.what()).isEqualTo(What.changed("OrderPlaced", "order", "order-1"));
    assertThat(fold.rowKey("", recorded(placed(), "order:order-1", 0)))
        .isEqualTo("order:order-1/0");
  }

  @Test
  void whatIsNewInTheVocabularyIsARowByItself() {
    assertThat(fold.handles(Novelty.class)).isTrue();

    AuditRow row = rowOf(recorded(new Novelty("x"), "novelty:1", 3));

    assertThat(row.occurredAt()).isEqualTo(row.recordedAt());
    assertThat(row.what()).isEqualTo(What.changed("Novelty", "novelty", "1"));
  }

  record Novelty(String what) {}

  @Test
  void aRefusedCommandIsAboutWhatItWasSentTo() {
    var refused = new CommandRefused("CancelOrder", "order", "4711", "too-late", "Why.", 3, NOON);

    assertThat(rowOf(recorded(refused, "event-1", 0)).what())
        .isEqualTo(
            new What("CancelOrder", "order", "4711", Outcome.REFUSED, "too-late", "Why.", 3));
  }

  @Test
  void whoIsNotKnownHasNoNameAndTheirAddressIsNotCopied() {
    var refused = new AccessRefused("GET", "/v1/audit", 401, "token-missing", STRANGER, 500, NOON);
    AuditRow row = rowOf(byNobody(refused));

    assertThat(row.actor()).isNull();
    assertThat(row.what())
        .isEqualTo(
            new What("GET /v1/audit", null, null, Outcome.REFUSED, "token-missing", null, 500));
    assertThat(row.toString()).doesNotContain("10.0.0.1");
    assertThat(rowOf(byNobody(new RefusalsCounted(RefusalsCounted.Source.ONE, 2, NOON))).actor())
        .isNull();
  }

  @Test
  void whoIsKnownKeepsTheirNameWhenRefused() {
    var refused = new AccessRefused("GET", "/v1/audit", 403, "forbidden", null, 1, NOON);

    assertThat(rowOf(recorded(refused, "event-1", 0)).actor()).isEqualTo("customer:ada");
  }

  @Test
  void lossesAndLooksAreRowsToo() {
    assertThat(rowOf(byNobody(new RefusalsLost(9, NOON))).what().times()).isEqualTo(9);
    assertThat(rowOf(recorded(new AuditRead(Look.CSV, "kind=order", NOON), "event-1", 0)).what())
        .isEqualTo(new What("AuditRead", "audit", "csv", Outcome.READ, null, "kind=order", 1));
  }

  @Test
  void aTokenThatWasMadeIsARowAboutWhoIsKnownByIt() {
    var issued =
        new TokenIssued(
            new Actor(Actor.Role.RECIPIENT, "order-1"), Scope.OWN, NOON.plusSeconds(60), NOON);

    assertThat(rowOf(recorded(issued, "event-1", 0)).what())
        .isEqualTo(new What("TokenIssued", "recipient", "order-1", Outcome.CHANGED, null, "", 1));
  }

  private AuditRow rowOf(Recorded recorded) {
    return fold.evolve("", null, recorded);
  }

  private static Recorded byNobody(Object event) {
    return new Recorded(event, "event-1", 0, NOON, "system:antar", "event-1", null);
  }
}
