package id.antar.infra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/// Makes the events of commands that end at about the same time durable together: while one
/// transaction is on its way to the disk, the events of the next one gather. Each command's events
/// are stored all or none, and its thread goes on when they are.
final class GroupCommit implements AutoCloseable {

  private static final int COMMANDS_AT_ONCE = 256;

  /// A power of two: a group is written in as many statements as its size has binary digits, so
  /// that the few forms of the statement are prepared once.
  private static final int ROWS_PER_STATEMENT = 64;

  private static final int PATIENCE_SECONDS = 30;

  /// SQL states of what one row is to blame for.
  private static final List<String> ROW_ERRORS = List.of("22", "23");

  private record Append(List<EventRow> rows, CompletableFuture<Boolean> stored) {
    Append {
      rows = List.copyOf(rows);
    }
  }

  private final DataSource database;
  private final EventSchema schema;
  private final LinkedBlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().name("events-writer").unstarted(this::write);
  private volatile boolean closed;

  GroupCommit(DataSource database, EventSchema schema) {
    this.database = database;
    this.schema = schema;
  }

  void start() {
    writer.start();
  }

  /// Returns when the rows are durable.
  ///
  /// @throws SQLException if none of them was stored
  void append(List<EventRow> rows) throws SQLException {
    var append = new Append(rows, new CompletableFuture<>());
    if (closed) {
      throw new EventStoreException("The event store is closed.");
    }
    waiting.add(append);
    try {
      var _ = append.stored().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreException("Interrupted before the events were stored.", e);
    } catch (TimeoutException e) {
      throw new EventStoreException(
          "The events were not stored within " + PATIENCE_SECONDS + " s.", e);
    }
  }

  private void write() {
    var group = new ArrayList<Append>();
    try {
      while (!closed || !waiting.isEmpty()) {
        Append first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, COMMANDS_AT_ONCE - 1);
          store(group);
          group.clear();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Append> group) {
    try {
      commit(group);
      group.forEach(append -> append.stored().complete(true));
    } catch (SQLException e) {
      if (group.size() > 1 && isOfOneRow(e)) {
        group.forEach(append -> store(List.of(append)));
      } else {
        fail(group, e);
      }
    } catch (RuntimeException | Error e) {
      fail(group, e);
    }
  }

  private static void fail(List<Append> group, Throwable cause) {
    group.forEach(append -> append.stored().completeExceptionally(cause));
  }

  private static boolean isOfOneRow(SQLException e) {
    String state = e.getSQLState();
    return state != null && ROW_ERRORS.stream().anyMatch(state::startsWith);
  }

  private void commit(List<Append> group) throws SQLException {
    List<EventRow> rows = group.stream().flatMap(append -> append.rows().stream()).toList();
    try (Connection connection = database.getConnection()) {
      try {
        insert(connection, rows);
        connection.commit();
      } catch (SQLException | RuntimeException | Error e) {
        connection.rollback();
        throw e;
      }
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
    String sql = EventRow.insert(schema, rows.size());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
      writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
