package id.antar.gateway.developer;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import id.antar.gateway.identity.ApiKeys;
import id.antar.gateway.identity.RememberKeyUse;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class DeveloperConfiguration {

  @Bean
  KeyController keyController(Engine engine, ApiKeys keys, RememberKeyUse uses, PhoneClock times) {
    return new KeyController(engine, keys, uses, times, Clock.systemUTC());
  }
}
