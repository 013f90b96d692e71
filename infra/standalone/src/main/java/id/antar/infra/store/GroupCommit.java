package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the events of commands that end at about the same time durable together: while one
/// transaction is on its way to the disk, the events of the next one gather. Each command's events
/// are stored all or none, and its thread goes on when they are. One that cannot be stored takes
/// none of the others with it. What a dispatcher decided in a term that is over is not stored: the
/// term is looked at within the transaction, and nobody begins another one until that is through.
final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private static final int COMMANDS_AT_ONCE = 256;

  /// A power of two: a group is written in as many statements as its size has binary digits, so
  /// that the few forms of the statement are prepared once.
  private static final int ROWS_PER_STATEMENT = 64;

  private final DataSource database;
  private final InsertStatements statements;
  private final LinkedBlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().name("events-writer").unstarted(this::write);
  private volatile boolean closed;

  /// @param database for nobody else: whoever waits here must not wait for whom it waits for
  GroupCommit(DataSource database, EventSchema schema) {
    this.database = database;
    statements = new InsertStatements(schema, ROWS_PER_STATEMENT);
  }

  void start() {
    writer.start();
  }

  /// Returns when the rows are durable.
  ///
  /// @param term in which a dispatcher decided on it
  /// @throws SQLException if none of them was stored, unless the connection broke while it was
  ///   committing: then nobody knows until they are read
  void append(List<EventRow> rows, @Nullable DispatchTerm term) throws SQLException {
    var append = new Append(rows, term);
    waiting.add(append);
    if (closed && !writer.isAlive()) {
      failTheRest();
    }
    append.await();
  }

  private void write() {
    while (!closed || !waiting.isEmpty()) {
      var group = new ArrayList<Append>();
      try {
        gather(group);
        store(group);
      } catch (InterruptedException _) {
        closed = true;
      } catch (RuntimeException | Error e) {
        log.error("{} commands' events were not stored.", group.size(), e);
        fail(group, new SQLException("The events were not stored.", e));
      }
    }
    failTheRest();
  }

  private void gather(List<Append> group) throws InterruptedException {
    Append first = waiting.poll(1, TimeUnit.SECONDS);
    if (first != null) {
      group.add(first);
      waiting.drainTo(group, COMMANDS_AT_ONCE - 1);
      group.removeIf(append -> !append.take());
    }
  }

  private void failTheRest() {
    var rest = new ArrayList<Append>();
    waiting.drainTo(rest);
    rest.removeIf(append -> !append.take());
    fail(rest, new SQLTransientException("The event store is closed."));
  }

  private void store(List<Append> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      commit(group);
    } catch (SQLException e) {
      if (group.size() == 1 || isBroken(e)) {
        fail(group, e);
      } else {
        store(group.subList(0, group.size() / 2));
        store(group.subList(group.size() / 2, group.size()));
      }
    }
  }

  private static boolean isBroken(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientConnectionException || state != null && state.startsWith("08");
  }

  private static void fail(List<Append> group, SQLException cause) {
    group.forEach(append -> append.failed(cause));
  }

  private void commit(List<Append> group) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try {
        Set<DispatchTerm> over = Terms.over(connection, terms(group));
        List<Append> late = group.stream().filter(it -> over.contains(it.term())).toList();
        List<Append> good = group.stream().filter(it -> !over.contains(it.term())).toList();
        insert(connection, good.stream().flatMap(it -> it.rows().stream()).toList());
        connection.commit();
        good.forEach(Append::succeeded);
        late.forEach(it -> it.failed(new TermOver(it.term())));
      } catch (SQLException | RuntimeException | Error e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static Set<DispatchTerm> terms(List<Append> group) {
    return group.stream()
        .map(Append::term)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void insert(Connection connection, List<EventRow> rows) throws SQLException {
    int written = 0;
    while (written < rows.size()) {
      int next = Math.min(ROWS_PER_STATEMENT, Integer.highestOneBit(rows.size() - written));
      insertAtOnce(connection, rows.subList(written, written + next));
      written += next;
    }
  }

  private void insertAtOnce(Connection connection, List<EventRow> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(statements.of(rows.size()))) {
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).bind(statement, i * EventRow.COLUMNS);
      }
      var _ = statement.executeUpdate();
    }
  }

  /// What has been handed over is still written.
  @Override
  public void close() {
    closed = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
