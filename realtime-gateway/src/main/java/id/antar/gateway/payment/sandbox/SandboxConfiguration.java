package id.antar.gateway.payment.sandbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {

  @Bean
  SandboxController sandboxController(TellSandbox sandbox) {
    return new SandboxController(sandbox);
  }
}
