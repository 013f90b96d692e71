package id.antar.infra.meters;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.Measure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LastHourTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private double gauge(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).gauge().value();
  }

  private static Polled<Figures> known(Figures figures) {
    return Polled.every(Duration.ofDays(1), () -> CompletableFuture.completedFuture(figures));
  }

  @Test
  void figuresAreShownAndWhatHasNoneIsNothing() {
    var figures =
        new Figures(
            List.of(
                new Figure(Measure.ORDERS, NOON, null, null, 12, 12, null, null),
                new Figure(Measure.CANCELLED, NOON, null, null, 12, 0.25, null, null)));
    var times =
        new Figures(
            List.of(new Figure(Measure.CLICK_TO_DOOR, NOON, null, null, 9, 1500, 1400.0, 2100.0)));
    try (Polled<Figures> polled = known(figures);
        Polled<Figures> polledTimes = known(times)) {
      LastHour.register(meters, polled, polledTimes);
      assertThat(gauge("antar.orders.last.hour", "outcome", "placed")).isNaN();
      polled.look().block();
      polledTimes.look().block();

      assertThat(gauge("antar.orders.last.hour", "outcome", "placed")).isEqualTo(12);
      assertThat(gauge("antar.orders.last.hour", "outcome", "cancelled")).isEqualTo(3);
      assertThat(gauge("antar.orders.last.hour", "outcome", "delivered")).isZero();
      assertThat(gauge("antar.offers.last.hour", "outcome", "made")).isZero();
      assertThat(gauge("antar.click.to.door.seconds", "quantile", "0.5")).isEqualTo(1400);
      assertThat(gauge("antar.click.to.door.seconds", "quantile", "0.9")).isEqualTo(2100);
    }
  }

  @Test
  void itIsOneHourOfEverybodys() {
    var span = LastHour.question(NOON).span();

    assertThat(Duration.between(span.from(), span.to())).isEqualTo(Duration.ofHours(1));
    assertThat(span.starts()).hasSize(1);
  }

  @Test
  void timesAreThoseOfOrdersThatHaveHadAnHour() {
    var span = LastHour.timesQuestion(NOON).span();

    assertThat(span.to()).isEqualTo(NOON.minus(Duration.ofHours(1)));
    assertThat(span.from()).isEqualTo(NOON.minus(Duration.ofHours(3)));
  }
}
