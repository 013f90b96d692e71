package id.antar.load.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Json;
import id.antar.load.client.Request;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The engine's own sandbox, whose webhooks are left to us.
final class SandboxBank implements Bank {

  private final Api api;
  private final Actor staff = Actor.operator("bank");
  private final String secret;

  SandboxBank(Api api, String secret) {
    this.api = api;
    this.secret = secret;
  }

  @Override
  public String route() {
    return "sandbox";
  }

  @Override
  public String currency() {
    return "EUR";
  }

  @Override
  public Map<String, String> payment(Fate fate) {
    String token = fate == Fate.AT_ONCE ? "sandbox-card" : "sandbox-pending+webhook-none";
    return Map.of("method", "e_wallet", "token", token);
  }

  @Override
  public void tell(String chargeId, Fate fate) throws InterruptedException {
    var _ =
        api.require(
            Request.post(
                CallKind.CUSTOMER_ACTION,
                staff,
                "/v1/sandbox/charges/" + chargeId,
                "tell-" + Integer.toHexString(chargeId.hashCode()),
                Map.of("outcome", word(fate))));
  }

  private static String word(Fate fate) {
    return switch (fate) {
      case AT_ONCE, PAID -> "captured";
      case REFUSED -> "declined";
      case EXPIRED -> "expired";
      case UNTOUCHED -> "pending";
    };
  }

  @Override
  public Delivery delivery(String chargeId, Fate claimed, long number) {
    return signed(chargeId, claimed, number, secret);
  }

  @Override
  public Delivery forged(String chargeId, Fate claimed, long number) {
    return signed(chargeId, claimed, number, "not-" + secret);
  }

  private static Delivery signed(String chargeId, Fate claimed, long number, String key) {
    String body =
        Json.write(
            Map.of(
                "webhookId",
                chargeId + "-" + number,
                "chargeId",
                chargeId,
                "status",
                word(claimed)));
    return new Delivery(Map.of("X-Antar-Signature", hmac(body, key)), body);
  }

  private static String hmac(String body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {}
}
