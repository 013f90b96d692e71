package id.antar.infra.payment.xendit;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargedBack;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// What customers' banks have taken back. The payment request stays what it was; only a dispute
/// that was lost says so.
final class XenditDisputes {
  private final ProviderHttp http;

  XenditDisputes(ProviderHttp http) {
    this.http = http;
  }

  CompletableFuture<ChargeState> after(Captured captured, ChargeId charge) {
    return http.get("disputes", "/v1/disputes?status=LOST&search=" + charge)
        .thenApply(answer ->
            findLost(answer, charge)
                .<ChargeState>map(lost -> chargedBack(captured, lost))
                .orElse(captured));
  }

  /// Merchants for whom Xendit has no disputes have lost none.
  private static Optional<JsonNode> findLost(Answer answer, ChargeId charge) {
    if (answer.status() == 403 || answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new NotKnownException("Xendit: disputes " + answer.status() + " is not understood.");
    }
    for (JsonNode each : answer.body().path("data")) {
      if (each.path("reference_id").asString("").equals(charge.toString())
          && each.path("status").asString("").equals("LOST")) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static ChargedBack chargedBack(Captured captured, JsonNode lost) {
    return new ChargedBack(
        captured.amount(),
        amount(lost),
        captured.transactionId(),
        "Dispute lost: " + lost.path("category").path("name").asString("unknown") + ".");
  }

  private static Money amount(JsonNode lost) {
    JsonNode amount = lost.path("amount");
    String last = amount.path("terminal").asString("");
    try {
      return MajorUnits.money(
          new BigDecimal(last.isEmpty() ? amount.path("initial").asString("") : last),
          lost.path("currency").asString(""));
    } catch (ArithmeticException | IllegalArgumentException _) {
      throw new NotKnownException("Xendit: a dispute's amount is not understood.");
    }
  }
}
