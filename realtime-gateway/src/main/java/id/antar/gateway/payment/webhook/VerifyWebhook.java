package id.antar.gateway.payment.webhook;

import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// Tells whether a delivery comes from its provider, and reads what is needed of it.
interface VerifyWebhook {

  /// Nothing for one that is forged, damaged or of another form.
  Optional<Delivery> verify(HttpHeaders headers, byte[] body);
}
