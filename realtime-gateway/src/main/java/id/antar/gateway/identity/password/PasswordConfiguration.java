package id.antar.gateway.identity.password;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordHashing.class)
public class PasswordConfiguration {

  @Bean(destroyMethod = "dispose")
  Scheduler passwordThreads(PasswordHashing price) {
    int threads =
        price.threads() == 0 ? Runtime.getRuntime().availableProcessors() : price.threads();
    return Schedulers.newBoundedElastic(threads, price.queue(), "password");
  }

  @Bean
  Passwords passwords(PasswordHashing price, Scheduler passwordThreads) {
    return new Passwords(price, passwordThreads);
  }
}
