package id.antar.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.standin.Charge.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks as the providers send them.
public final class Notices {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Notices() {}

  /// @param headers besides the content type
  public record Notice(Map<String, String> headers, String body) {
    public Notice {
      headers = Map.copyOf(headers);
    }
  }

  /// Signed over order, status code, amount and key.
  public static Notice midtrans(Charge charge, String serverKey) {
    Map<String, Object> body = MidtransWords.body(charge);
    body.put("status_message", "midtrans payment notification");
    String signed =
        "" + body.get("order_id") + body.get("status_code") + body.get("gross_amount") + serverKey;
    body.put("signature_key", sha512(signed));
    return new Notice(Map.of(), JSON.writeValueAsString(body));
  }

  /// Carries the merchant's token.
  public static Notice xendit(Charge charge, String webhookId, String token) {
    Map<String, Object> body =
        charge.status() == Status.CHARGED_BACK ? dispute(charge) : payment(charge);
    return new Notice(
        Map.of("x-callback-token", token, "webhook-id", webhookId), JSON.writeValueAsString(body));
  }

  private static Map<String, Object> payment(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", charge.isPaid() ? "payment.succeeded" : "payment.failed");
    body.put("business_id", "standin");
    body.put("created", "2026-11-21T12:00:00Z");
    Map<String, Object> data = XenditWords.describe(charge);
    data.put("payment_request_id", charge.transactionId());
    body.put("data", data);
    return body;
  }

  private static Map<String, Object> dispute(Charge charge) {
    Map<String, Object> body = XenditWords.dispute(charge);
    body.put("event", "dispute.lost");
    return body;
  }

  private static String sha512(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
