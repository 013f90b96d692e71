package id.antar.standin;

import id.antar.standin.Charge.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The Payments API of Xendit with payment requests and their methods: charge, status, capture,
/// expire, refund; and the disputes that were lost.
final class Xendit implements Provider {

  private final Books books;
  private final String secretKey;
  private final Map<String, Answered> answered = new ConcurrentHashMap<>();

  private final Set<String> expired = ConcurrentHashMap.newKeySet();

  private record Answered(JsonNode request, Reply reply) {}

  Xendit(Books books, String secretKey) {
    this.books = books;
    this.secretKey = secretKey;
  }

  @Override
  public String nameOf(Call call) {
    return call.is("POST", "/payment_requests")
        ? "charge"
        : call.is("GET", "/payment_requests.*")
            ? "status"
            : call.is("POST", "/refunds")
                ? "refund"
                : call.is("GET", "/refunds")
                    ? "refunds"
                    : call.is("GET", "/v1/disputes")
                        ? "disputes"
                        : call.path().endsWith("/expire") ? "expire" : "capture";
  }

  @Override
  public Reply failure(int status) {
    return refused(status, "SERVER_ERROR", "An unexpected error occurred.");
  }

  @Override
  public Reply answer(Call call, Runnable meanwhile) {
    if (!Basic.holds(call.authorization(), secretKey)) {
      return refused(401, "INVALID_API_KEY", "No valid API key provided");
    }
    meanwhile.run();
    if (!call.method().equals("POST") || call.key().isEmpty()) {
      return route(call);
    }
    synchronized (books) {
      Answered before = answered.get(call.key());
      return before == null ? remembered(call) : repeated(before, call);
    }
  }

  private Reply remembered(Call call) {
    Reply reply = route(call);
    if (reply.status() < 300) {
      answered.put(call.key(), new Answered(call.body(), reply));
    }
    return reply;
  }

  private static Reply repeated(Answered before, Call call) {
    return before.request().equals(call.body())
        ? before.reply()
        : refused(409, "DUPLICATE_ERROR", "duplicate value on idempotency_key");
  }

  private Reply route(Call call) {
    if (call.is("POST", "/payment_requests")) {
      return charge(call.body());
    }
    if (call.is("GET", "/payment_requests")) {
      String reference = call.query().getOrDefault("reference_id", "");
      List<?> found = books.find(reference).map(XenditWords::describe).stream().toList();
      return new Reply(200, Map.of("data", found, "has_more", false));
    }
    if (call.is("GET", "/v1/disputes")) {
      String search = call.query().getOrDefault("search", "");
      List<?> lost =
          books
              .find(search)
              .filter(it -> it.status() == Status.CHARGED_BACK)
              .map(XenditWords::dispute)
              .stream()
              .toList();
      return new Reply(200, Map.of("data", lost, "pagination", Map.of("has_more", false)));
    }
    if (call.is("GET", "/payment_requests/[^/]+")) {
      return find(call.part(2)).map(it -> described(200, it)).orElseGet(Xendit::unknown);
    }
    if (call.is("POST", "/payment_requests/[^/]+/captures")) {
      return find(call.part(2)).map(it -> capture(it, call.body())).orElseGet(Xendit::unknown);
    }
    if (call.is("POST", "/v2/payment_methods/[^/]+/expire")) {
      return expire(call.part(3));
    }
    return refunds(call);
  }

  private Reply refunds(Call call) {
    if (call.is("GET", "/refunds")) {
      return find(call.query().getOrDefault("payment_request_id", ""))
          .map(it -> new Reply(200, Map.of("data", XenditWords.refunds(it), "has_more", false)))
          .orElseGet(Xendit::unknown);
    }
    if (call.is("POST", "/refunds")) {
      return find(call.body().path("payment_request_id").asString(""))
          .map(it -> refund(it, call.body()))
          .orElseGet(Xendit::unknown);
    }
    return unknown();
  }

  private Optional<Charge> find(String id) {
    return books.findByTransaction(id);
  }

  private Reply charge(JsonNode body) {
    Optional<Status> first = XenditWords.findFirstStatus(body);
    JsonNode amount = body.path("amount");
    String currency = body.path("currency").asString("");
    boolean whole = amount.isNumber() && amount.decimalValue().stripTrailingZeros().scale() <= 0;
    if (first.isEmpty()
        || !amount.isNumber()
        || amount.decimalValue().signum() <= 0
        || (currency.equals("IDR") && !whole)
        || body.path("reference_id").asString("").isEmpty()) {
      return refused(400, "API_VALIDATION_ERROR", "There is an error in the request body.");
    }
    String saved = body.path("payment_method_id").asString("");
    if (expired.contains(saved)) {
      return refused(400, "INVALID_PAYMENT_METHOD", "The payment method has expired.");
    }
    Charge charge =
        new Charge(
            body.path("reference_id").asString(),
            "pr-" + UUID.randomUUID(),
            saved.isEmpty() ? "pm-" + UUID.randomUUID() : saved,
            XenditWords.methodOf(body),
            amount.decimalValue(),
            currency,
            first.get());
    return described(201, books.open(charge));
  }

  private Reply capture(Charge charge, JsonNode body) {
    if (charge.status() != Status.AUTHORISED) {
      return refused(400, "INELIGIBLE_TRANSACTION_STATUS", "It cannot be captured.");
    }
    books.change(charge, Status.CAPTURED);
    return new Reply(
        200,
        Map.of(
            "id",
            "cptr-" + charge.transactionId(),
            "payment_request_id",
            charge.transactionId(),
            "captured_amount",
            body.path("capture_amount").decimalValue(),
            "status",
            "SUCCEEDED"));
  }

  /// Also one that is saved: nobody can be charged by it any more.
  private Reply expire(String methodId) {
    synchronized (books) {
      expired.add(methodId);
      books
          .findByMethod(methodId)
          .filter(it -> it.status() == Status.PENDING)
          .ifPresent(it -> books.change(it, Status.EXPIRED));
    }
    return new Reply(200, Map.of("id", methodId, "status", "EXPIRED"));
  }

  private Reply refund(Charge charge, JsonNode body) {
    BigDecimal amount = body.path("amount").decimalValue();
    if (!charge.isPaid()) {
      return refused(400, "INELIGIBLE_TRANSACTION_STATUS", "It was not paid.");
    }
    if (charge.method().equals("VIRTUAL_ACCOUNT")) {
      return refused(403, "REFUND_NOT_SUPPORTED", "This channel has no refunds.");
    }
    if (charge.refunded().add(amount).compareTo(charge.amount()) > 0) {
      return refused(400, "REFUND_AMOUNT_EXCEEDED", "The amount is more than what is left.");
    }
    var refund =
        new Charge.Refund(
            "rfd-" + UUID.randomUUID(), body.path("reference_id").asString(""), amount);
    books.refund(charge, refund);
    return new Reply(200, XenditWords.describe(charge, refund));
  }

  private static Reply described(int status, Charge charge) {
    return new Reply(status, XenditWords.describe(charge));
  }

  private static Reply unknown() {
    return refused(404, "DATA_NOT_FOUND", "Data not found");
  }

  private static Reply refused(int status, String code, String message) {
    return new Reply(status, Map.of("error_code", code, "message", message));
  }
}
