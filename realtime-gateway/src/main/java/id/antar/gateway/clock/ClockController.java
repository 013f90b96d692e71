package id.antar.gateway.clock;

import id.antar.api.time.EngineClock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The engine's time, by which everything else is dated.
@RestController
final class ClockController {

  private final EngineClock clock;

  ClockController(EngineClock clock) {
    this.clock = clock;
  }

  record ClockAnswer(Instant now, double speed) {}

  @GetMapping("/v1/clock")
  ClockAnswer now() {
    return new ClockAnswer(clock.instant(), clock.speed());
  }
}
