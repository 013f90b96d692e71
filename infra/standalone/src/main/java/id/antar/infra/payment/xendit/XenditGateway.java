package id.antar.infra.payment.xendit;

import static java.util.concurrent.CompletableFuture.completedFuture;

import id.antar.command.payment.PaymentGateway;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.ProviderHttp;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Xendit, by payment requests and payment methods of its Payments API. A charge's id is the
/// `reference_id`, which can be searched for, and the idempotency key, which holds for a time.
public final class XenditGateway implements PaymentGateway {
  private static final String KEY = "idempotency-key";

  private final ProviderHttp http;
  private final XenditRequests requests;
  private final XenditRefunds refunds;
  private final XenditDisputes disputes;

  public XenditGateway(ProviderHttp http, XenditRequests requests) {
    this.http = http;
    this.requests = requests;
    this.refunds = new XenditRefunds(http);
    this.disputes = new XenditDisputes(http);
  }

  @Override
  public CompletableFuture<ChargeState> charge(Charge charge) {
    if (!MajorUnits.canWrite(charge.amount())) {
      return completedFuture(new Declined("Xendit takes whole rupiah only."));
    }
    if (!XenditRequests.canCharge(charge)) {
      return completedFuture(new Declined("Xendit takes saved cards only."));
    }
    return find(charge)
        .thenCompose(
            found -> found.isPresent() ? completedFuture(found.get().state()) : open(charge));
  }

  private CompletableFuture<ChargeState> open(Charge charge) {
    return http.post(
            "charge",
            "/payment_requests",
            requests.charge(charge),
            Map.of(KEY, charge.chargeId().toString()))
        .thenCompose(answer ->
            answer.status() == 409
                ? standOf(charge)
                : completedFuture(XenditRequest.afterCharge(answer)));
  }

  /// The one that asks for disputes, too: what was captured is looked at when a webhook tells of
  /// it.
  @Override
  public CompletableFuture<ChargeState> look(Charge charge) {
    return standOf(charge)
        .thenCompose(stand ->
            stand instanceof Captured captured
                ? disputes.after(captured, charge.chargeId())
                : completedFuture(stand));
  }

  private CompletableFuture<ChargeState> standOf(Charge charge) {
    return find(charge)
        .thenApply(found -> found.map(XenditRequest::state).orElseGet(ChargeState.Unknown::new));
  }

  private CompletableFuture<Optional<XenditRequest>> find(Charge charge) {
    return http.get("status", "/payment_requests?reference_id=" + charge.chargeId())
        .thenApply(answer -> XenditRequest.findIn(answer, charge.chargeId()));
  }

  @Override
  public CompletableFuture<ChargeState> capture(Charge charge) {
    return find(charge)
        .thenCompose(found ->
            found.filter(XenditRequest::isReserved).isPresent()
                ? act(
                    "capture",
                    "/payment_requests/" + found.get().id() + "/captures",
                    requests.capture(charge),
                    charge)
                : standOf(charge));
  }

  /// A payment method that was made for one request that waits can be expired, and nothing else is
  /// called off by that. One that the customer has saved is theirs: to expire it would take it from
  /// them. What has become of it, the next look says.
  @Override
  public CompletableFuture<ChargeState> voidCharge(Charge charge) {
    return find(charge)
        .thenCompose(found ->
            !XenditRequests.isSaved(charge) && found.filter(XenditRequest::canExpire).isPresent()
                ? act(
                    "expire",
                    "/v2/payment_methods/" + found.get().methodId() + "/expire",
                    Map.of(),
                    charge)
                : standOf(charge))
        .thenApply(
            state -> state instanceof ChargeState.Expired ? new ChargeState.Voided() : state);
  }

  private CompletableFuture<ChargeState> act(String call, String path, Object body, Charge charge) {
    return http.post(call, path, body, Map.of()).thenCompose(_ -> standOf(charge));
  }

  @Override
  public CompletableFuture<RefundState> refund(Refund refund) {
    return refunds.refund(refund);
  }
}
