package id.antar.infra.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.mode.Mode;
import id.antar.gateway.edge.limit.CountExchange;
import id.antar.gateway.edge.limit.LimitProperties;
import id.antar.gateway.edge.limit.RateLimits;
import id.antar.gateway.edge.limit.ShareCounts;
import id.antar.gateway.edge.limit.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What gateways that count together may rely on, whatever they count in.
abstract class CountingTogether {
  static final int RATE = 40;

  final String someone = "customer:" + UUID.randomUUID();
  Gateway one;
  Gateway other;

  /// Of a gateway; all of them are in one place.
  abstract ShareCounts counts();

  /// Of a gateway whose place does not answer.
  abstract ShareCounts alone();

  @BeforeEach
  void twoGateways() {
    one = new Gateway(counts());
    other = new Gateway(counts());
  }

  /// What a gateway has of the matter.
  static final class Gateway {
    private final RateLimits limits;
    private final CountExchange exchange;

    Gateway(ShareCounts counts) {
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

    void isNotHeard() {
      assertThatThrownBy(() -> exchange.once().block(Duration.ofSeconds(10))).isNotNull();
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
    var late = new Gateway(counts());
    late.tellsAndHears();

    assertThat(late.admitted(someone, 1)).isZero();
  }

  @Test
  void aPlaceThatDoesNotAnswerHoldsUpNoRequest() {
    var alone = new Gateway(alone());
    alone.isNotHeard();

    assertThat(alone.admitted(someone, 2 * RATE)).isEqualTo(RATE);
  }
}
