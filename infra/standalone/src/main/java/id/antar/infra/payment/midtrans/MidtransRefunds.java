package id.antar.infra.payment.midtrans;

import static java.util.concurrent.CompletableFuture.completedFuture;

import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway.Refund;
import id.antar.command.payment.PaymentGateway.RefundState;
import id.antar.command.payment.PaymentGateway.RefundState.Refunded;
import id.antar.command.payment.PaymentGateway.RefundState.Refused;
import id.antar.command.payment.PaymentGateway.RefundState.Underway;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.ProviderHttp;
import java.util.Locale;
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
      if (refund.isKnownAs(before.path("refund_key").asString(""))) {
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
    var body =
        Map.of(
            "refund_key", refund.key(),
            "amount", MajorUnits.of(refund.amount()).toBigIntegerExact(),
            "reason", refund.reason());
    return http.post(
            "refund",
            "/v2/" + refund.charge().chargeId() + "/refund",
            body,
            Map.of("Idempotency-Key", "r-" + refund.key()))
        .thenApply(MidtransAnswer::of)
        .thenApply(answer -> outcome(answer.requireAbout(refund.charge().chargeId())))
        .thenCompose(
            outcome ->
                outcome instanceof Refused
                    ? unlessDone(refund, outcome)
                    : completedFuture(outcome));
  }

  /// A refusal of what was asked for twice may hide that the first time has worked.
  private CompletableFuture<RefundState> unlessDone(Refund refund, RefundState refused) {
    return ask(refund).thenApply(found -> findDone(refund, found).orElse(refused));
  }

  private static RefundState outcome(MidtransAnswer answer) {
    return switch (answer.code()) {
      case 200, 201 -> new Refunded(answer.text("refund_chargeback_id"));
      case 202 -> ofAccepted(answer);
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

  /// It says so of what is denied, and of what it is still at since it was asked before.
  private static RefundState ofAccepted(MidtransAnswer answer) {
    boolean denied =
        !answer.status().isEmpty()
            || answer.text("status_message").toLowerCase(Locale.ROOT).contains("denied");
    return denied ? new Refused("The bank refuses the refund.") : new Underway();
  }
}
