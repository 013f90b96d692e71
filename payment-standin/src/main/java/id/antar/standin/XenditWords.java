package id.antar.standin;

import id.antar.standin.Charge.Refund;
import id.antar.standin.Charge.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How Xendit says where a payment request stands.
final class XenditWords {

  private XenditWords() {}

  /// The name of a saved method says what becomes of it; all else waits for the customer.
  static Optional<Status> findFirstStatus(JsonNode request) {
    String saved = request.path("payment_method_id").asString("");
    if (!saved.isEmpty()) {
      return Optional.of(
          saved.contains("deny")
              ? Status.DENIED
              : saved.contains("authorize")
                  ? Status.AUTHORISED
                  : saved.contains("3ds") ? Status.PENDING : Status.SETTLED);
    }
    String type = request.path("payment_method").path("type").asString("");
    return switch (type) {
      case "EWALLET" ->
          channel(request, "ewallet").isEmpty() ? Optional.empty() : Optional.of(Status.PENDING);
      case "VIRTUAL_ACCOUNT" ->
          channel(request, "virtual_account").isEmpty()
              ? Optional.empty()
              : Optional.of(Status.PENDING);
      default -> Optional.empty();
    };
  }

  private static String channel(JsonNode request, String type) {
    return request.path("payment_method").path(type).path("channel_code").asString("");
  }

  static String methodOf(JsonNode request) {
    return request.path("payment_method").path("type").asString("CARD");
  }

  static Map<String, Object> describe(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", charge.transactionId());
    body.put("reference_id", charge.reference());
    body.put("amount", charge.amount());
    body.put("currency", charge.currency());
    body.put("country", "ID");
    body.put("status", status(charge.status()));
    body.put("payment_method", method(charge));
    body.put("actions", actions(charge));
    if (charge.status() == Status.DENIED || charge.status() == Status.FAILED) {
      body.put("failure_code", "CARD_DECLINED");
    }
    return body;
  }

  private static Map<String, Object> method(Charge charge) {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("id", charge.methodId());
    method.put("type", charge.method());
    method.put("reusability", "ONE_TIME_USE");
    if (charge.method().equals("VIRTUAL_ACCOUNT")) {
      method.put(
          "virtual_account",
          Map.of(
              "channel_properties",
              Map.of(
                  "virtual_account_number",
                  "88" + Integer.toUnsignedString(charge.reference().hashCode()),
                  "expires_at",
                  "2030-01-01T00:00:00Z")));
    }
    return method;
  }

  private static List<Map<String, Object>> actions(Charge charge) {
    boolean redirects =
        charge.status() == Status.PENDING && !charge.method().equals("VIRTUAL_ACCOUNT");
    return redirects
        ? List.of(
            Map.of(
                "action", "AUTH",
                "url_type", "WEB",
                "method", "GET",
                "url", "http://localhost/pay/" + charge.transactionId()))
        : List.of();
  }

  static List<Map<String, Object>> refunds(Charge charge) {
    List<Map<String, Object>> refunds = new ArrayList<>();
    charge.refunds().forEach(it -> refunds.add(describe(charge, it)));
    return refunds;
  }

  static Map<String, Object> describe(Charge charge, Refund refund) {
    return Map.of(
        "id", refund.id(),
        "payment_request_id", charge.transactionId(),
        "reference_id", refund.key(),
        "amount", refund.amount(),
        "currency", charge.currency(),
        "status", "SUCCEEDED");
  }

  static Map<String, Object> dispute(Charge charge) {
    Map<String, Object> dispute = new LinkedHashMap<>();
    dispute.put("id", "mi-dspt-" + charge.transactionId());
    dispute.put("channel_code", "CARDS");
    dispute.put("status", "LOST");
    dispute.put("currency", charge.currency());
    String amount = charge.amount().toPlainString();
    dispute.put("amount", Map.of("initial", amount, "terminal", amount));
    dispute.put("category", Map.of("name", "fraud"));
    dispute.put("payment_id", "py-" + charge.transactionId());
    dispute.put("reference_id", charge.reference());
    return dispute;
  }

  private static String status(Status status) {
    return switch (status) {
      case PENDING -> "REQUIRES_ACTION";
      case CHALLENGED -> "PENDING";
      case AUTHORISED -> "AWAITING_CAPTURE";
      case CAPTURED, SETTLED, CHARGED_BACK -> "SUCCEEDED";
      case DENIED, FAILED -> "FAILED";
      case CANCELLED -> "VOIDED";
      case EXPIRED -> "EXPIRED";
    };
  }
}
