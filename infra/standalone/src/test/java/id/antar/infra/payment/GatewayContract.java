package id.antar.infra.payment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.message.Ids;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.RefundId;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Expired;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the engine counts on, whoever moves the money.
public abstract class GatewayContract {

  /// Ways for a charge to go, for which each provider has its own words.
  protected enum Kind {
    GOOD,
    DECLINED,
    AUTHORISED,
    WAITING,
    LOST_ONCE
  }

  protected final PaymentId payment = new PaymentId(Ids.random());

  protected abstract PaymentGateway gateway();

  protected abstract PaymentChoice choice(Kind kind);

  /// What a customer or a bank does.
  protected abstract void tell(ChargeId charge, Kind become);

  protected abstract void expire(ChargeId charge);

  /// The next call of this name is done and its answer lost.
  protected abstract boolean loseNext(String call);

  /// How often the money of the charge was taken.
  protected abstract int captures(ChargeId charge);

  /// What was given back of it, in minor units.
  protected abstract long givenBack(ChargeId charge);

  protected Charge charge(Kind kind) {
    return charge(payment, kind);
  }

  protected Charge charge(PaymentId of, Kind kind) {
    return new Charge(
        new ChargeId(of, 1, 1),
        new OrderId("order-" + of.value()),
        Money.of(2_500_000, "IDR"),
        choice(kind));
  }

  protected static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(20, SECONDS);
  }

  private Captured captured(ChargeState state) {
    assertThat(state).isInstanceOf(Captured.class);
    Captured captured = (Captured) state;
    assertThat(captured.amount()).isEqualTo(Money.of(2_500_000, "IDR"));
    assertThat(captured.transactionId()).isNotEmpty();
    return captured;
  }

  @Test
  void aGoodChargeIsCapturedOnceHoweverOftenItIsAskedFor() throws Exception {
    Charge charge = charge(Kind.GOOD);
    assertThat(await(gateway().look(charge))).isEqualTo(new Unknown());

    String first = captured(await(gateway().charge(charge))).transactionId();

    assertThat(captured(await(gateway().charge(charge))).transactionId()).isEqualTo(first);
    assertThat(captured(await(gateway().look(charge))).transactionId()).isEqualTo(first);
    assertThat(captures(charge.chargeId())).isEqualTo(1);
  }

  @Test
  void askedForManyTimesAtOnceTheMoneyMovesOnce() throws Exception {
    Charge charge = charge(Kind.GOOD);
    var all = IntStream.range(0, 8).mapToObj(_ -> gateway().charge(charge)).toList();
    for (CompletableFuture<ChargeState> each : all) {
      try {
        captured(await(each));
      } catch (ExecutionException _) {
        // Not known is an answer that the engine asks again for.
      }
    }

    captured(await(gateway().charge(charge)));
    assertThat(captures(charge.chargeId())).isEqualTo(1);
  }

  @Test
  void aChargeWhoseAnswerWasLostIsFoundAndNotTakenAgain() throws Exception {
    Charge charge = charge(Kind.LOST_ONCE);
    loseNext("charge");
    assertThatThrownBy(() -> await(gateway().charge(charge)))
        .isInstanceOf(ExecutionException.class);

    captured(await(gateway().charge(charge)));
    assertThat(captures(charge.chargeId())).isEqualTo(1);
  }

  @Test
  void aDeclinedOneStaysDeclined() throws Exception {
    Charge charge = charge(Kind.DECLINED);
    assertThat(await(gateway().charge(charge))).isInstanceOf(Declined.class);
    assertThat(await(gateway().charge(charge))).isInstanceOf(Declined.class);
    assertThat(await(gateway().look(charge))).isInstanceOf(Declined.class);
    assertThat(captures(charge.chargeId())).isZero();
  }

  @Test
  void aWaitingOneSaysWhatToDoAndIsPaidLater() throws Exception {
    Charge charge = charge(Kind.WAITING);
    var pending = (Pending) await(gateway().charge(charge));
    assertThat(pending.transactionId()).isNotEmpty();
    assertThat(pending.instructions())
        .extracting(it -> it.redirect() != null || it.account() != null || it.code() != null)
        .isEqualTo(true);
    assertThat(await(gateway().look(charge))).isInstanceOf(Pending.class);

    tell(charge.chargeId(), Kind.GOOD);

    captured(await(gateway().look(charge)));
    captured(await(gateway().charge(charge)));
  }

  @Test
  void aWaitingOneIsToldTheSameAgain() throws Exception {
    Charge charge = charge(Kind.WAITING);
    var first = (Pending) await(gateway().charge(charge));
    var again = (Pending) await(gateway().charge(charge));
    assertThat(again.instructions()).isEqualTo(first.instructions());
    assertThat(again.transactionId()).isEqualTo(first.transactionId());
  }

  @Test
  void aWaitingOneExpires() throws Exception {
    Charge charge = charge(Kind.WAITING);
    await(gateway().charge(charge));
    expire(charge.chargeId());

    assertThat(await(gateway().look(charge))).isEqualTo(new Expired());
    assertThat(await(gateway().charge(charge))).isEqualTo(new Expired());
  }

  @Test
  void aReservedOneIsCapturedOnce() throws Exception {
    Charge charge = charge(Kind.AUTHORISED);
    assertThat(await(gateway().charge(charge))).isInstanceOf(Authorised.class);

    captured(await(gateway().capture(charge)));
    captured(await(gateway().capture(charge)));
    assertThat(captures(charge.chargeId())).isEqualTo(1);
  }

  @Test
  void aWaitingOneIsCalledOff() throws Exception {
    Charge charge = charge(Kind.WAITING);
    await(gateway().charge(charge));

    assertThat(await(gateway().voidCharge(charge))).isEqualTo(new Voided());
    assertThat(await(gateway().voidCharge(charge))).isEqualTo(new Voided());
    assertThat(captures(charge.chargeId())).isZero();
  }

  @Test
  void whatIsPaidIsNotCalledOff() throws Exception {
    Charge charge = charge(Kind.WAITING);
    await(gateway().charge(charge));
    tell(charge.chargeId(), Kind.GOOD);

    captured(await(gateway().voidCharge(charge)));
    captured(await(gateway().look(charge)));
  }

  @Test
  void whatNobodyKnowsIsNotCalledOff() throws Exception {
    assertThat(await(gateway().voidCharge(charge(Kind.GOOD)))).isEqualTo(new Unknown());
  }

  private Refund refund(Charge charge, String transaction, String id, long minor) {
    return new Refund(
        new RefundId(id), charge, transaction, Money.of(minor, "IDR"), "The soup was cold.");
  }

  private String paid(Charge charge) throws Exception {
    await(gateway().charge(charge));
    tell(charge.chargeId(), Kind.GOOD);
    return captured(await(gateway().look(charge))).transactionId();
  }

  @Test
  void aRefundGoesBackOnce() throws Exception {
    Charge charge = charge(Kind.GOOD);
    Refund refund = refund(charge, paid(charge), Ids.random(), 1_000_000);

    RefundState first = await(gateway().refund(refund));

    assertThat(first).isInstanceOf(Refunded.class);
    assertThat(await(gateway().refund(refund))).isEqualTo(first);
    assertThat(givenBack(charge.chargeId())).isEqualTo(1_000_000);
    captured(await(gateway().look(charge)));
  }

  @Test
  void aRefundWhoseAnswerWasLostGoesBackOnce() throws Exception {
    Charge charge = charge(Kind.GOOD);
    Refund refund = refund(charge, paid(charge), Ids.random(), 1_000_000);
    if (loseNext("refund")) {
      assertThatThrownBy(() -> await(gateway().refund(refund)))
          .isInstanceOf(ExecutionException.class);
    }

    assertThat(await(gateway().refund(refund))).isInstanceOf(Refunded.class);
    assertThat(givenBack(charge.chargeId())).isEqualTo(1_000_000);
  }

  @Test
  void theSameRefundIdOfTwoPaymentsGoesBackTwice() throws Exception {
    Charge one = charge(Kind.GOOD);
    Charge other = charge(new PaymentId(Ids.random()), Kind.GOOD);
    String id = Ids.random();

    assertThat(await(gateway().refund(refund(one, paid(one), id, 1_000_000))))
        .isInstanceOf(Refunded.class);
    assertThat(await(gateway().refund(refund(other, paid(other), id, 700_000))))
        .isInstanceOf(Refunded.class);

    assertThat(givenBack(one.chargeId())).isEqualTo(1_000_000);
    assertThat(givenBack(other.chargeId())).isEqualTo(700_000);
  }

  @Test
  void twoRefundsGoBackBothAndNoMoreThanThereIs() throws Exception {
    Charge charge = charge(Kind.GOOD);
    String transaction = paid(charge);
    assertThat(await(gateway().refund(refund(charge, transaction, Ids.random(), 1_000_000))))
        .isInstanceOf(Refunded.class);
    assertThat(await(gateway().refund(refund(charge, transaction, Ids.random(), 1_600_000))))
        .isInstanceOf(Refused.class);
    assertThat(await(gateway().refund(refund(charge, transaction, Ids.random(), 1_500_000))))
        .isInstanceOf(Refunded.class);
    assertThat(givenBack(charge.chargeId())).isEqualTo(2_500_000);
  }
}
