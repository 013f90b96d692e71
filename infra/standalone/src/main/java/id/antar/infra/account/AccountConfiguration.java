package id.antar.infra.account;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.account.Fingerprints;
import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import id.antar.command.account.FindApiKeys;
import id.antar.infra.key.EngineKeys;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The key of the fingerprints, and where API keys are found.
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {
  @Bean
  ProductionCheck accountKeyCheck(@Value("${antar.work}") Path work) {
    return () -> SecretFile.weakness(work.resolve(KeyedFingerprints.FILE)).stream().toList();
  }

  @Bean
  Fingerprints fingerprints(
      WorkFolder work,
      @Value("${" + KeyedFingerprints.VARIABLE + ":}") String key,
      EngineKeys known) {
    return KeyedFingerprints.load(key, work, known);
  }

  /// By a connection of its own: it is asked within an event's handling, which has one already.
  @Bean
  FindApiKeys findApiKeys(@Qualifier("keyDataSource") HikariDataSource keyDataSource) {
    return new StoredApiKeys(JdbcClient.create(keyDataSource));
  }
}
