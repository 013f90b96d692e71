package id.antar.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.mode.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CountExchangeTest {

  private static final int RATE = 10;

  private static LimitProperties properties() {
    return new Binder(
            new MapConfigurationPropertySource(
                Map.of(
                    "antar.gateway.limits.general",
                    RATE + "/PT1H",
                    "antar.gateway.limits.shared",
                    "true")))
        .bindOrCreate("antar.gateway.limits", LimitProperties.class);
  }

  /// A table that each gateway appends to and reads the others' rows of.
  private static final class Table {

    private record Row(int gateway, List<ShareCounts.Count> counts) {}

    private final List<Row> rows = new ArrayList<>();

    ShareCounts of(int gateway) {
      int[] read = {0};
      return (own, _) ->
          Mono.fromSupplier(() -> {
            rows.add(new Row(gateway, own));
            List<ShareCounts.Told> told =
                rows.subList(read[0], rows.size()).stream()
                    .filter(row -> row.gateway() != gateway)
                    .map(row -> new ShareCounts.Told(Duration.ZERO, row.counts()))
                    .toList();
            read[0] = rows.size();
            return told;
          });
    }
  }

  /// A step's remainder by three says who acts, and whether they admit or exchange.
  @Property
  void gatewaysAdmitTheRateAndAtMostWhatTheOthersDidNotKnow(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 8) Integer> steps) {
    var table = new Table();
    var limits = new ArrayList<RateLimits>();
    var exchanges = new ArrayList<CountExchange>();
    for (int i = 0; i < 3; i++) {
      limits.add(new RateLimits(properties(), Mode.PRODUCTION, UnaryOperator.identity(), () -> 0));
      exchanges.add(new CountExchange(limits.get(i), table.of(i), properties()));
    }
    int admitted = 0;
    for (int step : steps) {
      if (step < 3) {
        exchanges.get(step).once().block();
      } else if (limits.get(step % 3).take(Tier.GENERAL, "ada").admitted()) {
        admitted++;
      }
      assertThat(admitted).isLessThanOrEqualTo(3 * RATE);
    }
    boolean full = admitted >= RATE;
    for (int round = 0; round < 2; round++) {
      exchanges.forEach(each -> each.once().block());
    }
    for (RateLimits each : limits) {
      assertThat(full && each.take(Tier.GENERAL, "ada").admitted()).isFalse();
    }
  }

  @Test
  void theExchangeGoesOnAfterTheStoreWasDown() {
    int[] asked = {0};
    ShareCounts flaky =
        (_, _) -> {
          asked[0]++;
          return asked[0] % 2 == 1 ? Mono.error(new IllegalStateException("down")) : Mono.never();
        };
    var limits =
        new RateLimits(properties(), Mode.PRODUCTION, UnaryOperator.identity(), System::nanoTime);

    StepVerifier.withVirtualTime(() -> new CountExchange(limits, flaky, properties()).forEver())
        .thenAwait(Duration.ofSeconds(10))
        .then(() -> assertThat(asked[0]).isGreaterThan(5))
        .thenCancel()
        .verify();
  }

  @Test
  void othersAreToldOfKeysInDisguise() {
    var limits =
        new RateLimits(properties(), Mode.PRODUCTION, key -> key.length() + " long", () -> 0);
    limits.take(Tier.SIGN_IN, "192.0.2.1");

    assertThat(limits.takeUntold())
        .containsExactly(new ShareCounts.Count(Tier.SIGN_IN, "9 long", 1));
  }

  @Test
  void inDevelopmentOneRateIsForAll() {
    var limits =
        new RateLimits(properties(), Mode.DEVELOPMENT, UnaryOperator.identity(), System::nanoTime);

    for (Tier tier : Tier.values()) {
      assertThat(limits.rate(tier)).isEqualTo(Rate.valueOf("60000/PT1M"));
      assertThat(limits.policy(tier)).isEqualTo("development");
    }
  }

  @Test
  void thereAreDefaults() {
    LimitProperties defaults =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("antar.gateway.limits", LimitProperties.class);

    assertThat(defaults.of(Tier.GENERAL)).isEqualTo(Rate.valueOf("100/PT1M"));
    assertThat(defaults.of(Tier.SIGN_IN)).isEqualTo(Rate.valueOf("20/PT1M"));
    assertThat(defaults.of(Tier.API_KEY)).isEqualTo(Rate.valueOf("1000/PT1H"));
    assertThat(defaults.of(Tier.ADDRESS)).isEqualTo(Rate.valueOf("100/PT1M"));
    assertThat(defaults.shared()).isFalse();
  }
}
