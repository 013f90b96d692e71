package id.antar.query.projection;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import id.antar.api.person.SealedAt;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One SQL table of rows: `id`, the columns to find rows by, `version`, `marks`, and `state` as
/// JSON in which everything personal is sealed.
///
/// Readers use the methods that return a future; the others are for a processor's own thread.
public final class Table<S> implements Rows<S> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROWS_PER_STATEMENT = 500;
  private static final TypeReference<LinkedHashMap<String, Long>> MARKS = new TypeReference<>() {};

  private final DatabaseClient readers;
  private final DatabaseClient database;
  private final JsonMapper json;
  private final Opening opening;
  private final String name;
  private final Class<S> stateType;
  private final List<Column<S>> columns;

  /// @param readers where the rows may be somewhat older
  Table(
      DatabaseClient readers,
      DatabaseClient database,
      JsonMapper json,
      Opening opening,
      String name,
      Class<S> stateType,
      List<Column<S>> columns) {
    this.readers = readers;
    this.database = database;
    this.json = json;
    this.opening = opening;
    this.name = name;
    this.stateType = stateType;
    this.columns = List.copyOf(columns);
  }

  public CompletableFuture<Optional<S>> find(String key) {
    return list("id = ?", List.of(key), "id", 1).thenApply(found -> found.stream().findFirst());
  }

  /// @param condition SQL in which every value is a `?`
  public CompletableFuture<List<S>> list(
      String condition, List<?> values, String order, int limit) {
    String sql =
        "SELECT id, state FROM %s WHERE %s ORDER BY %s LIMIT %d"
            .formatted(name, condition, order, limit);
    return readers
        .sql(sql)
        .bindValues(values)
        .map(row -> new Text(text(row, "id"), text(row, "state")))
        .all()
        .collectList()
        .transform(opening::elsewhere)
        .map(this::opened)
        .toFuture()
        .thenApply(Table::present);
  }

  /// A row as the database has it.
  private record Text(String key, String state) {}

  private List<S> opened(List<Text> rows) {
    opening.fetchKeysOf(rows.stream().map(Text::state).toList());
    return rows.stream().map(row -> state(row.key(), row.state())).toList();
  }

  /// What the database works out over the rows.
  ///
  /// @param select columns and sums
  /// @param condition SQL in which every value is a `?`
  /// @param end how rows are grouped and ordered
  public <T> CompletableFuture<List<T>> ask(
      String select, String condition, List<?> values, String end, Function<Readable, T> answer) {
    return readers
        .sql("SELECT %s FROM %s WHERE %s %s".formatted(select, name, condition, end))
        .bindValues(values)
        .map(answer)
        .all()
        .collectList()
        .toFuture()
        .thenApply(Table::present);
  }

  @Override
  public Map<String, Supplier<Row<S>>> load(Collection<String> keys) {
    return chunks(List.copyOf(keys))
        .flatMap(chunk -> await(select("id IN (" + marks(chunk.size()) + ")", chunk, "")).stream())
        .collect(toMap(Keyed::key, Keyed::row));
  }

  @Override
  public List<Keyed<S>> page(@Nullable String afterKey, int limit) {
    return await(
        select(
            afterKey == null ? "TRUE" : "id > ?",
            afterKey == null ? List.of() : List.of(afterKey),
            "ORDER BY id LIMIT " + limit));
  }

  @Override
  public void save(Map<String, Row<S>> rows) {
    chunks(List.copyOf(rows.entrySet())).forEach(this::upsert);
  }

  private Flux<Keyed<S>> select(String condition, List<String> values, String end) {
    String sql =
        "SELECT id, version, marks, state FROM %s WHERE %s %s".formatted(name, condition, end);
    return database.sql(sql).bindValues(values).map(this::keyed).all();
  }

  private Keyed<S> keyed(Readable row) {
    long version = requireNonNull(row.get("version", Long.class));
    String marks = text(row, "marks");
    String key = text(row, "id");
    String state = text(row, "state");
    return new Keyed<>(
        key, () -> new Row<>(state(key, state), version, json.readValue(marks, MARKS)));
  }

  private S state(String key, String text) {
    return SealedAt.place(place(key), () -> json.readValue(text, stateType));
  }

  /// What is personal is bound to its row; a table that is made anew takes the old one's name.
  private String place(String key) {
    return "row/" + name.replaceFirst("_fresh$", "") + "/" + key;
  }

  /// One statement for all rows: bound row by row, each would be a round trip. `version` is
  /// assigned last, because the other columns ask for its old value.
  private void upsert(List<Map.Entry<String, Row<S>>> rows) {
    List<String> kept =
        Stream.concat(columns.stream().map(Column::name), Stream.of("marks", "state")).toList();
    String sql =
        """
        INSERT INTO %s (id, %s, version) VALUES %s
        ON DUPLICATE KEY UPDATE %s, version = GREATEST(version, VALUES(version))\
        """
            .formatted(
                name,
                String.join(", ", kept),
                rows.stream().map(_ -> markers()).collect(joining(", ")),
                kept.stream()
                    .map("%1$s = IF(VALUES(version) > version, VALUES(%1$s), %1$s)"::formatted)
                    .collect(joining(", ")));
    database.sql(sql).bindValues(values(rows)).then().block(PATIENCE);
  }

  private String markers() {
    String own = columns.stream().map(column -> column.marker() + ", ").collect(joining());
    return "(?, " + own + marks(3) + ")";
  }

  /// To be bound at once: a statement is copied with every value that is bound to it alone.
  private List<Object> values(List<Map.Entry<String, Row<S>>> rows) {
    List<Object> values = new ArrayList<>();
    for (Map.Entry<String, Row<S>> entry : rows) {
      Row<S> row = entry.getValue();
      values.add(entry.getKey());
      for (Column<S> column : columns) {
        Object value = column.value().apply(row.state());
        values.add(value == null ? Parameters.in(column.type()) : value);
      }
      values.add(json.writeValueAsString(row.marks()));
      values.add(SealedAt.place(place(entry.getKey()), () -> json.writeValueAsString(row.state())));
      values.add(row.version());
    }
    return values;
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class), column);
  }

  private static String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  private static <T> Stream<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
      chunks.add(all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT)));
    }
    return chunks.stream();
  }

  private static <T> T present(@Nullable T value) {
    return requireNonNull(value);
  }

  private static <T> List<T> await(Flux<T> rows) {
    return requireNonNull(rows.collectList().block(PATIENCE));
  }
}
