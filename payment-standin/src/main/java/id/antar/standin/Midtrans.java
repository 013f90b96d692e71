package id.antar.standin;

import id.antar.standin.Charge.Status;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The Core API of Midtrans: charge, status, capture, cancel, deny, expire, refund.
///
/// What is refused has its code in the body, in an answer of 200, as with Midtrans; not so a wrong
/// key and a server that fails.
final class Midtrans implements Provider {

  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_.~-]{1,50}");
  private static final int LONGEST_KEY = 46;

  private final Books books;
  private final String serverKey;
  private final Map<String, Reply> answered = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  Midtrans(Books books, String serverKey) {
    this.books = books;
    this.serverKey = serverKey;
  }

  @Override
  public String nameOf(Call call) {
    return call.path().substring(call.path().lastIndexOf('/') + 1);
  }

  @Override
  public Reply failure(int status) {
    return refused(status, status, "Internal Server Error");
  }

  @Override
  public Reply answer(Call call, Runnable meanwhile) {
    if (!Basic.holds(call.authorization(), serverKey)) {
      return refused(401, 401, "Access denied due to unauthorized transaction.");
    }
    if (!call.method().equals("POST") || call.key().isEmpty()) {
      meanwhile.run();
      return route(call);
    }
    if (answered.containsKey(call.key())) {
      return answered.get(call.key());
    }
    if (!underWay.add(call.key())) {
      return new Reply(202, Map.of());
    }
    try {
      meanwhile.run();
      return remembered(call);
    } finally {
      underWay.remove(call.key());
    }
  }

  /// Only a success is kept.
  private Reply remembered(Call call) {
    Reply reply = route(call);
    if (call.key().length() <= LONGEST_KEY && code(reply) < 300) {
      answered.put(call.key(), reply);
    }
    return reply;
  }

  private static int code(Reply reply) {
    return Integer.parseInt(String.valueOf(reply.body().get("status_code")));
  }

  private Reply route(Call call) {
    if (call.is("POST", "/v2/charge")) {
      return charge(call.body());
    }
    if (call.is("POST", "/v2/capture")) {
      return books
          .findByTransaction(call.body().path("transaction_id").asString(""))
          .map(it -> move(it, Status.CAPTURED, Status.AUTHORISED))
          .orElseGet(Midtrans::unknown);
    }
    if (!call.path().matches("/v2/[^/]+/(status|cancel|deny|expire|refund)")) {
      return refused(404, 404, "The requested resource is not found");
    }
    Optional<Charge> charge = find(call.part(2));
    return charge.map(it -> action(call, it)).orElseGet(Midtrans::unknown);
  }

  private Optional<Charge> find(String id) {
    return books.find(id).or(() -> books.findByTransaction(id));
  }

  private Reply action(Call call, Charge charge) {
    return switch (nameOf(call)) {
      case "cancel" ->
          move(charge, Status.CANCELLED, Status.PENDING, Status.AUTHORISED, Status.CAPTURED);
      case "deny" -> move(charge, Status.DENIED, Status.CHALLENGED);
      case "expire" -> move(charge, Status.EXPIRED, Status.PENDING);
      case "refund" -> refund(charge, call.body());
      default -> MidtransWords.describe(charge);
    };
  }

  private Reply charge(JsonNode body) {
    JsonNode details = body.path("transaction_details");
    String orderId = details.path("order_id").asString("");
    if (!ORDER_ID.matcher(orderId).matches() || !details.path("gross_amount").isIntegralNumber()) {
      return refused(200, 400, "One or more parameters in the payload is invalid.");
    }
    BigInteger gross = details.path("gross_amount").bigIntegerValue();
    Optional<Status> first = MidtransWords.findFirstStatus(body);
    if (gross.signum() <= 0 || first.isEmpty()) {
      return refused(200, 400, "One or more parameters in the payload is invalid.");
    }
    synchronized (books) {
      if (books.find(orderId).filter(it -> it.status() != Status.EXPIRED).isPresent()) {
        return refused(200, 406, "The request could not be completed due to a conflict.");
      }
      String type = body.path("payment_type").asString();
      return MidtransWords.described(
          books.open(orderId, type, new BigDecimal(gross), "IDR", first.get()), body);
    }
  }

  private Reply move(Charge charge, Status to, Status... from) {
    synchronized (books) {
      if (!List.of(from).contains(charge.status())) {
        return refused(200, 412, "Merchant cannot modify the status of the transaction");
      }
      books.change(charge, to);
      return MidtransWords.describe(charge);
    }
  }

  private Reply refund(Charge charge, JsonNode body) {
    synchronized (books) {
      String key = body.path("refund_key").asString("");
      BigDecimal amount = body.has("amount") ? body.path("amount").decimalValue() : charge.amount();
      if (charge.refunds().stream().anyMatch(it -> it.key().equals(key))) {
        return refused(200, 406, "Duplicate refund ID");
      }
      if (charge.status() != Status.SETTLED) {
        return refused(200, 412, "Merchant cannot modify the status of the transaction");
      }
      if (charge.refunded().add(amount).compareTo(charge.amount()) > 0) {
        return refused(200, 414, "Refund request is rejected due to invalid amount");
      }
      String id = String.valueOf(1 + charge.refunds().size());
      var refund = new Charge.Refund(id, key, amount);
      books.refund(charge, refund);
      return MidtransWords.describe(charge, refund);
    }
  }

  private static Reply unknown() {
    return refused(200, 404, "Transaction doesn't exist.");
  }

  private static Reply refused(int status, int code, String message) {
    return new Reply(
        status, Map.of("status_code", Integer.toString(code), "status_message", message));
  }
}
