package id.antar.command.audit;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.Scope;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.audit.AuditCommand.NoteAuditRead;
import id.antar.api.audit.AuditCommand.NoteTokenIssued;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.TokenIssued;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.MarkReady;
import id.antar.command.TestEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedCommandsTest {

  private static final Map<String, ?> BY_ADA =
      Map.of(MetaKeys.ACTOR, "customer:ada", MetaKeys.REQUEST_ID, "request-1");

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void whatIsRefusedToAPersonIsTakenDownWithWhoAskedAndWhy() {
    assertThat(engine.send(new ReviseContact(ADA, RECIPIENT, NOON), BY_ADA))
        .isInstanceOf(Receipt.Rejected.class);

    assertThat(engine.refusals().events())
        .containsExactly(
            new CommandRefused(
                "ReviseContact",
                "customer",
                "ada",
                "unknown-customer",
                "There is no customer ada.",
                1,
                NOON));
    assertThat(engine.refusals().origins())
        .first()
        .satisfies(meta -> assertThat(meta).isEqualTo(BY_ADA));
  }

  @Test
  void whatIsAcceptedOrRefusedToTheEngineIsNot() {
    engine.send(new RegisterCustomer(ADA, RECIPIENT, NOON), BY_ADA);
    engine.send(new MarkReady(ORDER, new MerchantId("m"), NOON));
    engine.send(
        new MarkReady(ORDER, new MerchantId("m"), NOON),
        Map.of(MetaKeys.ACTOR, "system:fulfilment"));

    assertThat(engine.refusals().events()).isEmpty();
  }

  @Test
  void whatIsRefusedToAStrangerIsTakenDownToo() {
    engine.send(
        new ReviseContact(ADA, RECIPIENT, NOON), Map.of(MetaKeys.ACTOR, Actor.DOOR.toString()));

    assertThat(engine.refusals().events()).hasSize(1);
  }

  @Test
  void aTokenThatIsMadeIsAFact() {
    var to = new Actor(Actor.Role.COURIER, "carlo");
    engine.send(new NoteTokenIssued(to, Scope.OWN, NOON.plusSeconds(60), NOON), BY_ADA);

    assertThat(engine.stored())
        .singleElement()
        .satisfies(event ->
            assertThat(event.getPayload())
                .isEqualTo(new TokenIssued(to, Scope.OWN, NOON.plusSeconds(60), NOON)));
  }

  @Test
  void aLookIntoTheAuditLogIsAFact() {
    engine.send(new NoteAuditRead(Look.LIST, "actor=customer:ada", NOON), BY_ADA);

    assertThat(engine.stored())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.getPayload())
              .isEqualTo(new AuditRead(Look.LIST, "actor=customer:ada", NOON));
          assertThat(event.getMetaData()).containsEntry(MetaKeys.ACTOR, "customer:ada");
        });
  }

  @Test
  void aCommandIsAboutItsFirstId() {
    assertThat(CommandTarget.of(new MarkReady(ORDER, new MerchantId("m"), NOON)))
        .isEqualTo(new CommandTarget("order", ORDER.value()));
    assertThat(CommandTarget.of(new NoteAuditRead(Look.CSV, "", NOON)))
        .isEqualTo(new CommandTarget("", ""));
  }
}
