package id.antar.command.timeout;

import java.time.Instant;

/// A command for later.
record Timeout(String timeoutId, Instant dueAt, Object command) {

  void schedule(ScheduleTimeout timeouts) {
    timeouts.schedule(timeoutId, dueAt, command);
  }
}
