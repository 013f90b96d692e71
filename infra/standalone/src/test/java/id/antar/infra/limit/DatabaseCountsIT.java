package id.antar.infra.limit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.mode.Mode;
import id.antar.gateway.edge.limit.CountExchange;
import id.antar.gateway.edge.limit.LimitProperties;
import id.antar.gateway.edge.limit.RateLimits;
import id.antar.gateway.edge.limit.Tier;
import id.antar.infra.engine.TestEngine;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;

class DatabaseCountsIT {
  private static final int RATE = 40;

  private final String someone = "customer:" + UUID.randomUUID();
  private final Gateway one = new Gateway(TestEngine.bean(ConnectionFactory.class));
  private final Gateway other = new Gateway(TestEngine.bean(ConnectionFactory.class));

  /// What a gateway has of the matter.
  private static final class Gateway {
    private final RateLimits limits;
    private final DatabaseCounts counts;
    private final CountExchange exchange;

    Gateway(ConnectionFactory connections) {
      LimitProperties properties =
          new Binder(
                  new MapConfigurationPropertySource(
                      Map.of(
                          "antar.gateway.limits.general",
                          RATE + "/PT1H",
                          "antar.gateway.limits.shared",
                          "true")))
              .bindOrCreate("antar.gateway.limits", LimitProperties.class);
      limits =
          new RateLimits(
              properties,
              Mode.PRODUCTION,
              key -> Integer.toHexString(key.hashCode()),
              System::nanoTime);
      counts =
          new DatabaseCounts(
              DatabaseClient.builder()
                  .connectionFactory(connections)
                  .namedParameters(false)
                  .build(),
              System::nanoTime);
      exchange = new CountExchange(limits, counts, properties);
    }

    int admitted(String key, int requests) {
      return (int)
          IntStream.range(0, requests)
              .filter(_ -> limits.take(Tier.GENERAL, key).admitted())
              .count();
    }

    void tellsAndHears() {
      exchange.once().block();
    }
  }

  @Test
  void whatOneHasAdmittedTheOtherCounts() {
    assertThat(one.admitted(someone, RATE - 10)).isEqualTo(RATE - 10);
    one.tellsAndHears();
    other.tellsAndHears();

    assertThat(other.admitted(someone, RATE)).isEqualTo(10);
    assertThat(other.admitted("customer:somebody-else", 1)).isEqualTo(1);
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
  void eachBatchCountsOnce() {
    assertThat(one.admitted(someone, 10)).isEqualTo(10);
    one.tellsAndHears();
    IntStream.range(0, 5).forEach(_ -> other.tellsAndHears());

    assertThat(other.admitted(someone, RATE)).isEqualTo(RATE - 10);
  }

  /// Each may admit what it cannot know of yet: at most what the other admitted since they last
  /// told each other.
  @Test
  void togetherTheyAdmitTheRateAndWhatWasUnderWay() {
    int admitted = 0;
    int perRound = 3;
    for (int round = 0; round < RATE; round++) {
      admitted += one.admitted(someone, perRound) + other.admitted(someone, perRound);
      one.tellsAndHears();
      other.tellsAndHears();
    }
    one.tellsAndHears();

    assertThat(admitted).isBetween(RATE, RATE + 2 * perRound);
    assertThat(one.admitted(someone, 1) + other.admitted(someone, 1)).isZero();
  }

  @Test
  void aBurstAtBothBeforeTheyHearOfEachOtherIsAtMostTheRateOfEach() {
    assertThat(one.admitted(someone, 2 * RATE) + other.admitted(someone, 2 * RATE))
        .isEqualTo(2 * RATE);
    one.tellsAndHears();
    other.tellsAndHears();
    one.tellsAndHears();

    assertThat(one.admitted(someone, 1) + other.admitted(someone, 1)).isZero();
  }

  @Test
  void aGatewayThatStartsKnowsWhatWasAdmittedBefore() {
    one.admitted(someone, RATE);
    one.tellsAndHears();
    var late = new Gateway(TestEngine.bean(ConnectionFactory.class));
    late.tellsAndHears();

    assertThat(late.admitted(someone, 1)).isZero();
  }

  @Test
  void aStoreThatIsDownHoldsUpNoRequest() {
    var alone =
        new Gateway(ConnectionFactories.get("r2dbc:mysql://nobody:nothing@127.0.0.1:1/none"));
    assertThat(alone.exchange.once().onErrorComplete().block(Duration.ofSeconds(10))).isNull();

    assertThat(alone.admitted(someone, 2 * RATE)).isEqualTo(RATE);
  }

  @Test
  void whatNoWindowReachesIsForgottenAndNothingElse() {
    one.admitted(someone, RATE);
    one.tellsAndHears();
    one.counts.forgetOld().block();
    other.tellsAndHears();

    assertThat(other.admitted(someone, 1)).isZero();
  }
}
