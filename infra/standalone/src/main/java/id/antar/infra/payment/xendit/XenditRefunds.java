package id.antar.infra.payment.xendit;

import static java.util.concurrent.CompletableFuture.completedFuture;

import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import id.antar.command.payment.PaymentGateway.RefundState.Underway;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/// Giving money back. A refund's key is its `reference_id` and its idempotency key.
final class XenditRefunds {
  private static final Logger LOG = LoggerFactory.getLogger(XenditRefunds.class);

  private final ProviderHttp http;

  XenditRefunds(ProviderHttp http) {
    this.http = http;
  }

  CompletableFuture<RefundState> refund(Refund refund) {
    if (!MajorUnits.canWrite(refund.amount())) {
      return completedFuture(new Refused("Xendit gives back whole rupiah only."));
    }
    return find(refund)
        .thenCompose(
            found -> found.isPresent() ? completedFuture(stateOf(found.get())) : begin(refund));
  }

  private CompletableFuture<Optional<JsonNode>> find(Refund refund) {
    String request = UriUtils.encodeQueryParam(refund.transactionId(), "UTF-8");
    return http.get("refunds", "/refunds?payment_request_id=" + request)
        .thenApply(answer -> findIn(answer, refund));
  }

  private static Optional<JsonNode> findIn(Answer answer, Refund refund) {
    if (answer.status() != 200) {
      throw notKnown("refunds " + answer.status());
    }
    for (JsonNode each : answer.body().path("data")) {
      if (refund.isKnownAs(each.path("reference_id").asString(""))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private CompletableFuture<RefundState> begin(Refund refund) {
    Map<String, Object> body =
        Map.of(
            "payment_request_id", refund.transactionId(),
            "reference_id", refund.key(),
            "amount", MajorUnits.of(refund.amount()),
            "currency", refund.amount().currency(),
            "reason", "REQUESTED_BY_CUSTOMER",
            "metadata", Map.of("charge_id", refund.charge().chargeId().toString()));
    return http.post("refund", "/refunds", body, Map.of("idempotency-key", refund.key()))
        .thenApply(XenditRefunds::outcome);
  }

  private static RefundState outcome(Answer answer) {
    String error = answer.body().path("error_code").asString("");
    return switch (answer.status()) {
      case 200, 201, 202 -> stateOf(answer.body());
      case 409 -> new Underway();
      case 400, 403, 404 -> refused(error);
      default -> throw notKnown("refund " + answer.status() + " " + error);
    };
  }

  /// Some of the refusals are for now only.
  private static RefundState refused(String error) {
    return switch (error) {
      case "REFUND_IN_PROGRESS", "TEMPORARILY_UNAVAILABLE", "INSUFFICIENT_BALANCE" ->
          new Underway();
      case "UNAUTHORIZED", "REQUEST_FORBIDDEN_ERROR", "INVALID_MERCHANT_SETTINGS", "" ->
          throw notKnown("refund " + error);
      default -> new Refused("Xendit refuses the refund (" + error + ").");
    };
  }

  private static RefundState stateOf(JsonNode refund) {
    String status = refund.path("status").asString("");
    return switch (status) {
      case "SUCCEEDED" -> new Refunded(refund.path("id").asString(""));
      case "PENDING" -> new Underway();
      case "FAILED" -> new Refused("Failed: " + refund.path("failure_code").asString("") + ".");
      case "CANCELLED", "CANCELED" -> new Refused("The refund was cancelled.");
      default -> throw notKnown("refund's status " + status);
    };
  }

  private static NotKnownException notKnown(String what) {
    LOG.warn("Xendit answers what is not understood: {}.", what);
    return new NotKnownException("Xendit: " + what + " is not understood.");
  }
}
