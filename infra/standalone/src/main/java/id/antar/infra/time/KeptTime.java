package id.antar.infra.time;

import id.antar.api.time.EngineClock;
import java.util.Optional;

/// The engine's clock, and who sees to it that it never runs backwards, also over a restart.
public sealed interface KeptTime extends AutoCloseable permits ClockFile, SharedClock {

  EngineClock clock();

  /// Time that is faster than life stands still until then.
  void engineIsReady();

  /// Why this process's time cannot be mended while it runs.
  default Optional<String> findFault() {
    return Optional.empty();
  }

  @Override
  void close();
}
