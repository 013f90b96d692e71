package id.antar.gateway.payment.webhook;

import java.util.Locale;
import java.util.Optional;

/// Who delivers webhooks.
public enum WebhookProvider {
  MIDTRANS,
  XENDIT,
  SANDBOX;

  /// As in the address of its route.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WebhookProvider> find(String word) {
    for (WebhookProvider provider : values()) {
      if (provider.word().equals(word)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }
}
