package id.antar.infra.engine;

import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.person.Contact;
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

  /// Whoever is called so cannot be digested either.
  static final String INDIGESTIBLE = "Zoë Quillfeather";

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
      if (isPoison(event) && !healed) {
        throw new IllegalStateException("poison");
      }
      seen.add(event.customerId());
    }

    private static boolean isPoison(CustomerRegistered event) {
      return event.customerId().equals(POISON)
          || event.contact().find().map(Contact::name).filter(INDIGESTIBLE::equals).isPresent();
    }

    boolean hasSeen(String customer) {
      return seen.contains(new CustomerId(customer));
    }

    void heal() {
      healed = true;
    }
  }
}
