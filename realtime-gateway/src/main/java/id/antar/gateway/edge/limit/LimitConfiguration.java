package id.antar.gateway.edge.limit;

import id.antar.api.account.Fingerprints;
import id.antar.api.mode.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/// How much is asked at most. Takes a [RecogniseCaller] from the host, and a [ShareCounts] if there
/// is one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

  /// Of a fingerprint: 128 bits.
  private static final int DIGITS = 32;

  private static final Duration CLEAN_UP = Duration.ofSeconds(30);

  @Bean
  RateLimits rateLimits(
      LimitProperties properties,
      @Value("${antar.mode:development}") Mode mode,
      Fingerprints fingerprints) {
    UnaryOperator<String> disguise = key -> fingerprints.of("rate", key).substring(0, DIGITS);
    return new RateLimits(properties, mode, disguise, System::nanoTime);
  }

  @Bean
  Toll toll(RateLimits rateLimits, MeterRegistry meters) {
    return new Toll(rateLimits, meters);
  }

  @Bean
  LimitByAddress limitByAddress(Toll toll, RecogniseCaller callers) {
    return new LimitByAddress(toll, callers);
  }

  @Bean
  LimitBySession limitBySession(Toll toll) {
    return new LimitBySession(toll);
  }

  @Bean
  LimitByIdentity limitByIdentity(Toll toll) {
    return new LimitByIdentity(toll);
  }

  @Bean(destroyMethod = "dispose")
  Disposable forgettingOldCounts(RateLimits rateLimits) {
    return Flux.interval(CLEAN_UP).onBackpressureDrop().subscribe(_ -> rateLimits.forgetOld());
  }

  @Bean(destroyMethod = "dispose")
  Disposable sharingCounts(
      RateLimits rateLimits, ObjectProvider<ShareCounts> others, LimitProperties properties) {
    ShareCounts shared = others.getIfAvailable();
    return shared == null
        ? Disposables.disposed()
        : new CountExchange(rateLimits, shared, properties).forEver().subscribe();
  }
}
