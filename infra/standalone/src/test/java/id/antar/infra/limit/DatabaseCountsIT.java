package id.antar.infra.limit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.engine.TestEngine;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;

class DatabaseCountsIT extends CountingTogether {

  @Override
  DatabaseCounts counts() {
    return on(TestEngine.bean(ConnectionFactory.class));
  }

  @Override
  DatabaseCounts alone() {
    return on(ConnectionFactories.get("r2dbc:mysql://nobody:nothing@127.0.0.1:1/none"));
  }

  private static DatabaseCounts on(ConnectionFactory connections) {
    return new DatabaseCounts(
        DatabaseClient.builder().connectionFactory(connections).namedParameters(false).build(),
        System::nanoTime);
  }

  @Test
  void nobodyIsNamedInTheDatabase() {
    one.admitted(someone, 1);
    one.tellsAndHears();

    assertThat(
            JdbcClient.create(TestEngine.bean(DataSource.class))
                .sql("SELECT counts FROM rate_batch")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(counts -> counts.contains("customer:"));
  }

  @Test
  void whatNoWindowReachesIsForgottenAndNothingElse() {
    one.admitted(someone, RATE);
    one.tellsAndHears();
    counts().forgetOld().block();
    other.tellsAndHears();

    assertThat(other.admitted(someone, 1)).isZero();
  }
}
