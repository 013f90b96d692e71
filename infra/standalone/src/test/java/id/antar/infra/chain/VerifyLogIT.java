package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.ops.LogQuery.GetLogState;
import id.antar.api.ops.LogQuery.LogState;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.work.WorkFolder;
import id.antar.query.history.EventArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Whoever can write to the database can alter what is stored, and is found out.
class VerifyLogIT {
  private static final int ALTERED = 12;

  private final GuardedLog log = TestEngine.bean(GuardedLog.class);
  private final JdbcClient database = database();
  private final Random random = new Random(11);

  private static JdbcClient database() {
    DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
    return JdbcClient.create(
        new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));
  }

  private static Connection connection() throws SQLException {
    DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private LogState state() {
    return log.handle(new GetLogState());
  }

  @BeforeEach
  void someEventsAreChained() {
    register(20);
    await().atMost(Duration.ofSeconds(30)).until(() -> state().lag() == 0);
  }

  private static void register(int customers) {
    CommandGateway commands = TestEngine.bean(CommandGateway.class);
    for (int i = 0; i < customers; i++) {
      var id = new CustomerId("log-" + UUID.randomUUID());
      var contact = Personal.of(id.personId(), new Contact("Somebody", "+377 1234"));
      var _ = commands.send(new RegisterCustomer(id, contact, Instant.EPOCH)).join();
    }
  }

  private List<String> findings() {
    var told = new Told();
    log.verify(0, List.of(), told);
    return told.findings;
  }

  private record Alteration(long index, String column, byte[] before) {}

  /// One byte of one column of one event; printable, because some columns are.
  private Alteration flip(long index, int i) {
    String column = RawEvent.COLUMNS.get(i % RawEvent.COLUMNS.size());
    byte[] before = value(index, column);
    if (before == null || before.length == 0) {
      return flip(index, i + 1);
    }
    byte[] after = before.clone();
    int at = random.nextInt(after.length);
    after[at] = (byte) (after[at] == 'x' ? 'y' : 'x');
    put(index, column, after);
    return new Alteration(index, column, before);
  }

  private byte[] value(long index, String column) {
    return database
        .sql("SELECT " + column + " FROM domain_event WHERE global_index = ?")
        .param(index)
        .query((row, _) -> new byte[][] {row.getBytes(1)})
        .single()[0];
  }

  private void put(long index, String column, byte[] value) {
    Object typed =
        column.equals("payload") || column.equals("meta_data") ? value : new String(value, UTF_8);
    assertThat(
            database
                .sql("UPDATE domain_event SET " + column + " = ? WHERE global_index = ?")
                .params(typed, index)
                .update())
        .isEqualTo(1);
  }

  @Test
  void everyFlippedByteIsFoundAndNamed() {
    assertThat(findings()).isEmpty();
    List<Long> indexes =
        database
            .sql("SELECT global_index FROM event_chain ORDER BY RAND(11) LIMIT " + ALTERED)
            .query((row, _) -> row.getLong(1))
            .list();
    var alterations = new TreeMap<Long, Alteration>();
    try {
      for (int i = 0; i < indexes.size(); i++) {
        alterations.put(indexes.get(i), flip(indexes.get(i), i));
      }
      List<String> findings = findings();

      assertThat(findings).hasSize(ALTERED);
      var expected = new ArrayList<>(alterations.keySet());
      for (int i = 0; i < ALTERED; i++) {
        assertThat(findings.get(i))
            .startsWith("Event " + expected.get(i) + " (")
            .contains("altered");
      }
    } finally {
      alterations.values().forEach(it -> put(it.index(), it.column(), it.before()));
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void whatWasRolledBackIsAGapAndTheChainGoesOn() {
    database.sql("ALTER TABLE domain_event AUTO_INCREMENT = " + (state().head() + 50)).update();
    someEventsAreChained();

    assertThat(findings()).isEmpty();
    assertThat(state().chainedEvents()).isLessThan(state().chainedTo());
  }

  /// As the database really gives, locks and shows places.
  @Test
  void whoIsStillWritingIsWaitedForByTheChainAndByHistory() throws Exception {
    EventArchive history = TestEngine.bean(EventArchive.class);
    await().atMost(Duration.ofSeconds(30)).until(() -> history.settled() == state().head());
    long before = state().head();
    try (Connection writer = connection()) {
      writer.setAutoCommit(false);
      try (var insert = writer.createStatement()) {
        insert.execute(
            """
            INSERT INTO domain_event (event_id, aggregate_type, aggregate_id, sequence_number, recorded_at,
              payload_type, payload_revision, payload, meta_data)
            SELECT UUID(), aggregate_type, UUID(), 0, recorded_at, payload_type, payload_revision, payload, meta_data
            FROM domain_event WHERE global_index = %d\
            """
                .formatted(before));
      }
      register(20);
      await()
          .during(Duration.ofMillis(2500))
          .atMost(Duration.ofSeconds(6))
          .until(() -> state().chainedTo() == before && history.settled() == before);
      writer.rollback();
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> history.settled() == state().head());
    await().atMost(Duration.ofSeconds(30)).until(() -> state().lag() == 0);
    assertThat(findings()).isEmpty();
  }

  @Test
  void theCommandSaysWhetherTheLogIsWhole() throws Exception {
    String work = "--antar.work=" + TestEngine.work();
    Path kept = Files.createTempFile("kept", ".jsonl");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WorkFolder.at(TestEngine.work()).find(CheckpointFile.NAME) != null);
    Files.writeString(
        kept,
        new CheckpointFile(WorkFolder.at(TestEngine.work()))
            .read().stream().map(CheckpointText::write).reduce("", (a, b) -> a + b + "\n"));

    assertThat(OpsTool.run("verify-log", work)).isZero();
    assertThat(OpsTool.run("verify-log", "--since=1", work)).isZero();
    assertThat(OpsTool.run("verify-log", "--checkpoint=" + kept, work)).isZero();
    assertThat(OpsTool.run("verify-log", "--since=99999", work)).isEqualTo(1);
    assertThat(OpsTool.run("verify-log", "--since=x", work)).isEqualTo(2);
    Files.delete(kept);
  }
}
