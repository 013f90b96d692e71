package id.antar.infra.payment.midtrans;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.ChargedBack;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Expired;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What Midtrans says of a charge. Its own code stands in the body, whatever the code of the HTTP
/// answer.
record MidtransAnswer(int code, JsonNode body) {
  private static final Logger LOG = LoggerFactory.getLogger(MidtransAnswer.class);
  private static final int LONGEST_REASON = 200;

  static MidtransAnswer of(Answer answer) {
    String code = answer.body().path("status_code").asString("");
    boolean said = code.matches("[0-9]{3}");
    return new MidtransAnswer(said ? Integer.parseInt(code) : answer.status(), answer.body());
  }

  static CompletableFuture<MidtransAnswer> ask(ProviderHttp http, ChargeId charge) {
    return http.get("status", "/v2/" + charge + "/status")
        .thenApply(MidtransAnswer::of)
        .thenApply(answer -> answer.requireAbout(charge));
  }

  MidtransAnswer requireAbout(ChargeId charge) {
    String about = text("order_id");
    if (!about.isEmpty() && !about.equals(charge.toString())) {
      throw new NotKnownException("Midtrans answered about another charge than " + charge + ".");
    }
    return this;
  }

  boolean is(String status) {
    return status().equals(status);
  }

  /// What calls off a charge that stands as this one does, if anything.
  Optional<String> findCallOff() {
    return switch (status()) {
      case "pending" -> Optional.of("expire");
      case "authorize" -> Optional.of("cancel");
      case "capture" ->
          text("fraud_status").equals("challenge") ? Optional.of("deny") : Optional.empty();
      default -> Optional.empty();
    };
  }

  String status() {
    return text("transaction_status").toLowerCase(Locale.ROOT);
  }

  String transactionId() {
    return text("transaction_id");
  }

  Money amount() {
    return amount("gross_amount");
  }

  private Money amount(String field) {
    try {
      String currency = text("currency").isEmpty() ? "IDR" : text("currency");
      return MajorUnits.money(new BigDecimal(text(field)), currency);
    } catch (ArithmeticException | IllegalArgumentException _) {
      throw notKnown(field);
    }
  }

  ChargeState state() {
    if (code == 404 && status().isEmpty()) {
      return new Unknown();
    }
    return findState().orElseThrow(() -> notKnown("status " + code));
  }

  /// A charge that was refused for what is in it was not taken, and will not be.
  ChargeState afterCharge() {
    return findState()
        .orElseGet(() ->
            switch (code) {
              case 400, 402, 408, 410, 411, 413 ->
                  new Declined("Midtrans refuses the charge (" + code + ").");
              default -> throw notKnown("charge " + code);
            });
  }

  /// Nothing where there is no status of a charge.
  Optional<ChargeState> findState() {
    return status().isEmpty() ? Optional.empty() : Optional.of(stateOf(status()));
  }

  private ChargeState stateOf(String status) {
    return switch (status) {
      case "pending" ->
          new Pending(
              transactionId(),
              MidtransInstructions.of(body),
              MidtransInstructions.findExpiry(body).orElse(null));
      case "authorize" -> new Authorised(amount(), transactionId());
      case "capture" -> captured(text("fraud_status"));
      case "settlement", "refund", "partial_refund" -> new Captured(amount(), transactionId());
      case "deny" -> new Declined(reason("The bank has said no."));
      case "failure" -> new Declined(reason("The charge has failed at Midtrans."));
      case "cancel" -> new Voided();
      case "expire" -> new Expired();
      case "chargeback" -> new ChargedBack(amount(), amount(), transactionId(), "Charged back.");
      case "partial_chargeback" ->
          new ChargedBack(
              amount(), amount("refund_amount"), transactionId(), "Charged back in part.");
      default -> throw notKnown("transaction_status " + status);
    };
  }

  private ChargeState captured(String fraud) {
    return switch (fraud) {
      case "", "accept" -> new Captured(amount(), transactionId());
      case "challenge" -> new Pending(transactionId(), PaymentInstructions.NONE, null);
      case "deny" -> new Declined(reason("Refused by the detection of fraud."));
      default -> throw notKnown("fraud_status " + fraud);
    };
  }

  private String reason(String otherwise) {
    String said = text("channel_response_message");
    String reason = said.isBlank() ? otherwise : said;
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  NotKnownException notKnown(String what) {
    LOG.warn("Midtrans answers what is not understood: {} for {}.", what, text("order_id"));
    return new NotKnownException("Midtrans: " + what + " is not understood.");
  }

  String text(String field) {
    return body.path(field).asString("");
  }
}
