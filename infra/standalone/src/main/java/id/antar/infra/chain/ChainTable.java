package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The log's tables.
final class ChainTable implements ReadLog {
  private static final String EVENTS =
      "SELECT global_index, sequence_number, "
          + String.join(", ", RawEvent.COLUMNS)
          + " FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?";
  private static final String END = "SELECT global_index, hash, events FROM event_chain_end";
  private static final String CHECKPOINTS = "SELECT * FROM log_checkpoint ";

  private final JdbcClient database;

  ChainTable(JdbcClient database) {
    this.database = database;
  }

  @Override
  public ChainEnd end() {
    return database.sql(END).query(ChainTable::readEnd).single();
  }

  /// The end, for whoever goes on with the chain; held until the transaction is over. Empty while
  /// somebody else has it.
  Optional<ChainEnd> takeEnd() {
    return database.sql(END + " FOR UPDATE SKIP LOCKED").query(ChainTable::readEnd).optional();
  }

  private static ChainEnd readEnd(ResultSet row, int number) throws SQLException {
    return new ChainEnd(new Link(row.getLong(1), row.getBytes(2)), row.getLong(3));
  }

  @Override
  public long head() {
    return database
        .sql("SELECT COALESCE(MAX(global_index), 0) FROM domain_event")
        .query(Long.class)
        .single();
  }

  @Override
  public List<RawEvent> events(long after, int limit) {
    return database.sql(EVENTS).params(after, limit).query(ChainTable::readEvent).list();
  }

  private static RawEvent readEvent(ResultSet row, int number) throws SQLException {
    List<byte @Nullable []> values = new ArrayList<>(RawEvent.COLUMNS.size());
    for (int column = 0; column < RawEvent.COLUMNS.size(); column++) {
      values.add(row.getBytes(3 + column));
    }
    return new RawEvent(row.getLong(1), row.getLong(2), values);
  }

  @Override
  public List<Link> links(long after, int limit) {
    return database
        .sql(
            """
            SELECT global_index, hash FROM event_chain
            WHERE global_index > ? ORDER BY global_index LIMIT ?\
            """)
        .params(after, limit)
        .query((row, _) -> new Link(row.getLong(1), row.getBytes(2)))
        .list();
  }

  /// One statement for all.
  void append(List<Link> links, ChainEnd end) {
    var values = new ArrayList<Object>(2 * links.size());
    for (Link link : links) {
      values.add(link.index());
      values.add(link.hash());
    }
    int _ =
        database
            .sql("INSERT INTO event_chain VALUES (?, ?)" + ", (?, ?)".repeat(links.size() - 1))
            .params(values)
            .update();
    int _ =
        database
            .sql("UPDATE event_chain_end SET global_index = ?, hash = ?, events = ?")
            .params(end.link().index(), end.link().hash(), end.events())
            .update();
  }

  @Override
  public List<LogCheckpoint> checkpoints(long afterNumber, int limit) {
    return database
        .sql(CHECKPOINTS + "WHERE number > ? ORDER BY number LIMIT ?")
        .params(afterNumber, limit)
        .query(ChainTable::readCheckpoint)
        .list();
  }

  Optional<LogCheckpoint> lastCheckpoint() {
    return database
        .sql(CHECKPOINTS + "ORDER BY number DESC LIMIT 1")
        .query(ChainTable::readCheckpoint)
        .optional();
  }

  private static LogCheckpoint readCheckpoint(ResultSet row, int number) throws SQLException {
    return new LogCheckpoint(
        row.getLong("number"),
        row.getLong("global_index"),
        row.getLong("events"),
        row.getString("hash"),
        Instant.parse(row.getString("made_at")),
        row.getString("key_id"),
        row.getString("signature"));
  }

  void add(LogCheckpoint it) {
    int _ =
        database
            .sql("INSERT INTO log_checkpoint VALUES (?, ?, ?, ?, ?, ?, ?)")
            .params(
                it.number(),
                it.position(),
                it.events(),
                it.hash(),
                it.madeAt().toString(),
                it.keyId(),
                it.signature())
            .update();
  }
}
