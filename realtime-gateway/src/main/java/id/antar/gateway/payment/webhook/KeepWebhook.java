package id.antar.gateway.payment.webhook;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Keeps what a payment provider has delivered, before anybody acts on it. Once this completes, it
/// will be interpreted, whatever becomes of this process.
public interface KeepWebhook {

  Mono<Kept> keep(Delivery delivery);

  /// Of a delivery only what is needed to know what to look at; nobody's name or number.
  ///
  /// @param deliveryId the provider's id of it, or a digest of its body: the same for one that is
  ///   delivered again
  /// @param reference the charge that it names; null if none
  /// @param told what is said to have happened, in the provider's words; for people
  record Delivery(
      WebhookProvider provider, String deliveryId, @Nullable String reference, String told) {}

  enum Kept {
    NEW,
    /// It was there before.
    REPEATED
  }
}
