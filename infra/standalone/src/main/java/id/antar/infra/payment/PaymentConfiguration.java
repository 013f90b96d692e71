package id.antar.infra.payment;

import id.antar.command.payment.PaymentGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who moves the money.
@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {
  @Bean
  PaymentGateway paymentGateway() {
    return new SandboxPayments();
  }
}
