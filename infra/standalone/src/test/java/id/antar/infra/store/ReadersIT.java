package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// People are answered from a copy of the database that is somewhat behind.
class ReadersIT {
  private static final String COPY = "readers_it";
  private static final String TABLE = "query_readers_it";

  private final DatabaseAddress address = TestEngine.bean(DatabaseAddress.class);
  private final HikariDataSource pool = ConnectionPools.hasty("readers-it", address);
  private final JdbcClient database = JdbcClient.create(pool);
  private final ConnectionPool live = TestEngine.bean(ConnectionPool.class);

  record State(String name) {}

  @BeforeEach
  void makeTheCopy() {
    execute("CREATE DATABASE " + COPY);
    for (String table : List.of(TABLE, COPY + "." + TABLE)) {
      execute(
          "CREATE TABLE "
              + table
              + " (id VARCHAR(64) PRIMARY KEY, version BIGINT, marks TEXT, state TEXT)");
    }
  }

  @AfterEach
  void dropIt() {
    execute("DROP DATABASE " + COPY);
    execute("DROP TABLE " + TABLE);
    pool.close();
  }

  private void execute(String sql) {
    int _ = database.sql(sql).update();
  }

  private String copyUrl() {
    return "mysql://%s:%s@%s:%d/%s"
        .formatted(address.user(), address.password(), address.host(), address.port(), COPY);
  }

  @Test
  void whatAProcessorKeepsIsInTheDatabaseAndWhatPeopleReadInTheCopy() {
    try (var context = new AnnotationConfigApplicationContext()) {
      ConnectionPool readers =
          new StoreConfiguration().readersConnections(copyUrl(), live, TestEngine.bean(Part.class));
      context.registerBean(
          "connectionFactory", ConnectionPool.class, () -> live, it -> it.setPrimary(true));
      context.registerBean("readersConnections", ConnectionPool.class, () -> readers);
      context.registerBean("messageMapper", JsonMapper.class, () -> JsonMapper.builder().build());
      context.registerBean(FetchPersonKeys.class, () -> _ -> {});
      context.register(ProjectionConfiguration.class);
      context.refresh();
      Table<State> table = context.getBean(Tables.class).table(TABLE, State.class, List.of());
      var ada = new State("Ada");

      table.save(Map.of("ada", new Row<>(ada, 1, Map.of())));

      assertThat(table.load(List.of("ada"))).containsOnlyKeys("ada");
      assertThat(table.page(null, 10)).hasSize(1);
      assertThat(table.find("ada").join()).isEmpty();
      execute("INSERT INTO %1$s.%2$s SELECT * FROM %2$s".formatted(COPY, TABLE));
      assertThat(table.find("ada").join()).contains(ada);
    }
  }

  @Test
  void withoutACopyThereIsOnePool() {
    assertThat(new StoreConfiguration().readersConnections("", live, TestEngine.bean(Part.class)))
        .isSameAs(live);
  }
}
