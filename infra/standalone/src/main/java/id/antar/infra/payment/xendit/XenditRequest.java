package id.antar.infra.payment.xendit;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Expired;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import id.antar.infra.payment.http.MajorUnits;
import id.antar.infra.payment.http.NotKnownException;
import id.antar.infra.payment.http.ProviderHttp.Answer;
import id.antar.infra.payment.http.ProviderUris;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What Xendit says of a payment request.
record XenditRequest(JsonNode body) {
  private static final Logger LOG = LoggerFactory.getLogger(XenditRequest.class);

  /// Of several with one reference, which a key that was forgotten could leave, the one that was
  /// paid counts.
  static Optional<XenditRequest> findIn(Answer answer, ChargeId charge) {
    if (answer.status() != 200 || !answer.body().path("data").isArray()) {
      throw notKnown("list " + answer.status(), charge.toString());
    }
    List<XenditRequest> found = new ArrayList<>();
    for (JsonNode each : answer.body().path("data")) {
      if (each.path("reference_id").asString("").equals(charge.toString())) {
        found.add(new XenditRequest(each));
      }
    }
    if (found.size() > 1) {
      LOG.warn("Xendit has {} payment requests for {}.", found.size(), charge);
    }
    return found.stream()
        .filter(it -> it.status().equals("SUCCEEDED"))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /// A charge that was refused for what is in it was not taken, and will not be.
  static ChargeState afterCharge(Answer answer) {
    return switch (answer.status()) {
      case 200, 201, 202 -> new XenditRequest(answer.body()).state();
      case 400, 404 ->
          new Declined(
              "Xendit refuses the charge (" + answer.body().path("error_code").asString("") + ").");
      default ->
          throw notKnown(
              "charge " + answer.status() + " " + answer.body().path("error_code").asString(""),
              "");
    };
  }

  String id() {
    return text("id");
  }

  String methodId() {
    return body.path("payment_method").path("id").asString("");
  }

  private String status() {
    return text("status");
  }

  boolean isReserved() {
    return status().equals("AWAITING_CAPTURE") || status().equals("AUTHORIZED");
  }

  boolean canExpire() {
    return state() instanceof Pending
        && !body.path("payment_method")
            .path("reusability")
            .asString("")
            .equals("MULTIPLE_USE");
  }

  ChargeState state() {
    return switch (status()) {
      case "PENDING", "REQUIRES_ACTION", "ACCEPTING_PAYMENTS" ->
          new Pending(id(), instructions(), expiresAt());
      case "AWAITING_CAPTURE", "AUTHORIZED" -> new Authorised(amount(), id());
      case "SUCCEEDED" -> new Captured(amount(), id());
      case "FAILED" -> new Declined("Failed: " + text("failure_code") + ".");
      case "CANCELED", "VOIDED" -> new Voided();
      case "EXPIRED" -> new Expired();
      default -> throw notKnown("status " + status(), text("reference_id"));
    };
  }

  private Money amount() {
    try {
      return MajorUnits.money(body.path("amount").decimalValue(), text("currency"));
    } catch (ArithmeticException | IllegalArgumentException _) {
      throw notKnown("amount", text("reference_id"));
    }
  }

  private PaymentInstructions instructions() {
    JsonNode account = account();
    String page = "";
    String code = "";
    for (JsonNode action : body.path("actions")) {
      page = page.isEmpty() ? action.path("url").asString("") : page;
      code = code.isEmpty() ? action.path("qr_code").asString("") : code;
    }
    return new PaymentInstructions(
        ProviderUris.orNull(page),
        orNull(account.path("virtual_account_number").asString("")),
        orNull(code));
  }

  private JsonNode account() {
    return body.path("payment_method").path("virtual_account").path("channel_properties");
  }

  private @Nullable Instant expiresAt() {
    try {
      String time = account().path("expires_at").asString("");
      return time.isEmpty() ? null : Instant.parse(time);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static NotKnownException notKnown(String what, String reference) {
    LOG.warn("Xendit answers what is not understood: {} for {}.", what, reference);
    return new NotKnownException("Xendit: " + what + " is not understood.");
  }

  private String text(String field) {
    return body.path(field).asString("");
  }
}
