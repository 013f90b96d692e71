package id.antar.query.projection;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/// Makes the tables of projections; every table `query_…` is made by a migration.
public final class Tables {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DatabaseClient readers;
  private final DatabaseClient database;
  private final JsonMapper json;
  private final Opening opening;

  /// @param readers what people are answered from: the database, or a copy that follows it
  Tables(DatabaseClient readers, DatabaseClient database, JsonMapper json, Opening opening) {
    this.readers = readers;
    this.database = database;
    this.json = json;
    this.opening = opening;
  }

  public <S> Table<S> table(String name, Class<S> stateType, List<Column<S>> columns) {
    return new Table<>(readers, database, json, opening, name, stateType, columns);
  }

  /// One that is read where it is written: for what somebody is let in by, or decides by.
  public <S> Table<S> current(String name, Class<S> stateType, List<Column<S>> columns) {
    return new Table<>(database, database, json, opening, name, stateType, columns);
  }

  /// What the database works out over several tables.
  ///
  /// @param sql in which every value is a `?`
  public <T> CompletableFuture<List<T>> ask(
      String sql, List<?> values, Function<Readable, T> answer) {
    return readers
        .sql(sql)
        .bindValues(values)
        .map(answer)
        .all()
        .collectList()
        .toFuture()
        .thenApply(Objects::requireNonNull);
  }

  /// Rows that no fold keeps.
  ///
  /// @param sql in which every value is a `?`
  public CompletableFuture<Void> write(String sql, List<?> values) {
    return database.sql(sql).bindValues(values).then().toFuture().thenAccept(_ -> {});
  }

  /// What is known of a table is known of its fresh copy, which is made after the live one's
  /// pattern, indexes included.
  public <S> Projector<S> projector(Fold<S> fold, String name, List<Column<S>> columns) {
    return new Projector<>(fold, new TableStorage<>(name, fold.stateType(), columns));
  }

  private final class TableStorage<S> implements Storage<S> {

    private final String name;
    private final Class<S> stateType;
    private final List<Column<S>> columns;

    TableStorage(String name, Class<S> stateType, List<Column<S>> columns) {
      this.name = name;
      this.stateType = stateType;
      this.columns = columns;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Rows<S> live() {
      return table(name, stateType, columns);
    }

    @Override
    public Rows<S> createFresh() {
      dropFresh();
      execute("CREATE TABLE %1$s_fresh LIKE %1$s");
      return table(name + "_fresh", stateType, columns);
    }

    @Override
    public void replaceLive() {
      execute("DROP TABLE IF EXISTS %1$s_former");
      execute("RENAME TABLE %1$s TO %1$s_former, %1$s_fresh TO %1$s");
      execute("DROP TABLE %1$s_former");
    }

    @Override
    public void dropFresh() {
      execute("DROP TABLE IF EXISTS %1$s_fresh");
    }

    private void execute(String sql) {
      database.sql(sql.formatted(name)).then().block(PATIENCE);
    }
  }
}
