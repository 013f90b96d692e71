package id.antar.infra.log;

import id.antar.query.log.LogPlaces;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The places of the event store's table.
public final class JdbcLogPlaces implements LogPlaces {

  private static final String WITHIN =
      "SELECT global_index FROM domain_event WHERE global_index BETWEEN ? AND ? LIMIT 1";

  private final JdbcClient database;
  private final TransactionOperations transactions;

  /// @param transactions new ones, `READ COMMITTED`: each call is one of its own
  public JdbcLogPlaces(JdbcClient database, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public List<Long> positionsAfter(long position, int most) {
    return read(it ->
        it.sql(
                "SELECT global_index FROM domain_event WHERE global_index > ?"
                    + " ORDER BY global_index LIMIT ?")
            .param(position)
            .param(most)
            .query(Long.class)
            .list());
  }

  /// Whoever writes there holds a lock; this one waits for none.
  @Override
  public boolean isBeingWritten(Gap gap) {
    try {
      return stands(WITHIN + " FOR UPDATE NOWAIT", gap);
    } catch (DataAccessException _) {
      return true;
    }
  }

  @Override
  public @Nullable Gap firstFilled(Collection<Gap> gaps) {
    return gaps.stream().filter(gap -> stands(WITHIN, gap)).findFirst().orElse(null);
  }

  private boolean stands(String question, Gap gap) {
    return !read(
            it -> it.sql(question).param(gap.first()).param(gap.last()).query(Long.class).list())
        .isEmpty();
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
