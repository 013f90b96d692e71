package id.antar.infra.payment;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import id.antar.api.message.Ids;
import id.antar.command.payment.PaymentGateway;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A payment gateway without money. It says yes after a moment; the token says when it does not:
/// `sandbox-declined` is declined, `sandbox-slow` takes its time. Its answers follow from what is
/// asked alone, so that asking again gives the same one.
final class SandboxPayments implements PaymentGateway {
  private static final String DECLINED = "sandbox-declined";
  private static final String SLOW = "sandbox-slow";
  private static final Duration USUAL = Duration.ofMillis(40);
  private static final Duration LONG = Duration.ofSeconds(3);

  @Override
  public CompletableFuture<ChargeAnswer> charge(Charge charge) {
    String token = charge.choice().token();
    Duration delay = token.equals(SLOW) ? LONG : USUAL;
    return after(
        delay,
        token.equals(DECLINED)
            ? new Declined("The card was declined.")
            : new Charged("sandbox-" + Ids.derive("charge", charge.paymentId().value())));
  }

  @Override
  public CompletableFuture<Refunded> refund(Refund refund) {
    return after(
        USUAL, new Refunded("sandbox-" + Ids.derive("refund", refund.paymentId().value())));
  }

  private static <T> CompletableFuture<T> after(Duration delay, T answer) {
    return supplyAsync(() -> answer, delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
  }
}
