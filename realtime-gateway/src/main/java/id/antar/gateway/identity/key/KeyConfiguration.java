package id.antar.gateway.identity.key;

import id.antar.gateway.edge.GatewayProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class KeyConfiguration {

  @Bean
  KeyRing keyRing(
      GatewayProperties properties, @Value("${antar.gateway.key-age:P90D}") Duration age) {
    return new KeyRing(properties.keyFile(), Clock.systemUTC(), age, Thread::startVirtualThread);
  }

  @Bean
  PublicKeysController publicKeysController(KeyRing ring) {
    return new PublicKeysController(ring);
  }
}
