package id.antar.infra.payment.xendit;

import id.antar.api.payment.PaymentMethod;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.infra.payment.http.MajorUnits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// What Xendit is sent. A token that begins with `pm-` is a saved payment method; for a wallet or a
/// transfer, any other is the channel.
///
/// @param bank of virtual accounts, where the customer named none
/// @param wallet likewise
/// @param returnUrl where a wallet sends the customer back to
/// @param payee what a virtual account is called
/// @param expiry how long the customer may take for a transfer
/// @param clock real time: Xendit knows no other
public record XenditRequests(
    String bank, String wallet, URI returnUrl, String payee, Duration expiry, InstantSource clock) {

  /// Cards are charged by what Xendit has saved of them.
  static boolean canCharge(Charge charge) {
    return charge.choice().method() != PaymentMethod.CARD || isSaved(charge);
  }

  /// Whether it is the customer's own, for this payment and others.
  static boolean isSaved(Charge charge) {
    return charge.choice().token().startsWith("pm-");
  }

  Map<String, Object> charge(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference_id", charge.chargeId().toString());
    body.put("amount", MajorUnits.of(charge.amount()));
    body.put("currency", charge.amount().currency());
    body.put("country", "ID");
    body.put("capture_method", "AUTOMATIC");
    body.put("metadata", Map.of("charge_id", charge.chargeId().toString()));
    String token = charge.choice().token();
    if (isSaved(charge)) {
      body.put("payment_method_id", token);
    } else {
      body.put("payment_method", method(charge, token));
    }
    return body;
  }

  private Map<String, Object> method(Charge charge, String channel) {
    String reference = charge.chargeId().toString();
    return switch (charge.choice().method()) {
      case CARD -> throw new IllegalArgumentException("A card has to be saved: " + reference);
      case E_WALLET ->
          Map.of(
              "type",
              "EWALLET",
              "reusability",
              "ONE_TIME_USE",
              "reference_id",
              reference,
              "ewallet",
              Map.of(
                  "channel_code",
                  channel.isBlank() ? wallet : channel,
                  "channel_properties",
                  returns()));
      case BANK_TRANSFER ->
          Map.of(
              "type",
              "VIRTUAL_ACCOUNT",
              "reusability",
              "ONE_TIME_USE",
              "reference_id",
              reference,
              "virtual_account",
              Map.of(
                  "channel_code",
                  channel.isBlank() ? bank : channel,
                  "channel_properties",
                  Map.of("customer_name", payee, "expires_at", expiresAt())));
      case CASH -> throw new IllegalArgumentException("Cash is not charged: " + reference);
    };
  }

  private Map<String, Object> returns() {
    return Map.of(
        "success_return_url", returnUrl.toString(), "failure_return_url", returnUrl.toString());
  }

  private String expiresAt() {
    return clock.instant().plus(expiry).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  Map<String, Object> capture(Charge charge) {
    return Map.of(
        "reference_id", charge.chargeId().toString(),
        "capture_amount", MajorUnits.of(charge.amount()));
  }
}
