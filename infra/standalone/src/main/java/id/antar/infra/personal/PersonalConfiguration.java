package id.antar.infra.personal;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.mode.ProductionCheck;
import id.antar.api.time.EngineClock;
import id.antar.infra.key.EngineKeys;
import id.antar.infra.key.KeyName;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.work.WorkFolder;
import id.antar.query.projection.FetchPersonKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// Message JSON with personal data sealed.
@Configuration(proxyBeanMethods = false)
public class PersonalConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalConfiguration.class);
  private static final Duration CLEAN_UP = Duration.ofHours(1);

  @Bean(defaultCandidate = false)
  HikariDataSource keyDataSource(DatabaseAddress address) {
    return ConnectionPools.small("keys", address, 4);
  }

  @Bean
  EngineKeys engineKeys(@Qualifier("keyDataSource") HikariDataSource keyDataSource) {
    return new EngineKeys(JdbcClient.create(keyDataSource));
  }

  @Bean
  MasterKeys masterKeys(WorkFolder work, Environment environment, EngineKeys known) {
    return MasterKeys.load(
        GivenKeys.of(environment), work, () -> known.requireNone(KeyName.MASTER));
  }

  @Bean
  PersonKeyTable personKeyTable(@Qualifier("keyDataSource") HikariDataSource keyDataSource) {
    return new PersonKeyTable(JdbcClient.create(keyDataSource));
  }

  @Bean
  Wrapping wrapping(MasterKeys masters) {
    return new Wrapping(masters);
  }

  /// What is there is tried first: an older database knows no key by name.
  @Bean
  PersonKeys personKeys(
      PersonKeyTable table, Wrapping wrapping, MasterKeys masters, EngineKeys known) {
    var keys = new JdbcPersonKeys(table, wrapping, masters);
    keys.requireThatMastersFit();
    masters.requireThatTheyFit(known);
    return keys;
  }

  @Bean
  FetchPersonKeys fetchPersonKeys(PersonKeys keys) {
    return keys::fetch;
  }

  @Bean
  ProductionCheck masterKeyCheck(Environment environment, @Value("${antar.work}") Path work) {
    return new MasterKeyCheck(environment, work);
  }

  @Bean
  KeyRotation keyRotation(
      MasterKeys masters, PersonKeyTable table, Wrapping wrapping, EngineKeys known) {
    return new KeyRotation(masters, table, wrapping, known);
  }

  @Bean
  Sealing sealing(PersonKeys keys, EngineClock clock) {
    return new Sealing(keys, clock);
  }

  @Bean
  SealedText sealedText(Sealing sealing) {
    return new SealedText(sealing);
  }

  @Bean
  ForgottenPersons forgottenPersons(PersonKeys keys) {
    return new ForgottenPersons(keys);
  }

  @Bean
  ForgettingStrangers forgettingStrangers(
      PersonKeyTable table,
      ObjectProvider<CommandGateway> commands,
      EngineClock clock,
      @Value("${antar.personal.strangers:P90D}") Duration kept) {
    return new ForgettingStrangers(table, commands::getObject, clock, kept);
  }

  @Bean(destroyMethod = "dispose")
  @OnRole(Role.COMMAND)
  Disposable forgettingStrangersHourly(ForgettingStrangers strangers) {
    return Flux.interval(CLEAN_UP)
        .onBackpressureDrop()
        .concatMap(_ ->
            Mono.fromCallable(strangers::run)
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(e -> LOG.warn("Strangers cannot be forgotten.", e))
                .onErrorComplete())
        .subscribe();
  }

  @Bean
  ErasingPersons erasingPersons(
      PersonKeys keys,
      @Qualifier("keyDataSource") HikariDataSource keyDataSource,
      ObjectProvider<KeepsPersonal> keepers) {
    return new ErasingPersons(keys, JdbcClient.create(keyDataSource), keepers);
  }

  /// Where commands are decided.
  @Bean
  ApplicationListener<ApplicationReadyEvent> forgettingAgain(
      PersonKeyTable table,
      ObjectProvider<CommandGateway> commands,
      EngineClock clock,
      Environment environment) {
    var again = new ForgettingAgain(table, commands::getObject, clock);
    return _ -> {
      if (Part.of(environment).has(Role.COMMAND)) {
        var _ = Thread.ofVirtual().name("forgetting-again").start(again::run);
      }
    };
  }

  @Bean
  JdbcExport exportPerson(
      @Qualifier("keyDataSource") HikariDataSource keyDataSource, Sealing sealing) {
    return new JdbcExport(JdbcClient.create(keyDataSource), sealing);
  }

  @Bean
  EventJson eventJson(Sealing sealing) {
    return new EventJson(sealing);
  }

  @Bean
  MessageJson messageJson(Sealing sealing) {
    return new MessageJson(sealing);
  }

  /// Not a default candidate: the web's own mapper must stay the one that is injected without a
  /// name, and must never write sealed text into an answer.
  @Bean(defaultCandidate = false)
  JsonMapper messageMapper(MessageJson json) {
    return json.configure(JsonMapper.builder()).build();
  }
}
