package id.antar.infra.personal;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.mode.ProductionCheck;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Message JSON with personal data sealed.
@Configuration(proxyBeanMethods = false)
public class PersonalConfiguration {
  @Bean(defaultCandidate = false)
  HikariDataSource keyDataSource(DatabaseAddress address) {
    return ConnectionPools.small("keys", address, 4);
  }

  @Bean
  PersonKeys personKeys(
      @Qualifier("keyDataSource") HikariDataSource keyDataSource,
      WorkFolder work,
      @Value("${" + MasterKey.VARIABLE + ":}") String masterKey) {
    var keys =
        new JdbcPersonKeys(JdbcClient.create(keyDataSource), MasterKey.load(masterKey, work));
    keys.requireThatMasterFits();
    return keys;
  }

  @Bean
  ProductionCheck masterKeyCheck(
      @Value("${" + MasterKey.VARIABLE + ":}") String masterKey,
      @Value("${antar.work}") Path work) {
    return new MasterKeyCheck(masterKey, work);
  }

  @Bean
  MessageJson messageJson(PersonKeys keys) {
    return new MessageJson(keys);
  }

  /// Not a default candidate: the web's own mapper must stay the one that is injected without a
  /// name, and must never write sealed text into an answer.
  @Bean(defaultCandidate = false)
  JsonMapper messageMapper(MessageJson json) {
    return json.configure(JsonMapper.builder()).build();
  }
}
