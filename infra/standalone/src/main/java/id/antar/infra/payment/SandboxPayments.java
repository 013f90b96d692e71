package id.antar.infra.payment;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import id.antar.api.message.Ids;
import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A payment gateway without money. It says yes after a moment; the token says when it does not:
///
/// - `sandbox-declined` is declined;
/// - `sandbox-decline-once` is declined at the first attempt;
/// - `sandbox-slow` takes its time;
/// - `sandbox-pending` waits for the customer, who has paid when it is looked at.
///
/// Its answers follow from what is asked alone, so that asking again gives the same one; only what
/// was called off while it was pending is remembered, for as long as the engine runs.
final class SandboxPayments implements PaymentGateway {
  private static final String DECLINED = "sandbox-declined";
  private static final String DECLINE_ONCE = "sandbox-decline-once";
  private static final String SLOW = "sandbox-slow";
  private static final String PENDING = "sandbox-pending";
  private static final Duration USUAL = Duration.ofMillis(40);
  private static final Duration LONG = Duration.ofSeconds(3);

  private final Set<String> voided = ConcurrentHashMap.newKeySet();

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    return after(charge.choice().token().equals(SLOW) ? LONG : USUAL, first(charge));
  }

  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    return after(USUAL, later(charge));
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return after(USUAL, later(charge));
  }

  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    if (charge.choice().token().equals(PENDING)) {
      voided.add(charge.chargeId().toString());
    }
    return after(USUAL, later(charge));
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    return after(USUAL, new RefundState.Refunded(id("refund", refund.refundId())));
  }

  private ChargeState first(Charge charge) {
    return charge.choice().token().equals(PENDING)
        ? new Pending(id("charge", charge.chargeId()), PaymentInstructions.NONE, null)
        : later(charge);
  }

  private ChargeState later(Charge charge) {
    String token = charge.choice().token();
    boolean declined =
        token.equals(DECLINED) || (token.equals(DECLINE_ONCE) && charge.chargeId().attempt() == 1);
    if (declined) {
      return new Declined("The card was declined.");
    }
    return voided.contains(charge.chargeId().toString())
        ? new Voided()
        : new Captured(charge.amount(), id("charge", charge.chargeId()));
  }

  private static String id(String what, Object of) {
    return "sandbox-" + Ids.derive(what, of.toString());
  }

  private static <T> CompletableFuture<T> after(Duration delay, T answer) {
    return supplyAsync(() -> answer, delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
  }
}
