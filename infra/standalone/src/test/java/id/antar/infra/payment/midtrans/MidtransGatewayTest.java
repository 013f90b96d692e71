package id.antar.infra.payment.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import id.antar.command.payment.PaymentGateway.RefundState.Underway;
import id.antar.infra.payment.StandInContract;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.standin.Books;
import id.antar.standin.Charge.Status;
import id.antar.standin.Fault;
import id.antar.standin.Faults;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MidtransGatewayTest extends StandInContract {

  @Override
  protected PaymentGateway over(ProviderHttp provider) {
    return new MidtransGateway(
        provider, new MidtransRequests("bca", "gopay", Duration.ofMinutes(15)));
  }

  @Override
  protected URI url() {
    return standIn.midtransUrl();
  }

  @Override
  protected Books books() {
    return standIn.midtrans();
  }

  @Override
  protected Faults faults() {
    return standIn.midtransFaults();
  }

  @Override
  protected PaymentChoice choiceOf(Kind kind) {
    return switch (kind) {
      case GOOD, LOST_ONCE -> new PaymentChoice(PaymentMethod.CARD, "card-good");
      case DECLINED -> new PaymentChoice(PaymentMethod.CARD, "card-deny");
      case AUTHORISED -> new PaymentChoice(PaymentMethod.CARD, "card-authorize");
      case WAITING -> new PaymentChoice(PaymentMethod.E_WALLET, "");
    };
  }

  private Charge waiting(PaymentMethod method, String token) {
    Charge charge = charge(Kind.WAITING);
    return new Charge(
        charge.chargeId(), charge.orderId(), charge.amount(), new PaymentChoice(method, token));
  }

  @Test
  void aTransferHasAnAccountAndAnExpiry() throws Exception {
    Charge charge = waiting(PaymentMethod.BANK_TRANSFER, "bni");
    var pending = (Pending) await(gateway().charge(charge));
    assertThat(pending.instructions().account()).isNotEmpty();
    assertThat(pending.expiresAt()).isNotNull();
  }

  @Test
  void aWalletsPageIsKnownAlsoWhenTheFirstAnswerWasLost() throws Exception {
    Charge charge = waiting(PaymentMethod.E_WALLET, "gopay");
    faults().next("charge", new Fault.Lost());
    var _ = gateway().charge(charge).handle((_, _) -> true).get();

    var pending = (Pending) await(gateway().charge(charge));
    assertThat(pending.instructions().redirect()).isNotNull();
    assertThat(books().all())
        .filteredOn(it -> it.reference().equals(charge.chargeId().toString()))
        .hasSize(1);
  }

  @Test
  void anExpiredChargeIsNotTakenAgainAlthoughMidtransWould() throws Exception {
    Charge charge = waiting(PaymentMethod.BANK_TRANSFER, "bca");
    await(gateway().charge(charge));
    expire(charge.chargeId());
    await(gateway().charge(charge));

    assertThat(books().all())
        .filteredOn(it -> it.reference().equals(charge.chargeId().toString()))
        .hasSize(1);
  }

  @Test
  void aChallengedChargeWaitsAndCanBeCalledOff() throws Exception {
    Charge charge = waiting(PaymentMethod.CARD, "card-challenge");
    assertThat(await(gateway().charge(charge))).isInstanceOf(Pending.class);
    assertThat(await(gateway().look(charge))).isInstanceOf(Pending.class);

    assertThat(await(gateway().voidCharge(charge))).isEqualTo(new Voided());
    assertThat(captures(charge.chargeId())).isZero();
  }

  private Refund refund(Charge charge, long minor) {
    return new Refund(
        new RefundId(Ids.random()), charge, "any", Money.of(minor, "IDR"), "It was cold.");
  }

  @Test
  void aCardThatIsNotSettledIsGivenBackAsAWholeByCallingItOff() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    Refund refund = refund(charge, 2_500_000);

    assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class);
    assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class);
    assertThat(await(gateway().look(charge))).isEqualTo(new Voided());
  }

  @Test
  void aRefundThatMidtransIsStillAtIsNotRefused() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    books().tell(charge.chargeId().toString(), Status.SETTLED);
    Refund refund = refund(charge, 1_000_000);
    faults().next("refund", new Fault.Queued(Duration.ofMillis(2_500)));
    assertThatThrownBy(() -> await(gateway().refund(refund)))
        .hasCauseInstanceOf(NotKnownException.class);

    assertThat(await(gateway().refund(refund))).isEqualTo(new Underway());

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class));
    assertThat(givenBack(charge.chargeId())).isEqualTo(1_000_000);
  }

  @Test
  void aRefundThatStandsUnderItsBareIdIsDone() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    books().tell(charge.chargeId().toString(), Status.SETTLED);
    Refund refund = refund(charge, 1_000_000);
    books().giveBack(charge.chargeId().toString(), refund.refundId().value(), "10000");

    assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class);
    assertThat(givenBack(charge.chargeId())).isEqualTo(1_000_000);
  }

  @Test
  void aTransferIsNotGivenBackByMidtrans() throws Exception {
    Charge charge = waiting(PaymentMethod.BANK_TRANSFER, "bca");
    await(gateway().charge(charge));
    books().tell(charge.chargeId().toString(), Status.SETTLED);

    assertThat(await(gateway().refund(refund(charge, 2_500_000)))).isInstanceOf(Refused.class);
    assertThat(givenBack(charge.chargeId())).isZero();
  }

  @Test
  void aPartOfItWaitsUntilItIsSettled() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    Refund refund = refund(charge, 1_000_000);
    assertThat(await(gateway().refund(refund))).isEqualTo(new Underway());

    books().tell(charge.chargeId().toString(), Status.SETTLED);
    assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class);
    assertThat(givenBack(charge.chargeId())).isEqualTo(1_000_000);
  }
}
