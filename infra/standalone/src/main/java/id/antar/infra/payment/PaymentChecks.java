package id.antar.infra.payment;

import static id.antar.infra.payment.PaymentProvider.MIDTRANS;
import static id.antar.infra.payment.PaymentProvider.SANDBOX;
import static id.antar.infra.payment.PaymentProvider.XENDIT;

import id.antar.api.mode.ProductionCheck;
import id.antar.gateway.payment.webhook.Secret;
import id.antar.gateway.payment.webhook.WebhookProperties;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Whether real money moves, and only by keys that are for it.
final class PaymentChecks implements ProductionCheck {
  private final PaymentProperties payment;
  private final WebhookProperties webhooks;

  PaymentChecks(PaymentProperties payment, WebhookProperties webhooks) {
    this.payment = payment;
    this.webhooks = webhooks;
  }

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    if (payment.uses(SANDBOX)) {
      weak.add("antar.payment.provider or .methods: the sandbox moves no money.");
    }
    if (payment.uses(MIDTRANS)) {
      checkKey("antar.payment.midtrans.server-key", payment.midtrans().serverKey(), "SB-", weak);
      checkUrl("antar.payment.midtrans.url", payment.midtrans().url(), weak);
    }
    if (payment.uses(XENDIT)) {
      checkKey(
          "antar.payment.xendit.secret-key",
          payment.xendit().secretKey(),
          "xnd_development_",
          weak);
      checkUrl("antar.payment.xendit.url", payment.xendit().url(), weak);
      checkUrl("antar.payment.return-url", payment.returnUrl(), weak);
      checkToken(webhooks.xendit().webhookToken(), weak);
    }
    return weak;
  }

  private static void checkKey(String name, Secret key, String test, List<String> weak) {
    if (!key.isPresent()) {
      weak.add(name + " is missing.");
    } else if (key.value().startsWith(test)) {
      weak.add(name + " is a key for tests (" + test + "…).");
    }
  }

  private static void checkUrl(String name, URI url, List<String> weak) {
    if (!"https".equals(url.getScheme())) {
      weak.add(name + " is not an https address.");
    } else if (url.getHost() == null || url.getHost().contains("sandbox")) {
      weak.add(name + " is where no money moves: " + url + ".");
    }
  }

  private static void checkToken(Secret token, List<String> weak) {
    if (!token.isPresent()) {
      weak.add("antar.payment.xendit.webhook-token is missing: no webhook could be verified.");
    }
  }
}
