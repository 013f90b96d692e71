package id.antar.infra.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.payment.webhook.WebhookProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PaymentChecksTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "provider", "midtrans",
          "methods.card", "xendit",
          "midtrans.server-key", "Mid-server-abcdefghijklm",
          "midtrans.url", "https://api.midtrans.com",
          "xendit.secret-key", "xnd_production_abcdefghijklm",
          "xendit.webhook-token", "abcdefghijklmnop",
          "return-url", "https://antar.example/");

  private static List<String> weaknesses(Map<String, String> said) {
    var named = new HashMap<String, String>();
    said.forEach((name, value) -> named.put("antar.payment." + name, value));
    var binder = new Binder(new MapConfigurationPropertySource(named));
    return new PaymentChecks(
            binder.bindOrCreate("antar.payment", PaymentProperties.class),
            binder.bindOrCreate("antar.payment", WebhookProperties.class))
        .weaknesses();
  }

  private static Map<String, String> goodBut(String name, String value) {
    var said = new HashMap<>(GOOD);
    said.put(name, value);
    return said;
  }

  @Test
  void realProvidersWithRealKeysAreFit() {
    assertThat(weaknesses(GOOD)).isEmpty();
  }

  @Test
  void nothingSaidIsTheSandbox() {
    assertThat(weaknesses(Map.of()))
        .containsExactly("antar.payment.provider or .methods: the sandbox moves no money.");
  }

  @ParameterizedTest
  @CsvSource({
    "methods.e-wallet, sandbox, antar.payment.provider or .methods: the sandbox moves no money.",
    "midtrans.server-key, '', antar.payment.midtrans.server-key is missing.",
    "midtrans.server-key, SB-Mid-server-abcdefgh, antar.payment.midtrans.server-key is a key for"
        + " tests (SB-…).",
    "midtrans.url, https://api.sandbox.midtrans.com, antar.payment.midtrans.url is where no money"
        + " moves: https://api.sandbox.midtrans.com.",
    "xendit.secret-key, '', antar.payment.xendit.secret-key is missing.",
    "xendit.secret-key, xnd_development_abcdefgh, antar.payment.xendit.secret-key is a key for"
        + " tests (xnd_development_…).",
    "xendit.url, http://localhost:9000, antar.payment.xendit.url is not an https address.",
    "xendit.webhook-token, '', antar.payment.xendit.webhook-token is missing: no webhook could be"
        + " verified.",
    "return-url, http://localhost:8080/, antar.payment.return-url is not an https address."
  })
  void whatIsForTrialsOrMissingIsNamed(String name, String value, String weakness) {
    assertThat(weaknesses(goodBut(name, value))).containsExactly(weakness);
  }

  @Test
  void whoIsNotUsedNeedsNoKey() {
    var said = new HashMap<>(GOOD);
    said.remove("methods.card");
    said.keySet().removeIf(it -> it.startsWith("xendit."));
    assertThat(weaknesses(said)).isEmpty();
  }
}
