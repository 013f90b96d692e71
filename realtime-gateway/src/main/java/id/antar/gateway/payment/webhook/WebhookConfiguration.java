package id.antar.gateway.payment.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookConfiguration {

  @Bean
  WebhookController webhookController(
      WebhookProperties properties, KeepWebhook memory, MeterRegistry meters) {
    return new WebhookController(
        Map.of(
            WebhookProvider.MIDTRANS, new MidtransWebhooks(properties.midtrans().serverKey()),
            WebhookProvider.XENDIT, new XenditWebhooks(properties.xendit().webhookToken()),
            WebhookProvider.SANDBOX, new SandboxWebhooks(properties.sandbox().webhookSecret())),
        memory,
        new Intake(properties.webhooks().perSecond(), properties.webhooks().burst()),
        properties.webhooks().maxBody(),
        meters);
  }

  @Bean
  WebhookOpsController webhookOpsController(TendWebhooks webhooks) {
    return new WebhookOpsController(webhooks);
  }
}
