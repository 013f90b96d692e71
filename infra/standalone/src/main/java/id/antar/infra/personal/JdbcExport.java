package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonId;
import id.antar.gateway.person.ExportPerson;
import id.antar.infra.store.PlacedSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/// A person's events out of the event store: whole where the person is who it is about, else only
/// what is sealed for them.
final class JdbcExport implements ExportPerson {
  private static final int PAGE = 200;
  private static final PersonId NOBODY = new PersonId("nobody");
  private static final String FAILED = "SignInFailed";

  /// About an account, and caused by whoever knows its e-mail: where they were is not its owner's.
  private static final Set<String> BY_ANYBODY =
      Set.of(FAILED, "EmailConfirmationRequested", "PasswordResetRequested");

  private final JdbcClient database;
  private final Sealing sealing;

  JdbcExport(JdbcClient database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @Override
  public Flux<Exported> of(Actor account) {
    return Flux.defer(
            () -> {
              var own = new Own(account, streams(account));
              return Flux.<List<Row>, Long>generate(
                      () -> 0L,
                      (after, sink) -> {
                        List<Row> page = page(own, after);
                        sink.next(page);
                        if (page.size() < PAGE) {
                          sink.complete();
                        }
                        return page.isEmpty() ? after : page.getLast().index();
                      })
                  .flatMapIterable(page -> page, 1)
                  .map(row -> exported(own, row));
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  /// @param streams aggregates that are about this account
  private record Own(Actor account, List<String> streams) {
    PersonId person() {
      return PersonId.of(account);
    }
  }

  private record Row(
      long index,
      String type,
      String aggregate,
      Instant recordedAt,
      String place,
      byte[] payload,
      byte[] metaData) {}

  /// Theirs by name, and those that began by naming them: a customer's orders and payments, a
  /// courier's trips.
  private List<String> streams(Actor account) {
    String role = account.role().name().toLowerCase(Locale.ROOT);
    var streams = new ArrayList<>(List.of(account.toString(), "person:" + PersonId.of(account)));
    streams.addAll(
        database
            .sql(
                """
                SELECT aggregate_id FROM domain_event
                WHERE sequence_number = 0 AND INSTR(payload, ?) > 0\
                """)
            .param("\"%sId\":\"%s\"".formatted(role, account.id()))
            .query(String.class)
            .list());
    return streams;
  }

  private List<Row> page(Own own, long after) {
    return database
        .sql(
            """
            SELECT * FROM domain_event WHERE global_index > :after
              AND (aggregate_id IN (:streams) OR INSTR(payload, :sealed) > 0
                OR INSTR(meta_data, :sealed) > 0)
            ORDER BY global_index LIMIT %d\
            """
                .formatted(PAGE))
        .param("after", after)
        .param("streams", own.streams())
        .param("sealed", "\"person\":\"" + own.person() + "\"")
        .query(JdbcExport::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String type = row.getString("payload_type");
    String aggregate = row.getString("aggregate_id");
    return new Row(
        row.getLong("global_index"),
        type,
        aggregate,
        Instant.parse(row.getString("recorded_at")),
        PlacedSerializer.placeOfEvent(
            type, aggregate, row.getLong("sequence_number"), row.getString("event_id")),
        row.getBytes("payload"),
        row.getBytes("meta_data"));
  }

  private Exported exported(Own own, Row row) {
    String event = row.type().substring(row.type().lastIndexOf('$') + 1);
    var opening = new StoredJson(sealing, own.person());
    var origin = new StoredJson(sealing, BY_ANYBODY.contains(event) ? NOBODY : own.person());
    JsonNode meta = origin.openParts(row.place(), row.metaData());
    var shown = event.equals(FAILED) ? origin : opening;
    JsonNode data =
        own.streams().contains(row.aggregate())
            ? shown.open(row.place(), row.payload())
            : shown.openParts(row.place(), row.payload());
    return new Exported(
        event,
        row.aggregate(),
        row.recordedAt(),
        text(meta, MetaKeys.CLIENT_ADDRESS),
        text(meta, MetaKeys.USER_AGENT),
        data);
  }

  private static @Nullable String text(JsonNode parts, String key) {
    return Optional.ofNullable(parts.get("/" + key)).map(JsonNode::asString).orElse(null);
  }
}
