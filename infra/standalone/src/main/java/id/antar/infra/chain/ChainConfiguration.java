package id.antar.infra.chain;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.mode.ProductionCheck;
import id.antar.api.mode.SecretFile;
import id.antar.api.ops.StartJob;
import id.antar.infra.log.JdbcLogPlaces;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.work.WorkFolder;
import id.antar.query.log.Settling;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What guards the log of events.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainProperties.class)
@Conditional(ChainConfiguration.Guarding.class)
public class ChainConfiguration {

  /// Where commands are decided, and where it is looked whether a restored log is whole.
  static final class Guarding extends AnyNestedCondition {
    Guarding() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @OnRole(Role.COMMAND)
    static final class Deciding {}

    @ConditionalOnBooleanProperty(name = "antar.checks-restore")
    static final class CheckingRestore {}
  }

  /// What was chained is never chained again.
  private static final Duration GAP_PATIENCE = Duration.ofSeconds(2);

  /// For the follower, a verification and the meters, beside everybody else's.
  @Bean(defaultCandidate = false)
  HikariDataSource chainDataSource(DatabaseAddress address) {
    return ConnectionPools.small("chain", address, 3);
  }

  @Bean
  ChainTable chainTable(@Qualifier("chainDataSource") HikariDataSource chainDataSource) {
    return new ChainTable(JdbcClient.create(chainDataSource));
  }

  @Bean
  SigningKey signingKey(ChainProperties properties, WorkFolder work) {
    return SigningKey.load(properties.signingKey(), work);
  }

  @Bean
  ProductionCheck signingKeyCheck(ChainProperties properties, @Value("${antar.work}") Path work) {
    return () ->
        properties.signingKey().isBlank()
            ? SecretFile.weakness(work.resolve(SigningKey.FILE)).stream().toList()
            : List.of();
  }

  @Bean
  CheckpointFile checkpointFile(WorkFolder work) {
    return new CheckpointFile(work);
  }

  @Bean
  GuardedLog guardedLog(
      ChainTable chainTable,
      SigningKey signingKey,
      CheckpointFile checkpointFile,
      WorkFolder work,
      StartJob jobs) {
    return new GuardedLog(
        chainTable, signingKey, TrustedKeys.load(signingKey, work), checkpointFile, jobs);
  }

  @Bean
  ChainMeters chainMeters(ChainTable chainTable) {
    return new ChainMeters(chainTable);
  }

  /// Each of its statements sees what was committed before it.
  @Bean
  ChainFollower chainFollower(
      @Qualifier("chainDataSource") HikariDataSource chainDataSource,
      ChainTable chainTable,
      SigningKey signingKey,
      CheckpointFile checkpointFile,
      ChainProperties properties) {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(chainDataSource));
    transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    var places = new JdbcLogPlaces(JdbcClient.create(chainDataSource), transactions);
    return new ChainFollower(
        chainTable,
        new Settling(places, GAP_PATIENCE, System::nanoTime),
        transactions,
        signingKey,
        checkpointFile,
        properties,
        Clock.systemUTC());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBooleanProperty(name = "antar.log.chained", matchIfMissing = true)
  FollowingChain followingChain(ChainFollower chainFollower) {
    return new FollowingChain(chainFollower);
  }
}
