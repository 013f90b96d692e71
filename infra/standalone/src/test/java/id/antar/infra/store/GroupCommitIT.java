package id.antar.infra.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.dispatch.ZoneId;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.servers.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroupCommitIT {
  private static final int CALLERS = 64;
  private static final String TABLE = "group_commit_event";

  private final EventSchema schema = StoreConfiguration.schema(TABLE);
  private final HikariDataSource writing =
      ConnectionPools.writing(TestEngine.bean(DatabaseAddress.class));
  private final HikariDataSource looking =
      ConnectionPools.small("looking", TestEngine.bean(DatabaseAddress.class), 2);
  private final JdbcClient database = JdbcClient.create(looking);
  private final GroupCommit groups = new GroupCommit(writing, schema);

  @BeforeEach
  void makeTable() {
    database.sql("CREATE TABLE " + TABLE + " LIKE domain_event").update();
  }

  @AfterEach
  void dropTable() {
    groups.close();
    database.sql("DROP TABLE " + TABLE).update();
    writing.close();
    looking.close();
  }

  private static EventRow row(String aggregate, long sequence) {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    return new EventRow(
        UUID.randomUUID().toString(), aggregate, sequence, "Any", "now", "any", "1", json, json);
  }

  private void append(List<EventRow> rows) throws SQLException {
    groups.append(rows, null);
  }

  private List<String> stored() {
    return database
        .sql("SELECT CONCAT(aggregate_id, ' ', sequence_number) FROM " + TABLE)
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void oneThatIsRefusedTakesNoneOfTheOthersWithIt() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      var together = new CountDownLatch(CALLERS);
      for (int i = 0; i < CALLERS; i++) {
        var row = row("aggregate-" + i / 2, 0);
        all.add(
            callers.submit(() -> {
              together.countDown();
              together.await();
              append(List.of(row));
              return null;
            }));
      }
      groups.start();
    }

    assertThat(all)
        .filteredOn(it -> it.state() == Future.State.FAILED)
        .hasSize(CALLERS / 2)
        .allSatisfy(it ->
            assertThat(it.exceptionNow()).rootCause().hasMessageContaining("Duplicate entry"));
    assertThat(stored())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, CALLERS / 2).mapToObj(i -> "aggregate-" + i + " 0").toList());
  }

  @Test
  void whatBelongsTogetherIsStoredWholeOrNotAtAll() throws Exception {
    groups.start();
    append(List.of(row("taken", 0)));

    assertThatThrownBy(() -> append(List.of(row("one", 0), row("taken", 0), row("two", 0))))
        .isInstanceOf(SQLException.class);
    append(List.of(row("one", 0), row("one", 1), row("two", 0)));

    assertThat(stored()).containsExactlyInAnyOrder("taken 0", "one 0", "one 1", "two 0");
  }

  /// A dispatcher that was paused while another one took its zone over.
  @Test
  void whatWasDecidedInATermThatIsOverIsNotStored() throws Exception {
    var zone = new ZoneId("zone-" + UUID.randomUUID());
    database.sql("INSERT INTO dispatch_term VALUES (?, 2)").param(zone.value()).update();
    List<Future<?>> all = new ArrayList<>();
    try (var callers = Executors.newFixedThreadPool(3)) {
      for (DispatchTerm term :
          Arrays.asList(new DispatchTerm(zone, 1), new DispatchTerm(zone, 2), null)) {
        var row = row("offer-" + (term == null ? 0 : term.number()), 0);
        all.add(
            callers.submit(() -> {
              groups.append(List.of(row), term);
              return null;
            }));
      }
      groups.start();
    }

    assertThat(all.getFirst().exceptionNow()).rootCause().isInstanceOf(TermOver.class);
    assertThat(stored()).containsExactlyInAnyOrder("offer-2 0", "offer-0 0");
    database.sql("DELETE FROM dispatch_term WHERE zone = ?").param(zone.value()).update();
  }

  /// Nobody takes a zone over between the look at its term and the commit.
  @Test
  void aTermLastsAsLongAsItsTransaction() throws Exception {
    var zone = new ZoneId("zone-" + UUID.randomUUID());
    database.sql("INSERT INTO dispatch_term VALUES (?, 1)").param(zone.value()).update();
    try (var connection = writing.getConnection();
        var takers = Executors.newSingleThreadExecutor()) {
      assertThat(Terms.over(connection, Set.of(new DispatchTerm(zone, 1)))).isEmpty();
      var taking =
          takers.submit(() ->
              database
                  .sql("UPDATE dispatch_term SET term = 2 WHERE zone = ?")
                  .param(zone.value())
                  .update());
      assertThatThrownBy(() -> taking.get(1, SECONDS)).isInstanceOf(TimeoutException.class);

      connection.commit();

      assertThat(taking.get(10, SECONDS)).isEqualTo(1);
    }
    database.sql("DELETE FROM dispatch_term WHERE zone = ?").param(zone.value()).update();
  }

  /// A process that stands still in the middle of storing keeps nobody from its zone for good.
  @Test
  void aWriterThatFallsSilentIsCutOffByTheServer() throws Exception {
    var zone = new ZoneId("zone-" + UUID.randomUUID());
    database.sql("INSERT INTO dispatch_term VALUES (?, 1)").param(zone.value()).update();
    var silent = writing.getConnection();
    assertThat(Terms.over(silent, Set.of(new DispatchTerm(zone, 1)))).isEmpty();

    assertThat(
            database
                .sql("UPDATE dispatch_term SET term = 2 WHERE zone = ?")
                .param(zone.value())
                .update())
        .isEqualTo(1);

    assertThatThrownBy(silent::commit).isInstanceOf(SQLException.class);
    writing.evictConnection(silent);
    database.sql("DELETE FROM dispatch_term WHERE zone = ?").param(zone.value()).update();
  }

  @Test
  void afterALostConnectionItGoesOn() throws Exception {
    groups.start();
    append(List.of(row("before", 0)));
    killWriter();

    assertThatThrownBy(() -> append(List.of(row("lost", 0)))).isInstanceOf(SQLException.class);
    append(List.of(row("after", 0)));

    assertThat(stored()).containsExactlyInAnyOrder("before 0", "after 0");
  }

  private void killWriter() throws SQLException {
    long writer;
    try (var connection = writing.getConnection()) {
      writer = connectionId(connection);
    }
    database.sql("KILL " + writer).update();
  }

  private static long connectionId(java.sql.Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  /// Its command has failed, and may have been sent again.
  @Test
  void whoGaveUpIsNotStoredAfterwards() throws Exception {
    var givenUp = CompletableFuture.runAsync(() -> appendInterrupted(row("given-up", 0)));
    assertThatThrownBy(() -> givenUp.get(10, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);

    groups.start();
    append(List.of(row("patient", 0)));

    assertThat(stored()).containsExactly("patient 0");
  }

  private void appendInterrupted(EventRow row) {
    Thread.currentThread().interrupt();
    try {
      append(List.of(row));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      boolean _ = Thread.interrupted();
    }
  }

  @Test
  void onceClosedItRefusesForAWhile() throws Exception {
    groups.start();
    append(List.of(row("before", 0)));
    groups.close();

    assertThatThrownBy(() -> append(List.of(row("late", 0))))
        .hasRootCauseInstanceOf(SQLTransientException.class);
    assertThat(stored()).containsExactly("before 0");
  }
}
