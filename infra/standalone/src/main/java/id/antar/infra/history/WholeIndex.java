package id.antar.infra.history;

import id.antar.query.log.Settling;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// How far the index of events is whole: its processor has come so far, the log is settled, and
/// nothing stands in what the processor passed as a gap.
final class WholeIndex {
  private static final String PROCESSOR = "query.audit";
  private static final int AT_ONCE = 10_000;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final Serializer serializer;
  private final Settling settling;
  private long settled;

  /// @param settling of this one's own; none of its questions is within another transaction
  WholeIndex(
      JdbcClient database,
      TransactionOperations transactions,
      Serializer serializer,
      Settling settling) {
    this.database = database;
    this.transactions = transactions;
    this.serializer = serializer;
    this.settling = settling;
  }

  /// The order of the questions matters: what appears meanwhile in a gap is found by the last one.
  ///
  /// @return 0 if the index is empty
  synchronized long upTo() {
    List<GapAwareTrackingToken> tokens = read(this::tokens);
    long reached = tokens.stream().mapToLong(GapAwareTrackingToken::getIndex).min().orElse(0);
    NavigableSet<Long> gaps = new TreeSet<>();
    tokens.forEach(it -> gaps.addAll(it.getGaps()));
    settle(gaps.isEmpty() ? reached : gaps.first() - 1, reached);
    long upTo = Math.min(reached, settled);
    return firstPresent(gaps.headSet(upTo, true)).map(it -> it - 1).orElse(upTo);
  }

  private void settle(long known, long reached) {
    settled = Math.max(settled, known < reached ? Math.max(known, read(this::chained)) : known);
    long before = -1;
    while (settled < reached && settled > before) {
      before = settled;
      settled = settling.upTo(settled, AT_ONCE);
    }
  }

  /// What is chained was settled, before this engine began maybe.
  private long chained() {
    return database.sql("SELECT global_index FROM event_chain_end").query(Long.class).single();
  }

  private Optional<Long> firstPresent(NavigableSet<Long> gaps) {
    return gaps.isEmpty() ? Optional.empty() : read(() -> present(gaps));
  }

  private Optional<Long> present(NavigableSet<Long> gaps) {
    return database
        .sql(
            "SELECT global_index FROM domain_event WHERE global_index IN (:gaps)"
                + " ORDER BY global_index LIMIT 1")
        .param("gaps", gaps)
        .query(Long.class)
        .optional();
  }

  private <T> T read(Supplier<T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.get()));
  }

  private List<GapAwareTrackingToken> tokens() {
    return database
        .sql("SELECT token, token_type FROM processor_token WHERE processor = ?")
        .param(PROCESSOR)
        .query((row, _) -> token(row.getBytes("token"), row.getString("token_type")))
        .list()
        .stream()
        .map(it -> it.orElseGet(() -> GapAwareTrackingToken.newInstance(0, List.of())))
        .toList();
  }

  private Optional<GapAwareTrackingToken> token(byte @Nullable [] token, @Nullable String type) {
    if (token == null || type == null) {
      return Optional.empty();
    }
    var stored = new SimpleSerializedObject<>(token, byte[].class, type, null);
    TrackingToken read =
        Objects.requireNonNull(serializer.<byte[], TrackingToken>deserialize(stored));
    return Optional.ofNullable((GapAwareTrackingToken) WrappedToken.unwrapLowerBound(read));
  }
}
