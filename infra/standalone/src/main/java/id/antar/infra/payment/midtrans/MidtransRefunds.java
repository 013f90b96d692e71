package id.antar.infra.payment.midtrans;

import static java.util.concurrent.CompletableFuture.completedFuture;

import id.antar.api.message.Ids;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import id.antar.command.payment.PaymentGateway.RefundState.Underway;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.ProviderHttp;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// Giving money back. Before a card's charge is settled, on the next day, Midtrans only calls it
/// off as a whole; a part of it has to wait until then.
final class MidtransRefunds {
  private final ProviderHttp http;

  MidtransRefunds(ProviderHttp http) {
    this.http = http;
  }

  CompletableFuture<RefundState> refund(Refund refund) {
    if (!MajorUnits.canWrite(refund.amount())) {
      return completedFuture(new Refused("Midtrans gives back whole rupiah only."));
    }
    if (refund.charge().choice().method() == PaymentMethod.BANK_TRANSFER) {
      return completedFuture(new Refused("Midtrans gives no transfers back."));
    }
    return ask(refund)
        .thenCompose(found -> {
          Optional<RefundState> done = findDone(refund, found);
          return done.isPresent() ? completedFuture(done.get()) : begin(refund, found);
        });
  }

  private CompletableFuture<MidtransAnswer> ask(Refund refund) {
    return MidtransAnswer.ask(http, refund.charge().chargeId());
  }

  private static Optional<RefundState> findDone(Refund refund, MidtransAnswer found) {
    for (JsonNode before : found.body().path("refunds")) {
      if (before.path("refund_key").asString("").equals(key(refund.refundId()))) {
        return Optional.of(new Refunded(before.path("refund_chargeback_id").asString()));
      }
    }
    return found.is("cancel") && isWhole(refund, found)
        ? Optional.of(new Refunded(found.transactionId()))
        : Optional.empty();
  }

  private static boolean isWhole(Refund refund, MidtransAnswer found) {
    return found.amount().equals(refund.amount());
  }

  private CompletableFuture<RefundState> begin(Refund refund, MidtransAnswer found) {
    return switch (found.status()) {
      case "capture" -> isWhole(refund, found) ? callOff(refund) : completedFuture(new Underway());
      case "settlement", "partial_refund", "refund" -> giveBack(refund);
      case "" -> CompletableFuture.failedFuture(found.notKnown("refund, status " + found.code()));
      default ->
          completedFuture(new Refused("There is nothing to give back: " + found.status() + "."));
    };
  }

  /// If it was settled meanwhile, the next time it is asked for it will be given back.
  private CompletableFuture<RefundState> callOff(Refund refund) {
    String path = "/v2/" + refund.charge().chargeId() + "/cancel";
    return http.post("cancel", path, Map.of(), Map.of())
        .thenCompose(_ -> ask(refund))
        .thenApply(found -> findDone(refund, found).orElseGet(Underway::new));
  }

  private CompletableFuture<RefundState> giveBack(Refund refund) {
    String key = key(refund.refundId());
    var body =
        Map.of(
            "refund_key", key,
            "amount", MajorUnits.of(refund.amount()).toBigIntegerExact(),
            "reason", refund.reason());
    return http.post(
            "refund",
            "/v2/" + refund.charge().chargeId() + "/refund",
            body,
            Map.of("Idempotency-Key", "r-" + key))
        .thenApply(MidtransAnswer::of)
        .thenApply(MidtransRefunds::outcome);
  }

  private static RefundState outcome(MidtransAnswer answer) {
    return switch (answer.code()) {
      case 200, 201 -> new Refunded(answer.text("refund_chargeback_id"));
      case 202 -> new Refused("The bank refuses the refund.");
      case 406 -> new Underway();
      case 414 ->
          answer.text("status_message").contains("amount")
              ? new Refused("It is more than can be given back.")
              : new Underway();
      case 400, 402, 412, 413 ->
          new Refused("Midtrans refuses the refund (" + answer.code() + ").");
      default -> throw answer.notKnown("refund " + answer.code());
    };
  }

  /// Midtrans takes letters, digits, dash and underscore.
  private static String key(RefundId refund) {
    return refund.value().matches("[A-Za-z0-9_-]{1,44}")
        ? refund.value()
        : Ids.derive("midtrans-refund", refund.value());
  }
}
