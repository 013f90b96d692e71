package id.antar.dispatch.live;

import id.antar.dispatch.shadow.Figure;
import id.antar.dispatch.shadow.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// What the shadow tells about itself.
final class ShadowMetrics {

  private final MeterRegistry registry;
  private final Timer rounds;

  ShadowMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.rounds =
        Timer.builder("antar.shadow.round").publishPercentileHistogram().register(registry);
  }

  void compared(Tally round) {
    count("compared");
    rounds.record(Duration.ofNanos((long) round.of(Figure.CANDIDATE_NANOS)));
    double same = round.of(Figure.SAME_COURIER);
    orders("same-courier", same);
    orders("other-courier", round.of(Figure.BOTH) - same);
    orders("only-live", round.of(Figure.ONLY_LIVE));
    orders("only-candidate", round.of(Figure.ONLY_CANDIDATE));
  }

  void skipped() {
    count("skipped");
  }

  void failed() {
    count("failed");
  }

  private void count(String result) {
    registry.counter("antar.shadow.rounds", "result", result).increment();
  }

  private void orders(String plans, double count) {
    registry.counter("antar.shadow.orders", "plans", plans).increment(count);
  }
}
