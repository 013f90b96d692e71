package id.antar.infra.board;

import static org.axonframework.common.DateTimeUtils.formatInstant;

import id.antar.query.board.BoardFrames;
import io.micrometer.core.instrument.DistributionSummary;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/// Key frames as rows.
final class JdbcBoardFrames implements BoardFrames {

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final DistributionSummary sizes;

  JdbcBoardFrames(
      JdbcClient database, TransactionOperations transactions, DistributionSummary sizes) {
    this.database = database;
    this.transactions = transactions;
    this.sizes = sizes;
  }

  @Override
  public Optional<Frame> lastUpTo(long position, int revision) {
    return Objects.requireNonNull(
        transactions.execute(_ ->
            database
                .sql(
                    """
                    SELECT position, recorded_at, revision, content FROM board_frame
                    WHERE revision = ? AND position <= ? ORDER BY position DESC LIMIT 1\
                    """)
                .param(revision)
                .param(position)
                .query((row, _) ->
                    new Frame(
                        row.getLong(1),
                        Instant.parse(row.getString(2)),
                        row.getInt(3),
                        row.getBytes(4)))
                .optional()));
  }

  @Override
  public void save(Frame frame) {
    sizes.record(frame.content().length);
    update(
        database
            .sql("INSERT IGNORE INTO board_frame VALUES (?, ?, ?, ?)")
            .param(frame.revision())
            .param(frame.position())
            .param(formatInstant(frame.recordedAt()))
            .param(frame.content()));
  }

  @Override
  public void dropFrom(long position) {
    update(database.sql("DELETE FROM board_frame WHERE position >= ?").param(position));
  }

  @Override
  public void drop(Frame frame) {
    update(
        database
            .sql("DELETE FROM board_frame WHERE revision = ? AND position = ?")
            .param(frame.revision())
            .param(frame.position()));
  }

  @Override
  public void dropAllBut(int revision) {
    update(database.sql("DELETE FROM board_frame WHERE revision <> ?").param(revision));
  }

  @Override
  public void thin(Instant before, long apart) {
    update(
        database
            .sql(
                """
                DELETE FROM board_frame WHERE recorded_at < ? AND position NOT IN
                  (SELECT kept FROM
                     (SELECT MIN(position) AS kept FROM board_frame GROUP BY position DIV ?) k)\
                """)
            .param(formatInstant(before))
            .param(apart));
  }

  private void update(StatementSpec statement) {
    transactions.executeWithoutResult(_ -> {
      var _ = statement.update();
    });
  }
}
