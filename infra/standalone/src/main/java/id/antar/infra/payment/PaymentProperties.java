package id.antar.infra.payment;

import id.antar.api.payment.PaymentMethod;
import id.antar.gateway.payment.webhook.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who moves the money. Secrets come from the environment (`ANTAR_PAYMENT_MIDTRANS_SERVERKEY`) or
/// from files (`spring.config.import=configtree:…`), and are in no log.
///
/// @param provider of all methods that `methods` does not give to another
/// @param timeout of one call to a provider; real time
/// @param atOnce calls to one provider that may be under way at once
/// @param chargeExpiry how long a customer may take by the provider's clock
/// @param returnUrl where a wallet's page sends the customer back to
@ConfigurationProperties("antar.payment")
record PaymentProperties(
    @DefaultValue("sandbox") PaymentProvider provider,
    @DefaultValue Map<PaymentMethod, PaymentProvider> methods,
    @DefaultValue("PT10S") Duration timeout,
    @DefaultValue("32") int atOnce,
    @DefaultValue("PT15M") Duration chargeExpiry,
    @DefaultValue("http://localhost:8080/") URI returnUrl,
    @DefaultValue Midtrans midtrans,
    @DefaultValue Xendit xendit,
    @DefaultValue Sandbox sandbox) {

  /// @param url by itself the one without money
  /// @param bank of transfers where the customer named none
  /// @param wallet likewise
  record Midtrans(
      @DefaultValue("") Secret serverKey,
      @DefaultValue("https://api.sandbox.midtrans.com") URI url,
      @DefaultValue("bca") String bank,
      @DefaultValue("gopay") String wallet) {}

  /// @param payee what virtual accounts are called
  record Xendit(
      @DefaultValue("") Secret secretKey,
      @DefaultValue("https://api.xendit.co") URI url,
      @DefaultValue("BCA") String bank,
      @DefaultValue("DANA") String wallet,
      @DefaultValue("Antar") String payee) {}

  /// @param webhookUrl where the sandbox delivers; this process unless given
  record Sandbox(
      @Nullable URI webhookUrl,
      @DefaultValue("sandbox-webhooks-for-development") Secret webhookSecret) {}

  PaymentProvider of(PaymentMethod method) {
    return methods.getOrDefault(method, provider);
  }

  boolean uses(PaymentProvider wanted) {
    return provider == wanted || methods.containsValue(wanted);
  }
}
