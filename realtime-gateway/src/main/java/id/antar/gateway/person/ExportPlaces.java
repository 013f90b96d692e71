package id.antar.gateway.person;

import id.antar.api.message.Actor;
import id.antar.gateway.edge.problem.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Who has an export made now: each person one, and a few at once.
final class ExportPlaces {

  private static final int AT_ONCE = 4;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Set<Actor> taken = ConcurrentHashMap.newKeySet();

  /// Throws if there is none.
  Actor take(Actor person) {
    if (!taken.add(person)) {
      throw refusal("Your last export is still being made or read.");
    }
    if (!free.tryAcquire()) {
      taken.remove(person);
      throw refusal("Other exports are being made.");
    }
    return person;
  }

  void leave(Actor person) {
    if (taken.remove(person)) {
      free.release();
    }
  }

  private static RuntimeException refusal(String detail) {
    return Problem.of(429, "export-in-progress", detail).retryAfter(RETRY_AFTER).asException();
  }
}
