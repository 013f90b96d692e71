package id.antar.infra.board;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.log.JdbcLogPlaces;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.query.board.BoardFrames;
import id.antar.query.board.BoardLog;
import id.antar.query.board.BoardSettings;
import id.antar.query.board.LiveBoard;
import id.antar.query.log.LogPlaces;
import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.track.CourierTracks;
import id.antar.query.track.TrackForm;
import id.antar.query.track.TrackSettings;
import id.antar.query.track.TrackStore;
import id.antar.query.track.TrackTurn;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What boards and couriers' ways are read from, and where they are kept.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BoardProperties.class, TrackProperties.class})
public class BoardConfiguration {

  @Bean
  BoardLog boardLog(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      FetchPersonKeys keys) {
    return new JdbcBoardLog(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        eventSerializer,
        upcasters,
        keys);
  }

  @Bean
  LogPlaces boardPlaces(DataSource dataSource, PlatformTransactionManager transactions) {
    return new JdbcLogPlaces(JdbcClient.create(dataSource), new TransactionTemplate(transactions));
  }

  @Bean
  BoardFrames boardFrames(
      DataSource dataSource, PlatformTransactionManager transactions, MeterRegistry meters) {
    var sizes =
        DistributionSummary.builder("antar.board.frame")
            .description("Size of the board's key frames")
            .baseUnit("bytes")
            .register(meters);
    return new JdbcBoardFrames(
        JdbcClient.create(dataSource), new TransactionTemplate(transactions), sizes);
  }

  @Bean
  TrackStore trackStore(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("messageMapper") JsonMapper json,
      FetchPersonKeys keys) {
    return new JdbcTrackStore(
        JdbcClient.create(dataSource),
        new TransactionTemplate(transactions),
        new TrackForm(json),
        keys);
  }

  /// For a lock that belongs to a connection.
  @Bean(defaultCandidate = false)
  @OnRole(Role.QUERY)
  HikariDataSource trackDataSource(DatabaseAddress address) {
    return ConnectionPools.forLock("tracks", address);
  }

  @Bean
  @OnRole(Role.QUERY)
  TrackTurn trackTurn(@Qualifier("trackDataSource") HikariDataSource trackDataSource) {
    return new LockedTrackTurn(trackDataSource, "tracks");
  }

  @Bean
  BoardSettings boardSettings(BoardProperties properties) {
    return properties.settings();
  }

  @Bean
  TrackSettings trackSettings(TrackProperties properties) {
    return properties.settings();
  }

  /// Where nobody answers questions, nothing is in memory.
  @Bean
  ForgottenWays forgottenWays(ObjectProvider<CourierTracks> tracks, TrackStore store) {
    return new ForgottenWays(courier -> {
      store.forget(courier);
      tracks.ifAvailable(it -> it.forget(courier));
    });
  }

  @Bean
  MeterBinder boardMeters(ObjectProvider<LiveBoard> board, ObjectProvider<CourierTracks> tracks) {
    return meters -> {
      board.ifAvailable(it ->
          Gauge.builder("antar.board.lag", it, LiveBoard::lag)
              .description("Places of the log that the live board does not hold yet")
              .register(meters));
      tracks.ifAvailable(it -> {
        Gauge.builder("antar.track.waiting", it, CourierTracks::waiting)
            .description("Points of couriers' ways that are in memory only")
            .register(meters);
        FunctionCounter.builder("antar.track.points", it, CourierTracks::kept)
            .description("Points of couriers' ways that were kept")
            .register(meters);
        FunctionCounter.builder("antar.track.lost", it, CourierTracks::lost)
            .description("Points that could not be written")
            .register(meters);
      });
    };
  }
}
