package id.antar.infra.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.role.Part;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.query.projection.FetchPersonKeys;
import id.antar.query.projection.ProjectionConfiguration;
import id.antar.query.projection.Row;
import id.antar.query.projection.Table;
import id.antar.query.projection.Tables;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// People are answered from a copy of the database. Here it is one that every account may read on
/// every server, and that has none of the views.
class ReadersIT {
  private static final String COPY = "information_schema";
  private static final String TABLE = "query_readers_it";
  private static final String IN_BOTH = COPY + ".schemata";

  private final DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
  private final HikariDataSource pool = ConnectionPools.hasty("readers-it", address);
  private final JdbcClient database = JdbcClient.create(pool);
  private final ConnectionPool live = TestEngine.bean(ConnectionPool.class);
  private final ConnectionPool readers = readers(copy(address).url());

  record State(String name) {}

  private static DatabaseAddress copy(DatabaseAddress of) {
    return new DatabaseAddress(of.host(), of.port(), COPY, of.user(), of.password(), of.options());
  }

  private ConnectionPool readers(String url) {
    return new StoreConfiguration().readersConnections(url, live, TestEngine.bean(Part.class));
  }

  @BeforeEach
  void makeTheTable() {
    dropIt();
    execute(
        "CREATE TABLE "
            + TABLE
            + " (id VARCHAR(64) PRIMARY KEY, version BIGINT, marks TEXT, state TEXT)");
  }

  @AfterEach
  void clear() {
    readers.dispose();
    dropIt();
    pool.close();
  }

  private void dropIt() {
    execute("DROP TABLE IF EXISTS " + TABLE);
  }

  private void execute(String sql) {
    int _ = database.sql(sql).update();
  }

  private void with(Consumer<Tables> work) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(
          "connectionFactory", ConnectionPool.class, () -> live, it -> it.setPrimary(true));
      context.registerBean("readersConnections", ConnectionPool.class, () -> readers);
      context.registerBean("messageMapper", JsonMapper.class, () -> JsonMapper.builder().build());
      context.registerBean(FetchPersonKeys.class, () -> _ -> {});
      context.register(ProjectionConfiguration.class);
      context.refresh();
      work.accept(context.getBean(Tables.class));
    }
  }

  private static String database(Readable row) {
    return requireNonNull(row.get("this", String.class));
  }

  private static String databaseOf(Table<State> table) {
    return table
        .ask("DATABASE() AS this", "TRUE", List.of(), "LIMIT 1", ReadersIT::database)
        .join()
        .getFirst();
  }

  @Test
  void whatAProcessorKeepsIsInTheDatabaseAndWhatPeopleReadInTheCopy() {
    with(tables -> {
      Table<State> table = tables.table(TABLE, State.class, List.of());

      table.save(Map.of("ada", new Row<>(new State("Ada"), 1, Map.of())));

      assertThat(table.load(List.of("ada"))).containsOnlyKeys("ada");
      assertThat(table.page(null, 10)).hasSize(1);
      assertThatThrownBy(() -> table.find("ada").join())
          .rootCause()
          .message()
          .containsIgnoringCase("unknown table")
          .containsIgnoringCase(TABLE);
      assertThat(databaseOf(tables.table(IN_BOTH, State.class, List.of()))).isEqualTo(COPY);
      assertThat(tables.ask("SELECT DATABASE() AS this", List.of(), ReadersIT::database).join())
          .containsExactly(COPY);
    });
  }

  @Test
  void whatSomebodyDecidesByIsReadInTheDatabase() {
    with(tables -> {
      Table<State> table = tables.current(TABLE, State.class, List.of());
      var ada = new State("Ada");

      table.save(Map.of("ada", new Row<>(ada, 1, Map.of())));

      assertThat(table.find("ada").join()).contains(ada);
      assertThat(databaseOf(tables.current(IN_BOTH, State.class, List.of())))
          .isEqualTo(address.database());
    });
  }

  @Test
  void withoutACopyThereIsOnePool() {
    assertThat(readers("")).isSameAs(live);
  }
}
