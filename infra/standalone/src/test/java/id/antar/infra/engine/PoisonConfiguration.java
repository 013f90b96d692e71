package id.antar.infra.engine;

import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A view that cannot digest one of its events until it is healed.
@Configuration(proxyBeanMethods = false)
class PoisonConfiguration {
  static final CustomerId POISON = new CustomerId("poison");

  @Bean
  Register register() {
    return new Register();
  }

  @ProcessingGroup("query.register")
  static final class Register {
    private final Set<CustomerId> seen = ConcurrentHashMap.newKeySet();
    private volatile boolean healed;

    @EventHandler
    void on(CustomerRegistered event) {
      if (event.customerId().equals(POISON) && !healed) {
        throw new IllegalStateException("poison");
      }
      seen.add(event.customerId());
    }

    boolean hasSeen(String customer) {
      return seen.contains(new CustomerId(customer));
    }

    void heal() {
      healed = true;
    }
  }
}
