package id.antar.standin;

import id.antar.standin.Charge.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How Midtrans says where a charge stands.
final class MidtransWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(7));

  private MidtransWords() {}

  /// A card's token says what becomes of it; all else waits for the customer.
  static Optional<Status> findFirstStatus(JsonNode charge) {
    return switch (charge.path("payment_type").asString("")) {
      case "credit_card" ->
          Optional.of(charge.path("credit_card").path("token_id").asString(""))
              .filter(token -> !token.isBlank())
              .map(MidtransWords::ofCard);
      case "gopay", "shopeepay", "qris" -> Optional.of(Status.PENDING);
      case "bank_transfer" ->
          charge.path("bank_transfer").path("bank").isString()
              ? Optional.of(Status.PENDING)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Status ofCard(String token) {
    return token.contains("deny")
        ? Status.DENIED
        : token.contains("challenge")
            ? Status.CHALLENGED
            : token.contains("authorize")
                ? Status.AUTHORISED
                : token.contains("3ds") ? Status.PENDING : Status.CAPTURED;
  }

  /// The answer to a charge says more than the status later does: where the customer has to go.
  static Reply described(Charge charge, JsonNode request) {
    Map<String, Object> body = body(charge);
    if (charge.status() != Status.PENDING) {
      return new Reply(200, body);
    }
    switch (charge.method()) {
      case "credit_card" ->
          body.put("redirect_url", "http://localhost/3ds/" + charge.transactionId());
      case "bank_transfer" -> {
        String bank = request.path("bank_transfer").path("bank").asString();
        body.put("va_numbers", List.of(Map.of("bank", bank, "va_number", account(charge))));
      }
      default ->
          body.put(
              "actions",
              List.of(
                  Map.of(
                      "name", "deeplink-redirect",
                      "method", "GET",
                      "url", "http://localhost/wallet/" + charge.transactionId())));
    }
    return new Reply(200, body);
  }

  static Reply describe(Charge charge) {
    Map<String, Object> body = body(charge);
    if (charge.method().equals("bank_transfer")) {
      body.put("va_numbers", List.of(Map.of("bank", "bca", "va_number", account(charge))));
    }
    return new Reply(200, body);
  }

  static Reply describe(Charge charge, Charge.Refund refund) {
    Map<String, Object> body = body(charge);
    body.put("refund_chargeback_id", Integer.parseInt(refund.id()));
    body.put("refund_key", refund.key());
    return new Reply(200, body);
  }

  static Map<String, Object> body(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status_code", Integer.toString(code(charge)));
    body.put("status_message", "Success, transaction is found");
    body.put("transaction_id", charge.transactionId());
    body.put("order_id", charge.reference());
    body.put("gross_amount", charge.amount().toPlainString() + ".00");
    body.put("currency", charge.currency());
    body.put("payment_type", charge.method());
    body.put("transaction_time", TIME.format(Instant.now()));
    body.put("transaction_status", status(charge));
    body.put("fraud_status", charge.status() == Status.CHALLENGED ? "challenge" : "accept");
    body.put("expiry_time", TIME.format(Instant.now().plusSeconds(900)));
    if (!charge.refunds().isEmpty()) {
      body.put("refund_amount", charge.refunded().toPlainString() + ".00");
      body.put("refunds", refunds(charge));
    }
    return body;
  }

  private static List<Map<String, Object>> refunds(Charge charge) {
    List<Map<String, Object>> refunds = new ArrayList<>();
    charge
        .refunds()
        .forEach(it ->
            refunds.add(
                Map.of(
                    "refund_chargeback_id", Integer.parseInt(it.id()),
                    "refund_amount", it.amount().toPlainString() + ".00",
                    "refund_key", it.key())));
    return refunds;
  }

  private static String account(Charge charge) {
    return "88" + Integer.toUnsignedString(charge.reference().hashCode());
  }

  private static String status(Charge charge) {
    return switch (charge.status()) {
      case PENDING -> "pending";
      case AUTHORISED -> "authorize";
      case CAPTURED, CHALLENGED -> "capture";
      case SETTLED -> ofSettled(charge);
      case DENIED -> "deny";
      case CANCELLED -> "cancel";
      case EXPIRED -> "expire";
      case FAILED -> "failure";
      case CHARGED_BACK -> "chargeback";
    };
  }

  private static String ofSettled(Charge charge) {
    return charge.refunded().signum() == 0
        ? "settlement"
        : charge.refunded().compareTo(charge.amount()) == 0 ? "refund" : "partial_refund";
  }

  private static int code(Charge charge) {
    return switch (charge.status()) {
      case PENDING, CHALLENGED -> 201;
      case AUTHORISED, CAPTURED, SETTLED, CHARGED_BACK, CANCELLED -> 200;
      case DENIED, FAILED -> 202;
      case EXPIRED -> 407;
    };
  }
}
