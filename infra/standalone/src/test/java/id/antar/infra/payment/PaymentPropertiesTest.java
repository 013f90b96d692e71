package id.antar.infra.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.payment.PaymentMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PaymentPropertiesTest {

  private static PaymentProperties of(Map<String, String> said) {
    return new Binder(new MapConfigurationPropertySource(said))
        .bindOrCreate("antar.payment", PaymentProperties.class);
  }

  @Test
  void nothingSaidIsTheSandbox() {
    PaymentProperties properties = of(Map.of());
    assertThat(properties.of(PaymentMethod.CARD)).isEqualTo(PaymentProvider.SANDBOX);
    assertThat(properties.midtrans().serverKey().isPresent()).isFalse();
  }

  @Test
  void aMethodCanGoToAnother() {
    PaymentProperties properties =
        of(
            Map.of(
                "antar.payment.provider", "midtrans",
                "antar.payment.methods.e-wallet", "xendit"));
    assertThat(properties.of(PaymentMethod.CARD)).isEqualTo(PaymentProvider.MIDTRANS);
    assertThat(properties.of(PaymentMethod.E_WALLET)).isEqualTo(PaymentProvider.XENDIT);
    assertThat(properties.uses(PaymentProvider.SANDBOX)).isFalse();
  }

  @Test
  void keysAreReadAndNotShown() {
    PaymentProperties properties =
        of(
            Map.of(
                "antar.payment.midtrans.server-key", "very-secret\n",
                "antar.payment.xendit.secret-key", "more-secret"));
    assertThat(properties.midtrans().serverKey().value()).isEqualTo("very-secret");
    assertThat(properties.toString()).doesNotContain("secret\n").doesNotContain("more-secret");
  }
}
