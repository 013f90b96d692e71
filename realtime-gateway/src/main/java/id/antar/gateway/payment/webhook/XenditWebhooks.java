package id.antar.gateway.payment.webhook;

import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// Xendit sends a token of the merchant's with each delivery, and an id that stays the same when it
/// is delivered again.
final class XenditWebhooks implements VerifyWebhook {

  private static final String TOKEN = "x-callback-token";
  private static final String ID = "webhook-id";

  private final Secret token;

  XenditWebhooks(Secret token) {
    this.token = token;
  }

  @Override
  public Optional<Delivery> verify(HttpHeaders headers, byte[] body) {
    return token.isPresent() && Digests.same(token.value(), headers.getFirst(TOKEN))
        ? WebhookJson.find(body).map(json -> delivery(json, headers, body))
        : Optional.empty();
  }

  private static Delivery delivery(JsonNode json, HttpHeaders headers, byte[] body) {
    @Nullable String id = WebhookJson.kept(headers.getFirst(ID));
    return new Delivery(
        WebhookProvider.XENDIT,
        id == null ? Digests.sha256(body) : id,
        reference(json.has("data") ? json.path("data") : json),
        WebhookJson.orBlank(WebhookJson.text(json, "event")));
  }

  /// A refund's own reference is the refund's; what it was charged by is in its metadata. A dispute
  /// is the body itself.
  private static @Nullable String reference(JsonNode told) {
    @Nullable String charge =
        WebhookJson.kept(WebhookJson.text(told.path("metadata"), "charge_id"));
    return charge == null ? WebhookJson.kept(WebhookJson.text(told, "reference_id")) : charge;
  }
}
