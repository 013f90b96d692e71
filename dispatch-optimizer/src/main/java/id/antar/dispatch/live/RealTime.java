package id.antar.dispatch.live;

import id.antar.api.time.EngineClock;
import java.time.Duration;

/// Spans that are about machines and networks, which do not run faster when the engine's clock
/// does.
final class RealTime {

  private RealTime() {}

  /// The span, but no less than so much of real time.
  static Duration atLeast(Duration real, Duration span, EngineClock clock) {
    return clock.toReal(span).compareTo(real) >= 0 ? span : inEngineTime(real, clock);
  }

  private static Duration inEngineTime(Duration real, EngineClock clock) {
    return Duration.ofNanos((long) (real.toNanos() * clock.speed()));
  }
}
