package id.antar.gateway.payment.webhook;

import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// Midtrans signs order, status code and amount with the server key, as they stand in the body. All
/// else in there is said by anybody.
final class MidtransWebhooks implements VerifyWebhook {

  private final Secret serverKey;

  MidtransWebhooks(Secret serverKey) {
    this.serverKey = serverKey;
  }

  @Override
  public Optional<Delivery> verify(HttpHeaders headers, byte[] body) {
    return serverKey.isPresent()
        ? WebhookJson.find(body).filter(this::isSigned).map(json -> delivery(json, body))
        : Optional.empty();
  }

  private boolean isSigned(JsonNode json) {
    @Nullable String order = WebhookJson.text(json, "order_id");
    @Nullable String code = WebhookJson.text(json, "status_code");
    @Nullable String amount = WebhookJson.text(json, "gross_amount");
    return order != null
        && code != null
        && amount != null
        && Digests.sameHex(
            Digests.sha512(order + code + amount + serverKey.value()),
            WebhookJson.text(json, "signature_key"));
  }

  private static Delivery delivery(JsonNode json, byte[] body) {
    return new Delivery(
        WebhookProvider.MIDTRANS,
        Digests.sha256(body),
        WebhookJson.kept(WebhookJson.text(json, "order_id")),
        WebhookJson.orBlank(WebhookJson.text(json, "transaction_status")));
  }
}
