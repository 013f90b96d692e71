package id.antar.infra.board;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.TrackPoint;
import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.track.TrackForm;
import id.antar.query.track.TrackPiece;
import id.antar.query.track.TrackStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Couriers' ways as rows, each of them for a while.
final class JdbcTrackStore implements TrackStore {

  private static final int DROPPED_AT_ONCE = 5_000;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final TrackForm form;
  private final FetchPersonKeys keys;

  JdbcTrackStore(
      JdbcClient database,
      TransactionOperations transactions,
      TrackForm form,
      FetchPersonKeys keys) {
    this.database = database;
    this.transactions = transactions;
    this.form = form;
    this.keys = keys;
  }

  private record Row(CourierId courierId, Instant beginsAt, String written) {}

  /// One statement with all rows takes a single round trip.
  @Override
  public void add(Collection<TrackPiece> pieces) {
    var values = new ArrayList<Object>();
    for (TrackPiece piece : pieces) {
      values.add(piece.courierId().value());
      values.add(piece.beginsAt().toEpochMilli());
      values.add(piece.endsAt().toEpochMilli());
      values.add(form.write(piece));
    }
    String rows = "(?, ?, ?, ?)" + ", (?, ?, ?, ?)".repeat(pieces.size() - 1);
    int _ =
        ask(it ->
            it.sql("INSERT IGNORE INTO courier_track VALUES " + rows).params(values).update());
  }

  @Override
  public Map<CourierId, TrackPoint> last(Collection<CourierId> couriers, Instant at) {
    List<Row> rows =
        ask(it ->
            it.sql(
                    """
                    SELECT t.courier_id, t.begins_at, t.points FROM courier_track t JOIN
                      (SELECT courier_id, MAX(begins_at) AS begins_at FROM courier_track
                       WHERE courier_id IN (:couriers) AND begins_at <= :at GROUP BY courier_id) last
                    ON t.courier_id = last.courier_id AND t.begins_at = last.begins_at\
                    """)
                .param("couriers", couriers.stream().map(CourierId::value).toList())
                .param("at", at.toEpochMilli())
                .query(JdbcTrackStore::row)
                .list());
    keys.fetch(rows.stream().map(row -> row.courierId().personId()).collect(toSet()));
    var found = new HashMap<CourierId, TrackPoint>();
    for (Row row : rows) {
      points(row)
          .filter(point -> !point.receivedAt().isAfter(at))
          .max(comparing(TrackPoint::receivedAt))
          .ifPresent(point -> found.put(row.courierId(), point));
    }
    return found;
  }

  @Override
  public List<TrackPoint> between(CourierId courier, Instant from, Instant to, int most) {
    List<Row> rows =
        ask(it ->
            it.sql(
                    """
                    SELECT courier_id, begins_at, points FROM courier_track
                    WHERE courier_id = ? AND ends_at >= ? AND begins_at < ? ORDER BY begins_at LIMIT ?\
                    """)
                .param(courier.value())
                .param(from.toEpochMilli())
                .param(to.toEpochMilli())
                .param(most)
                .query(JdbcTrackStore::row)
                .list());
    return rows.stream()
        .flatMap(this::points)
        .filter(it -> !it.receivedAt().isBefore(from) && it.receivedAt().isBefore(to))
        .limit(most)
        .toList();
  }

  @Override
  public int dropBefore(Instant end) {
    int dropped = 0;
    int last = DROPPED_AT_ONCE;
    while (last == DROPPED_AT_ONCE) {
      last =
          ask(it ->
              it.sql("DELETE FROM courier_track WHERE ends_at < ? LIMIT ?")
                  .param(end.toEpochMilli())
                  .param(DROPPED_AT_ONCE)
                  .update());
      dropped += last;
    }
    return dropped;
  }

  @Override
  public void forget(CourierId courier) {
    int _ =
        ask(it ->
            it.sql("DELETE FROM courier_track WHERE courier_id = ?")
                .param(courier.value())
                .update());
  }

  private Stream<TrackPoint> points(Row row) {
    return form.read(row.courierId(), row.beginsAt(), row.written()).stream();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new CourierId(row.getString("courier_id")),
        Instant.ofEpochMilli(row.getLong("begins_at")),
        row.getString("points"));
  }

  private <T> T ask(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
