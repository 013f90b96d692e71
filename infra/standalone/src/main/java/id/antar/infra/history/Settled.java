package id.antar.infra.history;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the index of events is whole. Positions are given when a transaction begins and seen
/// when it ends: behind a gap that may still be filled, nobody reads on.
final class Settled {
  private static final String PROCESSOR = "query.audit";

  /// Of real time. No transaction is open for longer.
  private static final Duration GIVEN_UP = Duration.ofMinutes(1);

  private final Serializer serializer;
  private final EngineClock clock;

  Settled(Serializer serializer, EngineClock clock) {
    this.serializer = serializer;
    this.clock = clock;
  }

  /// 0 if the index is empty.
  long read(JdbcClient database) {
    return tokens(database).stream().mapToLong(it -> upTo(it, database)).min().orElse(0);
  }

  private List<GapAwareTrackingToken> tokens(JdbcClient database) {
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

  /// The latest gaps first: what is older than one that was given up was, too.
  private long upTo(GapAwareTrackingToken token, JdbcClient database) {
    NavigableSet<Long> gaps = new TreeSet<>(token.getGaps());
    Instant young = clock.instant().minus(real(GIVEN_UP));
    long upTo = token.getIndex();
    for (long gap : gaps.descendingSet()) {
      if (nextAfter(gap, database).isBefore(young)) {
        return upTo;
      }
      upTo = gap - 1;
    }
    return upTo;
  }

  private Duration real(Duration duration) {
    return duration.multipliedBy((long) Math.ceil(Math.max(1, clock.speed())));
  }

  private static Instant nextAfter(long gap, JdbcClient database) {
    return database
        .sql(
            """
            SELECT recorded_at FROM domain_event WHERE global_index > ?
            ORDER BY global_index LIMIT 1\
            """)
        .param(gap)
        .query(String.class)
        .optional()
        .map(Instant::parse)
        .orElse(Instant.MAX);
  }
}
