package id.antar.infra.payment.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.Ids;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentId;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargedBack;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.infra.payment.StandInContract;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.standin.Books;
import id.antar.standin.Charge.Status;
import id.antar.standin.Fault;
import id.antar.standin.Faults;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class XenditGatewayTest extends StandInContract {

  @Override
  protected PaymentGateway over(ProviderHttp provider) {
    return new XenditGateway(
        provider,
        new XenditRequests(
            "BCA",
            "DANA",
            URI.create("http://localhost/"),
            "Antar",
            Duration.ofMinutes(15),
            Clock.systemUTC()));
  }

  @Override
  protected URI url() {
    return standIn.xenditUrl();
  }

  @Override
  protected Books books() {
    return standIn.xendit();
  }

  @Override
  protected Faults faults() {
    return standIn.xenditFaults();
  }

  @Override
  protected PaymentChoice choiceOf(Kind kind) {
    return switch (kind) {
      case GOOD, LOST_ONCE -> new PaymentChoice(PaymentMethod.CARD, "pm-good");
      case DECLINED -> new PaymentChoice(PaymentMethod.CARD, "pm-deny");
      case AUTHORISED -> new PaymentChoice(PaymentMethod.CARD, "pm-authorize");
      case WAITING -> new PaymentChoice(PaymentMethod.E_WALLET, "OVO");
    };
  }

  private Charge with(PaymentMethod method, String token) {
    Charge charge = charge(Kind.WAITING);
    return new Charge(
        charge.chargeId(), charge.orderId(), charge.amount(), new PaymentChoice(method, token));
  }

  @Test
  void aTransferHasAnAccountAndAnExpiry() throws Exception {
    var pending = (Pending) await(gateway().charge(with(PaymentMethod.BANK_TRANSFER, "BNI")));
    assertThat(pending.instructions().account()).isNotEmpty();
    assertThat(pending.expiresAt()).isNotNull();
  }

  @Test
  void whatTheCustomerHasSavedStaysTheirsWhenAChargeIsCalledOff() throws Exception {
    Charge charge = with(PaymentMethod.CARD, "pm-3ds");
    assertThat(await(gateway().charge(charge))).isInstanceOf(Pending.class);
    assertThat(await(gateway().voidCharge(charge))).isInstanceOf(Pending.class);

    assertThat(await(gateway().charge(again(charge)))).isInstanceOf(Pending.class);
  }

  @Test
  void whatIsReservedByASavedMethodStaysUntilXenditLetsItGo() throws Exception {
    Charge charge = charge(Kind.AUTHORISED);
    await(gateway().charge(charge));
    assertThat(await(gateway().voidCharge(charge))).isInstanceOf(Authorised.class);
    assertThat(await(gateway().charge(again(charge)))).isInstanceOf(Authorised.class);

    expire(charge.chargeId());
    assertThat(await(gateway().voidCharge(charge))).isEqualTo(new Voided());
  }

  private static Charge again(Charge charge) {
    return new Charge(
        new ChargeId(new PaymentId(Ids.random()), 1, 1),
        charge.orderId(),
        charge.amount(),
        charge.choice());
  }

  @Test
  void whatWasCapturedAndIsDisputedAndLostIsChargedBack() throws Exception {
    Charge charge = charge(Kind.GOOD);
    var captured = (Captured) await(gateway().charge(charge));
    books().tell(charge.chargeId().toString(), Status.CHARGED_BACK);

    assertThat(await(gateway().look(charge)))
        .isEqualTo(
            new ChargedBack(
                charge.amount(),
                charge.amount(),
                captured.transactionId(),
                "Dispute lost: fraud."));
  }

  @Test
  void whoHasNoDisputesAtXenditHasLostNone() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    faults().next("disputes", new Fault.Refused(403));

    assertThat(await(gateway().look(charge))).isInstanceOf(Captured.class);
  }

  @Test
  void whetherADisputeWasLostIsNotKnownUntilXenditSays() throws Exception {
    Charge charge = charge(Kind.GOOD);
    await(gateway().charge(charge));
    faults().next("disputes", new Fault.Refused(503));

    assertThatThrownBy(() -> await(gateway().look(charge)))
        .hasCauseInstanceOf(NotKnownException.class);
  }

  @Test
  void aCardThatIsNotSavedIsDeclined() throws Exception {
    assertThat(await(gateway().charge(with(PaymentMethod.CARD, "tok-1"))))
        .isInstanceOf(Declined.class);
  }
}
