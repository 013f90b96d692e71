package id.antar.infra.account;

import id.antar.api.account.Fingerprints;
import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The key of the fingerprints.
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {
  @Bean
  ProductionCheck accountKeyCheck(@Value("${antar.work}") Path work) {
    return () -> SecretFile.weakness(work.resolve(KeyedFingerprints.FILE)).stream().toList();
  }

  @Bean
  Fingerprints fingerprints(
      WorkFolder work, @Value("${" + KeyedFingerprints.VARIABLE + ":}") String key) {
    return KeyedFingerprints.load(key, work);
  }
}
