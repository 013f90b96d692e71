package id.antar.infra.payment.midtrans;

import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.infra.payment.http.MajorUnits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What Midtrans is sent.
///
/// @param bank of virtual accounts, where the customer named none
/// @param wallet likewise
/// @param expiry how long the customer may take
public record MidtransRequests(String bank, String wallet, Duration expiry) {

  Map<String, Object> charge(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "transaction_details",
        Map.of(
            "order_id", charge.chargeId().toString(),
            "gross_amount", MajorUnits.of(charge.amount()).toBigIntegerExact()));
    body.put("custom_expiry", Map.of("expiry_duration", expiry.toMinutes(), "unit", "minute"));
    putMethod(body, charge);
    return body;
  }

  private void putMethod(Map<String, Object> body, Charge charge) {
    String token = charge.choice().token();
    switch (charge.choice().method()) {
      case CARD -> {
        body.put("payment_type", "credit_card");
        body.put("credit_card", Map.of("token_id", token));
      }
      case E_WALLET -> body.put("payment_type", token.isBlank() ? wallet : token);
      case BANK_TRANSFER -> {
        body.put("payment_type", "bank_transfer");
        body.put("bank_transfer", Map.of("bank", token.isBlank() ? bank : token));
      }
      case CASH -> throw new IllegalArgumentException("Cash is not charged: " + charge.chargeId());
    }
  }

  Map<String, Object> capture(MidtransAnswer found, Charge charge) {
    return Map.of(
        "transaction_id", found.transactionId(),
        "gross_amount", MajorUnits.of(charge.amount()).toBigIntegerExact());
  }
}
