package id.antar.infra.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.payment.GatewayContract;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class SandboxGatewayIT extends GatewayContract {
  private final ConnectionFactory connections = TestEngine.bean(ConnectionFactory.class);
  private final SandboxGateway sandbox = gatewayAfterARestart();

  private SandboxGateway gatewayAfterARestart() {
    return new SandboxGateway(connections, Optional::empty, Secret.of("secret"));
  }

  @Override
  protected PaymentGateway gateway() {
    return sandbox;
  }

  @Override
  protected PaymentChoice choice(Kind kind) {
    String token =
        switch (kind) {
          case GOOD -> "sandbox-card";
          case DECLINED -> "sandbox-declined";
          case AUTHORISED -> "sandbox-authorised";
          case WAITING -> "sandbox-pending";
          case LOST_ONCE -> "sandbox-lost-once";
        };
    return new PaymentChoice(PaymentMethod.CARD, token);
  }

  @Override
  protected void tell(ChargeId charge, Kind become) {
    var told =
        sandbox.tell(charge, become == Kind.GOOD ? Outcome.CAPTURED : Outcome.DECLINED).block();
    assertThat(told).isNotNull();
  }

  @Override
  protected void expire(ChargeId charge) {
    assertThat(sandbox.tell(charge, Outcome.EXPIRED).block()).isNotNull();
  }

  @Override
  protected boolean loseNext(String call) {
    return false;
  }

  private long number(String sql, ChargeId charge) {
    return DatabaseClient.builder()
        .connectionFactory(connections)
        .namedParameters(false)
        .build()
        .sql(sql)
        .bind(0, charge.toString())
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one()
        .blockOptional()
        .orElseThrow();
  }

  @Override
  protected int captures(ChargeId charge) {
    return (int)
        number(
            "SELECT COUNT(*) FROM sandbox_charge WHERE charge_id = ? AND status = 'CAPTURED'",
            charge);
  }

  @Override
  protected long givenBack(ChargeId charge) {
    return number(
        "SELECT CAST(COALESCE(SUM(amount_minor), 0) AS SIGNED) FROM sandbox_refund"
            + " WHERE charge_id = ?",
        charge);
  }

  @Test
  void itRemembersAcrossARestart() throws Exception {
    Charge charge = charge(Kind.WAITING);
    var before = (Pending) await(sandbox.charge(charge));

    var after = (Pending) await(gatewayAfterARestart().charge(charge));

    assertThat(after.transactionId()).isEqualTo(before.transactionId());
  }

  private Charge with(String token) {
    Charge charge = charge(Kind.GOOD);
    return new Charge(
        charge.chargeId(),
        charge.orderId(),
        charge.amount(),
        new PaymentChoice(PaymentMethod.CARD, token));
  }

  @Test
  void aChargeIsPaidAfterAWhile() throws Exception {
    Charge charge = with("sandbox-pending-1s");
    assertThat(await(sandbox.charge(charge))).isInstanceOf(Pending.class);
    Awaitility.await().until(() -> await(sandbox.look(charge)), Captured.class::isInstance);
  }

  @Test
  void aBankCanHoldLessThanWasAskedFor() throws Exception {
    var captured = (Captured) await(sandbox.charge(with("sandbox-short")));
    assertThat(captured.amount()).isEqualTo(Money.of(2_499_999, "IDR"));
  }

  @Test
  void whatFailsOnceIsNotDone() throws Exception {
    Charge charge = with("sandbox-failing-once");
    var _ = sandbox.charge(charge).handle((_, _) -> true).get();
    assertThat(await(sandbox.look(charge))).isInstanceOf(PaymentGateway.ChargeState.Unknown.class);
    assertThat(await(sandbox.charge(charge))).isInstanceOf(Captured.class);
  }
}
