package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.time.EngineClock;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is decided in a dispatcher's term, by the way that its commands take.
class TermsIT {
  private final ZoneId zone = new ZoneId("zone-" + UUID.randomUUID());
  private final MerchantId merchant = new MerchantId("terms-" + UUID.randomUUID());
  private final HikariDataSource pool =
      ConnectionPools.hasty("terms", TestEngine.bean(DatabaseAddress.class));
  private final JdbcClient database = JdbcClient.create(pool);

  @BeforeEach
  void theSecondTermHasBegun() {
    int _ =
        database
            .sql("INSERT INTO dispatch_term (zone, term) VALUES (?, 2)")
            .param(zone.value())
            .update();
  }

  @AfterEach
  void close() {
    int _ = database.sql("DELETE FROM dispatch_term WHERE zone = ?").param(zone.value()).update();
    pool.close();
  }

  private Receipt sendIn(long term) throws Exception {
    var profile =
        new MerchantProfile(
            "Noodle Bar", "Noodles.", "+377 11", "1 Quay", new GeoPoint(43.7345, 7.4210));
    var command =
        new RegisterMerchant(
            merchant,
            profile,
            Money.of(250, "EUR"),
            Duration.ofMinutes(5),
            TestEngine.bean(EngineClock.class).instant());
    return TestEngine.bean(CommandGateway.class)
        .<Receipt>send(
            new GenericCommandMessage<>(
                command, Map.of(MetaKeys.DISPATCH_TERM, new DispatchTerm(zone, term).toString())))
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void whatWasDecidedInAFormerTermLeavesNothingBehind() throws Exception {
    assertThatThrownBy(() -> sendIn(1)).rootCause().isInstanceOf(TermOver.class);
    assertThat(TestEngine.bean(EventStore.class).readEvents("merchant:" + merchant).hasNext())
        .isFalse();

    assertThat(sendIn(2)).isEqualTo(Receipt.accepted());
  }

  @Test
  void theTermGoesNoFurtherThanTheCommand() throws Exception {
    assertThat(sendIn(2)).isEqualTo(Receipt.accepted());

    DomainEventMessage<?> stored =
        TestEngine.bean(EventStore.class).readEvents("merchant:" + merchant).next();
    assertThat(stored.getMetaData()).doesNotContainKey(MetaKeys.DISPATCH_TERM);
  }
}
