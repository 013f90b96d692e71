package id.antar.infra.payment.midtrans;

import static java.util.concurrent.CompletableFuture.completedFuture;

import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.ProviderHttp;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Midtrans, by its Core API. A charge's id is its `order_id`, which Midtrans takes once, but again
/// after it has expired. So the status is asked for first, and only what is unknown is charged.
public final class MidtransGateway implements PaymentGateway {
  private final ProviderHttp http;
  private final MidtransRequests requests;
  private final MidtransRefunds refunds;

  public MidtransGateway(ProviderHttp http, MidtransRequests requests) {
    this.http = http;
    this.requests = requests;
    this.refunds = new MidtransRefunds(http);
  }

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    if (!charge.amount().currency().equals("IDR") || !MajorUnits.canWrite(charge.amount())) {
      return completedFuture(new Declined("Midtrans takes whole rupiah only."));
    }
    return look(charge)
        .thenCompose(state ->
            switch (state) {
              case Unknown _ -> open(charge);
              case Pending pending when needsInstructions(pending, charge) ->
                  instructed(charge, pending);
              default -> completedFuture(state);
            });
  }

  private CompletableFuture<ChargeState> open(Charge charge) {
    return http.post("charge", "/v2/charge", requests.charge(charge), key(charge))
        .thenCompose(answer ->
            MidtransAnswer.of(answer).code() == 406
                ? look(charge)
                : completedFuture(MidtransAnswer.of(answer).afterCharge()));
  }

  /// The status of an e-wallet's charge says nothing of where the customer has to go. The charge
  /// itself, sent again with its key, is answered as it was.
  private static boolean needsInstructions(Pending pending, Charge charge) {
    return pending.instructions().equals(PaymentInstructions.NONE)
        && charge.choice().method().isPrepaid();
  }

  /// Later than its key is known, `order_id` is a duplicate, and the charge stays as it is.
  private CompletableFuture<ChargeState> instructed(Charge charge, Pending pending) {
    return http.post("charge", "/v2/charge", requests.charge(charge), key(charge))
        .thenApply(answer ->
            MidtransAnswer.of(answer).findState().orElse(pending) instanceof Pending told
                ? told
                : pending);
  }

  private static Map<String, String> key(Charge charge) {
    return Map.of("Idempotency-Key", charge.chargeId().toString());
  }

  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    return ask(charge).thenApply(MidtransAnswer::state);
  }

  private CompletableFuture<MidtransAnswer> ask(Charge charge) {
    return MidtransAnswer.ask(http, charge.chargeId());
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return ask(charge)
        .thenCompose(found ->
            found.is("authorize")
                ? act("capture", "/v2/capture", requests.capture(found, charge), charge)
                : completedFuture(found.state()));
  }

  /// A charge that waits is expired, which Midtrans does to no other, so that nothing is called off
  /// that is paid meanwhile. What is reserved is cancelled, what is questioned is denied.
  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    return ask(charge)
        .thenCompose(found ->
            found.findCallOff()
                .map(call -> callOff(call, charge))
                .orElseGet(() -> completedFuture(found.state())))
        .thenApply(state -> state instanceof ChargeState.Expired ? new Voided() : state);
  }

  private CompletableFuture<ChargeState> callOff(String call, Charge charge) {
    return act(call, "/v2/" + charge.chargeId() + "/" + call, Map.of(), charge)
        .thenApply(state -> state instanceof Declined ? new Voided() : state);
  }

  /// What it did, or what it was too late for, the status tells.
  private CompletableFuture<ChargeState> act(String call, String path, Object body, Charge charge) {
    return http.post(call, path, body, Map.of()).thenCompose(_ -> look(charge));
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    return refunds.refund(refund);
  }
}
