package id.antar.infra.ops;

import id.antar.query.rebuild.ReadTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The token store as everybody may read it, without claiming anything.
final class StoredTokens implements ReadTokens {
  /// The framework's own: after that, another may take a claim.
  private static final Duration CLAIMED = Duration.ofSeconds(10);

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final Serializer serializer;
  private final InstantSource realTime;

  StoredTokens(
      JdbcClient database,
      TransactionOperations transactions,
      Serializer serializer,
      InstantSource realTime) {
    this.database = database;
    this.transactions = transactions;
    this.serializer = serializer;
    this.realTime = realTime;
  }

  /// How far one segment of a processor is, and who works on it.
  ///
  /// @param claimedAt when its last owner said so last
  record Stored(
      String processor,
      int segment,
      @Nullable TrackingToken token,
      @Nullable String owner,
      Instant claimedAt) {}

  /// By processor and segment.
  List<Stored> all() {
    return read(it ->
        it.sql("SELECT * FROM processor_token ORDER BY processor, segment")
            .query((row, _) -> stored(row))
            .list());
  }

  @Override
  public Optional<TrackingToken> find(String processor, int segment) {
    return read(it ->
            it.sql("SELECT * FROM processor_token WHERE processor = ? AND segment = ?")
                .params(processor, segment)
                .query((row, _) -> stored(row))
                .optional())
        .map(Stored::token);
  }

  boolean isClaimed(Stored it) {
    return it.owner() != null && it.claimedAt().plus(CLAIMED).isAfter(realTime.instant());
  }

  boolean isWithin(Duration time, Stored it) {
    return it.claimedAt().plus(time).isAfter(realTime.instant());
  }

  private Stored stored(ResultSet row) throws SQLException {
    String claimedAt = row.getString("claimed_at");
    return new Stored(
        row.getString("processor"),
        row.getInt("segment"),
        token(row.getBytes("token"), row.getString("token_type")),
        row.getString("owner"),
        claimedAt == null ? Instant.EPOCH : Instant.parse(claimedAt));
  }

  private @Nullable TrackingToken token(byte @Nullable [] token, @Nullable String type) {
    return token == null || type == null
        ? null
        : serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
