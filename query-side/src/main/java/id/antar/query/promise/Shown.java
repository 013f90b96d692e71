package id.antar.query.promise;

import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Plan;
import id.antar.query.analytics.OrderFact.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an order's readers were shown, as far as events tell: the merchant's ready time, and what
/// the trip planned that the order is assigned to.
final class Shown {

  /// What moves by less is the same promise.
  static final Duration SAME = Duration.ofSeconds(30);

  private final OrderFact fact;
  private final List<Promise> promises = new ArrayList<>();

  private Shown(OrderFact fact) {
    this.fact = fact;
  }

  /// In the order of the order's own events, none left out.
  static List<Promise> of(OrderFact fact) {
    var shown = new Shown(fact);
    for (int i = 0; i < fact.steps().size(); i++) {
      shown.add(i);
    }
    return shown.promises;
  }

  /// In the order in which they were shown, without those that say the same as the one before.
  static List<Promise> collapsed(List<Promise> all) {
    Map<Kind, Instant> last = new EnumMap<>(Kind.class);
    List<Promise> kept = new ArrayList<>();
    for (Promise promise : all.stream().sorted(Comparator.comparing(Promise::shownAt)).toList()) {
      Instant before = last.get(promise.kind());
      if (before == null || isMoved(before, promise.promisedFor())) {
        last.put(promise.kind(), promise.promisedFor());
        kept.add(promise);
      }
    }
    return kept;
  }

  static boolean isMoved(Instant before, Instant after) {
    return Duration.between(before, after).abs().compareTo(SAME) >= 0;
  }

  private void add(int i) {
    Step step = fact.steps().get(i);
    switch (step.kind()) {
      case CONFIRMED, READY_MOVED -> ready(step, Source.MERCHANT);
      case STRANDED -> ready(step, Source.PLAN);
      case ASSIGNED -> assigned(i);
      case READY, UNASSIGNED, PICKED_UP, DELIVERED, OFF -> {}
    }
  }

  private void ready(Step step, Source source) {
    if (step.readyAt() != null) {
      promises.add(new Promise(Kind.READY, step.at(), step.readyAt(), source));
    }
  }

  /// The trip's plan as it is then, and each that follows while the order stays with it.
  private void assigned(int i) {
    Step step = fact.steps().get(i);
    Optional<Instant> end = findEnd(i);
    List<Plan> plans =
        fact.trips()
            .getOrDefault(String.valueOf(step.trip()), new OrderFact.Trip(List.of(), List.of()))
            .plans();
    int now = 0;
    while (now + 1 < plans.size() && !plans.get(now + 1).at().isAfter(step.at())) {
      now++;
    }
    for (int next = now; next < plans.size(); next++) {
      Plan plan = plans.get(next);
      if (next == now || end.map(plan.at()::isBefore).orElse(true)) {
        show(plan, next == now ? step.at() : plan.at());
      }
    }
  }

  private void show(Plan plan, Instant at) {
    if (plan.pickup() != null) {
      promises.add(new Promise(Kind.PICKUP, at, plan.pickup(), Source.PLAN));
    }
    promises.add(new Promise(Kind.DOOR, at, plan.door(), Source.PLAN));
  }

  private Optional<Instant> findEnd(int assigned) {
    return fact.steps().stream()
        .skip(assigned + 1)
        .filter(step ->
            switch (step.kind()) {
              case ASSIGNED, UNASSIGNED, STRANDED, DELIVERED, OFF -> true;
              case CONFIRMED, READY_MOVED, READY, PICKED_UP -> false;
            })
        .findFirst()
        .map(Step::at);
  }
}
