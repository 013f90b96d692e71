package id.antar.gateway.payment.webhook;

import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// The sandbox signs the whole body.
final class SandboxWebhooks implements VerifyWebhook {

  static final String SIGNATURE = "X-Antar-Signature";

  private final Secret secret;

  SandboxWebhooks(Secret secret) {
    this.secret = secret;
  }

  @Override
  public Optional<Delivery> verify(HttpHeaders headers, byte[] body) {
    return secret.isPresent()
            && Digests.sameHex(Digests.hmac(secret, body), headers.getFirst(SIGNATURE))
        ? WebhookJson.find(body).map(json -> delivery(json, body))
        : Optional.empty();
  }

  private static Delivery delivery(JsonNode json, byte[] body) {
    @Nullable String id = WebhookJson.kept(WebhookJson.text(json, "webhookId"));
    return new Delivery(
        WebhookProvider.SANDBOX,
        id == null ? Digests.sha256(body) : id,
        WebhookJson.kept(WebhookJson.text(json, "chargeId")),
        WebhookJson.orBlank(WebhookJson.text(json, "status")));
  }
}
