package id.antar.query.promise;

import id.antar.api.promise.Lateness;
import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Step;
import id.antar.query.promise.Phases.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares what each phase took with what the plan behind the first door promise allowed for it.
/// Both are cut at the same places: the courier is there, the courier and the food are there.
final class Accounting {

  private Accounting() {}

  /// Nothing unless the order was delivered after its door had been promised.
  static Optional<Lateness> of(OrderFact fact) {
    List<Promise> shown = Shown.of(fact);
    return fact.findDeliveredAt()
        .flatMap(delivered ->
            find(shown, Kind.DOOR).map(first -> lateness(fact, shown, first, delivered)));
  }

  private static Lateness lateness(
      OrderFact fact, List<Promise> shown, Promise first, Instant delivered) {
    Map<Phase, Long> actual = Phases.between(first.shownAt(), delivered, fact);
    long start = first.shownAt().getEpochSecond();
    long door = first.promisedFor().getEpochSecond();
    long arrival = Math.max(start, pickup(shown, first).getEpochSecond());
    long leave = Math.max(arrival, ready(fact, first, arrival));
    return new Lateness(
        first.promisedFor(),
        delivered.getEpochSecond() - door,
        spent(actual, Phase.WAITING),
        spent(actual, Phase.FIRST_MILE) - (arrival - start),
        spent(actual, Phase.KITCHEN) - (leave - arrival),
        spent(actual, Phase.LAST_MILE) - (door - leave));
  }

  private static long spent(Map<Phase, Long> actual, Phase phase) {
    return actual.getOrDefault(phase, 0L);
  }

  /// When the courier was to be there, by the plan that made the promise.
  private static Instant pickup(List<Promise> shown, Promise door) {
    return shown.stream()
        .filter(it -> it.kind() == Kind.PICKUP && it.shownAt().equals(door.shownAt()))
        .findFirst()
        .map(Promise::promisedFor)
        .orElse(door.shownAt());
  }

  /// When the food was to be ready, as far as anybody knew when the promise was made.
  private static long ready(OrderFact fact, Promise first, long unknown) {
    long ready = unknown;
    for (Step step : fact.steps()) {
      if (step.kind() == OrderFact.Kind.ASSIGNED && step.at().equals(first.shownAt())) {
        break;
      }
      if (step.readyAt() != null) {
        ready = step.readyAt().getEpochSecond();
      }
    }
    return ready;
  }

  private static Optional<Promise> find(List<Promise> shown, Kind kind) {
    return shown.stream().filter(it -> it.kind() == kind).findFirst();
  }
}
