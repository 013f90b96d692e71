package id.antar.gateway.payment.webhook;

import id.antar.api.mode.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookConfiguration {

  @Bean
  WebhookController webhookController(
      WebhookProperties properties,
      @Value("${antar.mode:development}") Mode mode,
      KeepWebhook memory,
      MeterRegistry meters) {
    return new WebhookController(
        Map.of(
            WebhookProvider.MIDTRANS, new MidtransWebhooks(properties.midtrans().serverKey()),
            WebhookProvider.XENDIT, new XenditWebhooks(properties.xendit().webhookToken()),
            WebhookProvider.SANDBOX, new SandboxWebhooks(sandboxSecret(properties, mode))),
        memory,
        new Intake(properties.webhooks().perSecond(), properties.webhooks().burst()),
        properties.webhooks().maxBody(),
        meters);
  }

  /// In production there is no sandbox that could have anything to say.
  private static Secret sandboxSecret(WebhookProperties properties, Mode mode) {
    return switch (mode) {
      case DEVELOPMENT -> properties.sandbox().webhookSecret();
      case PRODUCTION -> Secret.NONE;
    };
  }

  @Bean
  WebhookOpsController webhookOpsController(TendWebhooks webhooks) {
    return new WebhookOpsController(webhooks);
  }
}
