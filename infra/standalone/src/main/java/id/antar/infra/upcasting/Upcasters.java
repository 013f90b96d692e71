package id.antar.infra.upcasting;

import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import java.util.List;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How events are read whose stored form has moved since, in the order of the revisions they read.
public final class Upcasters {

  private static final List<JsonUpcaster> ALL =
      List.of(
          new JsonUpcaster(OrderPlaced.class, 1, Upcasters::orderPlaced),
          new JsonUpcaster(PaymentRequested.class, 1, Upcasters::paymentRequested),
          new JsonUpcaster(RefundRequested.class, 1, Upcasters::refund),
          new JsonUpcaster(RefundRequested.class, 2, Upcasters::borneByThePlatform),
          new JsonUpcaster(PaymentRefunded.class, 1, Upcasters::refund),
          new JsonUpcaster(PaymentRefunded.class, 2, Upcasters::refunded));

  private Upcasters() {}

  public static EventUpcaster all() {
    return new EventUpcasterChain(ALL);
  }

  /// The older revisions of an event that are still read.
  public static List<String> revisionsOf(Class<?> event) {
    return ALL.stream()
        .map(JsonUpcaster::from)
        .filter(from -> from.getName().equals(event.getName()))
        .map(SerializedType::getRevision)
        .toList();
  }

  /// There were items and a delivery fee, nobody took a commission, and one method paid it all.
  private static void orderPlaced(ObjectNode event) {
    var total = (ObjectNode) event.get("total");
    JsonNode whole = total.get("total");
    for (String line : new String[] {"discount", "tax", "tip"}) {
      total.set(line, none(whole));
    }
    ObjectNode terms = event.putObject("terms");
    terms.put("commissionBasisPoints", 0);
    terms.set("courierPay", total.get("deliveryFee"));
    event.putNull("voucher");
    onePart(event, "payment", event.remove("payment"), whole);
  }

  private static void paymentRequested(ObjectNode event) {
    event.put("purpose", PaymentPurpose.ORDER.name());
    onePart(event, "parts", event.remove("choice"), event.get("amount"));
  }

  /// There was one charge, and at most one refund of all of it, never of cash.
  private static void refund(ObjectNode event) {
    var payment = new PaymentId(event.get("paymentId").asString());
    event.put("refundId", RefundId.ofReversal(payment, 1).value());
    event.put("chargeId", new ChargeId(payment, 1, 1).toString());
    event.putNull("method");
    event.put("compensation", false);
  }

  /// Every compensation was the platform's.
  private static void borneByThePlatform(ObjectNode event) {
    event.putNull("borneBy");
  }

  /// What was paid by hand was paid in cash, as the refund's own id tells.
  private static void refunded(ObjectNode event) {
    boolean byHand = event.get("transactionId").asString().startsWith("by-hand-");
    event.put("paidFrom", (byHand ? RefundSource.OFFICE : RefundSource.PROVIDER).name());
    borneByThePlatform(event);
  }

  private static void onePart(ObjectNode event, String field, JsonNode choice, JsonNode amount) {
    if (amount.get("minor").asLong() == 0) {
      event.putArray(field);
      return;
    }
    ObjectNode part = event.putArray(field).addObject();
    part.put("number", 1);
    part.set("choice", choice);
    part.set("amount", amount);
  }

  private static ObjectNode none(JsonNode amount) {
    var none = (ObjectNode) amount.deepCopy();
    none.put("minor", 0);
    return none;
  }
}
