package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventhandling.GenericEventMessage.asEventMessage;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.time.EngineClock;
import id.antar.infra.ops.ProcessorBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// What the framework would get wrong in silence.
class WiringIT {
  private final Configuration axon = TestEngine.bean(Configuration.class);

  @Test
  void eventsAreStoredInSpringsTransactions() {
    assertThat(TestEngine.bean(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
    assertThat(TestEngine.bean(PlatformTransactionManager.class))
        .isInstanceOf(JdbcTransactionManager.class);
  }

  @Test
  void everythingIsWrittenAsJson() {
    assertThat(axon.serializer()).isInstanceOf(Jackson3Serializer.class);
    assertThat(axon.eventSerializer()).isInstanceOf(Jackson3Serializer.class);
    assertThat(axon.eventSerializer()).isSameAs(axon.serializer());
    assertThat(axon.messageSerializer()).isNotSameAs(axon.serializer());
  }

  @Test
  void theEventStoreIsInTheDatabase() {
    assertThat(TestEngine.bean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
    assertThat(TestEngine.bean(EventStorageEngine.class))
        .isInstanceOf(JdbcEventStorageEngine.class);
    assertThat(TestEngine.bean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
  }

  @Test
  void commandsHaveThreadsOfTheirOwnAndStatementsTransactions() {
    assertThat(TestEngine.bean(CommandBus.class)).isInstanceOf(AsynchronousCommandBus.class);
    assertThat(TestEngine.bean(HikariDataSource.class).isAutoCommit()).isFalse();
  }

  /// A token of a replay holds anything; the default rules for polymorphic types refuse it for
  /// ever.
  @Test
  void aReplayInProgressSurvivesARestart() {
    var token = GapAwareTrackingToken.newInstance(9, Collections.emptySet());
    var replay =
        ReplayToken.createReplayToken(token, null, new id.antar.api.order.OrderId("context"));
    Serializer serializer = axon.serializer();

    SerializedObject<String> stored = serializer.serialize(replay, String.class);

    assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(replay);
  }

  @Test
  void eventsAreRecordedAtTheEnginesTime() {
    EngineClock clock = TestEngine.bean(EngineClock.class);

    assertThat(clock.speed()).isEqualTo(20);
    assertThat(Duration.between(asEventMessage("now").getTimestamp(), clock.instant()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void anEventsRevisionIsOnePlainly() {
    assertThat(
            axon.eventSerializer()
                .serialize(new id.antar.api.order.OrderId("any"), String.class)
                .getType()
                .getRevision())
        .isEqualTo("1");
  }

  @Test
  void everyProcessorRuns() {
    assertThat(TestEngine.bean(ProcessorBoard.class).list())
        .extracting(Processor::name)
        .contains(
            "process.payment",
            "process.account",
            "process.mail",
            "query.account",
            "gateway.sessions",
            "process.fulfilment",
            "process.timeouts",
            "query.order",
            "query.ordertimeline",
            "query.dispatchdecision",
            "query.review",
            "query.rating",
            "query.voucher",
            "query.chat",
            "query.audit",
            "query.ledger",
            "query.openmoney",
            "query.alert",
            "query.order_fact",
            "query.offer_fact",
            "query.duty_fact",
            "dispatch.live",
            "dispatch.learned",
            "gateway.stream");
    assertThat(TestEngine.bean(ProcessorBoard.class).list()).allMatch(Processor::running);
  }

  @Test
  void whatIsSentIsTimed() {
    TestEngine.bean(CommandBus.class).dispatch(GenericCommandMessage.asCommandMessage("nobody's"));
    TestEngine.api().operator().get("/v1/orders?limit=1").ok();

    assertThat(TestEngine.bean(MeterRegistry.class).getMeters())
        .extracting(it -> it.getId().getName())
        .contains("antar.commands", "antar.queries");
  }

  @Test
  void theFrameworkDoesNotPhoneHome() {
    assertThat(TestEngine.context().getEnvironment().getProperty("axon.update-check.disabled"))
        .isEqualTo("true");
  }

  @Test
  void healthTellsOfEveryDependency() {
    var health = TestEngine.api().operator().get("/health").ok();

    assertThat(health.path("components").propertyNames())
        .contains("database", "eventStore", "elasticsearch", "roadMap", "processors");
    assertThat(
            Map.of("status", health.path("components").path("database").path("status").asString()))
        .containsEntry("status", "UP");
  }

  @Test
  void nothingSecretIsReadableByOthers() throws IOException {
    var secrets =
        new ArrayList<>(List.of("master.key", "account.key", "token-key.json", "tokens.json"));
    if (NamedServers.mysql().isEmpty()) {
      secrets.add("mariadb/password");
    }
    for (String secret : secrets) {
      assertThat(Files.getPosixFilePermissions(TestEngine.work("engine").resolve(secret)))
          .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
          .hasSize(2);
    }
  }
}
