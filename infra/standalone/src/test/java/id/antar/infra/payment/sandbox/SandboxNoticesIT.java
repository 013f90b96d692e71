package id.antar.infra.payment.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.gateway.payment.sandbox.TellSandbox;
import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import id.antar.gateway.payment.webhook.TendWebhooks;
import id.antar.gateway.payment.webhook.TendWebhooks.Dead;
import id.antar.infra.engine.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The sandbox's webhooks go through the engine's own door. The charges are of payments that nobody
/// has, so that their webhooks end among the dead, where they can be seen.
class SandboxNoticesIT {
  private final PaymentGateway gateway = TestEngine.bean(PaymentGateway.class);
  private final TellSandbox sandbox = TestEngine.bean(TellSandbox.class);
  private final TendWebhooks webhooks = TestEngine.bean(TendWebhooks.class);

  private ChargeId charged(String token) throws Exception {
    var id = new ChargeId(new PaymentId(Ids.random()), 1, 1);
    var choice = new PaymentChoice(PaymentMethod.CARD, token);
    gateway
        .charge(new Charge(id, new OrderId(Ids.random()), Money.of(950, "EUR"), choice))
        .get(20, SECONDS);
    return id;
  }

  private List<String> told(ChargeId charge) {
    return Objects.requireNonNull(webhooks.list(100, Long.MAX_VALUE).block()).dead().stream()
        .filter(dead -> charge.toString().equals(dead.reference()))
        .map(Dead::told)
        .toList();
  }

  private void expectTold(ChargeId charge, String... statuses) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(told(charge)).containsExactlyInAnyOrder(statuses));
  }

  @Test
  void whatItIsToldItTells() throws Exception {
    ChargeId charge = charged("sandbox-pending+webhook-twice");
    assertThat(sandbox.tell(charge, Outcome.CAPTURED).block()).isNotNull();

    expectTold(charge, "captured");
  }

  @Test
  void whatHappensByItselfItTellsToo() throws Exception {
    expectTold(charged("sandbox-expires-1s"), "expired");
  }

  @Test
  void shuffledTheBeginningComesAfterTheEnd() throws Exception {
    ChargeId charge = charged("sandbox-pending+webhook-shuffled+webhook-late");
    assertThat(sandbox.tell(charge, Outcome.DECLINED).block()).isNotNull();

    expectTold(charge, "declined", "pending");
  }

  @Test
  void whatNobodyChargedCannotBeTold() {
    assertThat(sandbox.tell(ChargeId.parse("nobody-1-1"), Outcome.CAPTURED).blockOptional())
        .isEmpty();
  }
}
