package id.antar.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.dispatch.live.ZoneLease;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two dispatchers of one zone.
class JdbcZoneLeaseIT {
  private static final Duration LASTS = Duration.ofSeconds(30);

  private final ZoneId zone = new ZoneId("zone-" + UUID.randomUUID());
  private final HikariDataSource pool =
      ConnectionPools.hasty("leases", TestEngine.bean(DatabaseAddress.class));
  private final JdbcClient database = JdbcClient.create(pool);
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(pool));
  private final ZoneLease one = new JdbcZoneLease(database, transactions, "one");
  private final ZoneLease other = new JdbcZoneLease(database, transactions, "other");

  @AfterEach
  void close() {
    for (String table : List.of("dispatch_lease", "dispatch_term")) {
      int _ = database.sql("DELETE FROM " + table + " WHERE zone = ?").param(zone.value()).update();
    }
    pool.close();
  }

  private DispatchTerm term(long number) {
    return new DispatchTerm(zone, number);
  }

  private void runsOut() {
    int _ =
        database
            .sql(
                "UPDATE dispatch_lease SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE"
                    + " zone = ?")
            .param(zone.value())
            .update();
  }

  @Test
  void whoAsksFirstHasItAndKeepsIt() {
    assertThat(one.hold(zone, LASTS)).contains(term(1));
    assertThat(other.hold(zone, LASTS)).isEmpty();
    assertThat(one.hold(zone, LASTS)).contains(term(1));
  }

  @Test
  void whoTakesOverBeginsANewTerm() {
    assertThat(one.hold(zone, LASTS)).contains(term(1));
    runsOut();

    assertThat(other.hold(zone, LASTS)).contains(term(2));
    assertThat(one.hold(zone, LASTS)).isEmpty();
  }

  @Test
  void whoComesBackBeforeAnybodyElseGoesOnInTheSameTerm() {
    assertThat(one.hold(zone, LASTS)).contains(term(1));
    runsOut();

    assertThat(one.hold(zone, LASTS)).contains(term(1));
  }

  /// A process that stands still in the middle of storing something.
  @Test
  void noTermBeginsWhileSomebodyStoresInTheOneBefore() throws Exception {
    assertThat(one.hold(zone, LASTS)).contains(term(1));
    runsOut();
    try (var storing = ConnectionPools.hasty("storing", TestEngine.bean(DatabaseAddress.class));
        Connection connection = storing.getConnection()) {
      connection.setAutoCommit(false);
      lookAtTerm(connection);

      assertThatThrownBy(() -> other.hold(zone, LASTS)).isInstanceOf(DataAccessException.class);
      assertThat(one.hold(zone, LASTS)).contains(term(1));
      runsOut();
      connection.commit();
    }
    assertThat(other.hold(zone, LASTS)).contains(term(2));
  }

  private void lookAtTerm(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT term FROM dispatch_term WHERE zone = ? LOCK IN SHARE MODE")) {
      query.setString(1, zone.value());
      assertThat(query.executeQuery().next()).isTrue();
    }
  }

  @Test
  void whatIsGivenUpCanBeTakenAtOnce() {
    assertThat(one.hold(zone, LASTS)).contains(term(1));
    one.letGo(zone);

    assertThat(other.hold(zone, LASTS)).contains(term(2));
    one.letGo(zone);
    assertThat(other.hold(zone, LASTS)).contains(term(2));
  }
}
