package id.antar.command.timeout;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Remembers every timeout under its id, the first one if there are several.
public final class RecordingTimeouts implements ScheduleTimeout {

  private final Map<String, Due> scheduled = new ConcurrentSkipListMap<>();

  @Override
  public void schedule(String timeoutId, Instant dueAt, Object command) {
    scheduled.putIfAbsent(timeoutId, new Due(dueAt, command));
  }

  @Override
  public void cancel(String timeoutId) {
    scheduled.remove(timeoutId);
  }

  public Map<String, Due> scheduled() {
    return Map.copyOf(scheduled);
  }

  public record Due(Instant dueAt, Object command) {}
}
