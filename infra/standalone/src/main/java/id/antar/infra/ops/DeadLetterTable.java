package id.antar.infra.ops;

import id.antar.api.ops.DeadLetterQuery.DeadLetter;
import id.antar.api.ops.DeadLetterQuery.DeadLetterContent;
import id.antar.api.ops.DeadLetterQuery.DeadLetters;
import id.antar.query.projection.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table of parked events, as people look at it.
final class DeadLetterTable {
  private static final String LIST = "dead-letters";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LETTERS =
      """
      SELECT l.*, (SELECT COUNT(*) FROM dead_letter b WHERE b.processing_group = l.processing_group
        AND b.sequence_id = l.sequence_id AND b.sequence_index < l.sequence_index) AS behind
      FROM dead_letter l\
      """;

  private final JdbcClient database;
  private final TransactionOperations transactions;

  DeadLetterTable(JdbcClient database, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /// Where a letter waits.
  ///
  /// @param firstEventId of the event that its sequence begins with
  record Place(String processor, String sequence, String firstEventId) {}

  DeadLetters list(@Nullable String processor, @Nullable String cursor, int limit) {
    List<String> after = cursor == null ? List.of("", "") : Cursor.decode(LIST, cursor, 2);
    List<DeadLetter> found =
        read(it ->
            it.sql(
                    LETTERS
                        + """
                         WHERE (:processor IS NULL OR l.processing_group = :processor)
                        AND (l.enqueued_at, l.dead_letter_id) > (:at, :id)
                        ORDER BY l.enqueued_at, l.dead_letter_id LIMIT :most\
                        """)
                .param("processor", processor)
                .param("at", after.getFirst())
                .param("id", after.getLast())
                .param("most", limit)
                .query(DeadLetterTable::letter)
                .list());
    return new DeadLetters(found, found.size() < limit ? null : cursor(found.getLast()));
  }

  private String cursor(DeadLetter last) {
    String parkedAt =
        read(it ->
            it.sql("SELECT enqueued_at FROM dead_letter WHERE dead_letter_id = ?")
                .param(last.letterId())
                .query(String.class)
                .optional()
                .orElse(last.parkedAt().toString()));
    return Cursor.encode(LIST, List.of(parkedAt, last.letterId()));
  }

  Optional<DeadLetterContent> find(String letterId) {
    return read(it ->
        it.sql(LETTERS + " WHERE l.dead_letter_id = ?")
            .param(letterId)
            .query((row, number) ->
                new DeadLetterContent(letter(row, number), payload(row.getBytes("payload"))))
            .optional());
  }

  Optional<Place> place(String letterId) {
    return read(it ->
        it.sql(
                """
                SELECT f.processing_group, f.sequence_id, f.event_id
                FROM dead_letter l JOIN dead_letter f
                  ON f.processing_group = l.processing_group AND f.sequence_id = l.sequence_id
                WHERE l.dead_letter_id = ? ORDER BY f.sequence_index LIMIT 1\
                """)
            .param(letterId)
            .query((row, _) -> new Place(row.getString(1), row.getString(2), row.getString(3)))
            .optional());
  }

  /// Those behind it in its sequence stay.
  ///
  /// @return whether it was there
  boolean delete(String letterId) {
    return Boolean.TRUE.equals(
        transactions.execute(_ ->
            database
                    .sql("DELETE FROM dead_letter WHERE dead_letter_id = ?")
                    .param(letterId)
                    .update()
                > 0));
  }

  long count(String processor) {
    return count("COUNT(*)", processor);
  }

  long sequences(String processor) {
    return count("COUNT(DISTINCT sequence_id)", processor);
  }

  private long count(String what, String processor) {
    return read(it ->
        it.sql("SELECT " + what + " FROM dead_letter WHERE processing_group = ?")
            .param(processor)
            .query(Long.class)
            .single());
  }

  private static DeadLetter letter(ResultSet row, int number) throws SQLException {
    String type = row.getString("payload_type");
    String tried = row.getString("last_touched");
    return new DeadLetter(
        row.getString("dead_letter_id"),
        row.getString("processing_group"),
        type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'))),
        row.getString("event_id"),
        row.getString("aggregate_id"),
        row.getLong("sequence_number"),
        row.getLong("behind"),
        cause(row.getString("cause_type"), row.getString("cause_message")),
        attempts(row.getBytes("diagnostics")),
        Instant.parse(row.getString("recorded_at")),
        Instant.parse(row.getString("enqueued_at")),
        tried == null ? null : Instant.parse(tried));
  }

  private static @Nullable String cause(@Nullable String type, @Nullable String message) {
    return type == null
        ? null
        : type.substring(type.lastIndexOf('.') + 1) + (message == null ? "" : ": " + message);
  }

  private static long attempts(byte @Nullable [] diagnostics) {
    JsonNode attempts =
        diagnostics == null ? null : JSON.readTree(diagnostics).findValue("attempts");
    return attempts == null ? 0 : attempts.asLong(0);
  }

  /// Everything but what is sealed.
  static Object payload(byte[] stored) {
    try {
      JsonNode tree = JSON.readTree(stored);
      hide(tree);
      return Objects.requireNonNull(JSON.treeToValue(tree, Object.class));
    } catch (JacksonException e) {
      return "unreadable";
    }
  }

  private static void hide(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("sealed").isString()) {
      var _ = object.put("sealed", "hidden");
    }
    node.forEach(DeadLetterTable::hide);
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
