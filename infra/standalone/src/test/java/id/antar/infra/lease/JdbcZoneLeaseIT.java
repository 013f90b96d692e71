package id.antar.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two dispatchers of one zone.
class JdbcZoneLeaseIT {
  private final ZoneId zone = new ZoneId("zone-" + UUID.randomUUID());
  private final HikariDataSource pool =
      ConnectionPools.small("leases", TestEngine.bean(DatabaseAddress.class), 2);
  private final JdbcClient database = JdbcClient.create(pool);
  private final JdbcZoneLease one = new JdbcZoneLease(database, "one");
  private final JdbcZoneLease other = new JdbcZoneLease(database, "other");

  @AfterEach
  void close() {
    int _ =
        database.sql("DELETE FROM dispatch_lease WHERE zone = ?").param(zone.value()).update();
    pool.close();
  }

  private DispatchTerm term(long number) {
    return new DispatchTerm(zone, number);
  }

  private void runsOut() {
    int _ =
        database
            .sql("UPDATE dispatch_lease SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE zone = ?")
            .param(zone.value())
            .update();
  }

  @Test
  void whoAsksFirstHasItAndKeepsIt() {
    assertThat(one.hold(zone)).contains(term(1));
    assertThat(other.hold(zone)).isEmpty();
    assertThat(one.hold(zone)).contains(term(1));
  }

  @Test
  void whoTakesOverBeginsANewTerm() {
    assertThat(one.hold(zone)).contains(term(1));
    runsOut();

    assertThat(other.hold(zone)).contains(term(2));
    assertThat(one.hold(zone)).isEmpty();
  }

  @Test
  void whoComesBackBeforeAnybodyElseGoesOnInTheSameTerm() {
    assertThat(one.hold(zone)).contains(term(1));
    runsOut();

    assertThat(one.hold(zone)).contains(term(1));
  }

  @Test
  void whatIsGivenUpCanBeTakenAtOnce() {
    assertThat(one.hold(zone)).contains(term(1));
    one.letGo(term(1));

    assertThat(other.hold(zone)).contains(term(2));
    one.letGo(term(1));
    assertThat(other.hold(zone)).contains(term(2));
  }
}
