package id.antar.infra.account;

import id.antar.api.account.Fingerprints;
import id.antar.infra.work.WorkFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The key of the fingerprints.
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {
  @Bean
  Fingerprints fingerprints(
      WorkFolder work, @Value("${" + KeyedFingerprints.VARIABLE + ":}") String key) {
    return KeyedFingerprints.load(key, work);
  }
}
