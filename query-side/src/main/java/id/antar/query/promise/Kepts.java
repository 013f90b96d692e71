package id.antar.query.promise;

import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.PromiseQuery.Kept;
import id.antar.api.promise.PromiseQuery.Milestones;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All promises of one order beside what happened.
final class Kepts {

  private final OrderFact fact;
  private final List<Kept> all;

  /// @param live those that no event tells
  Kepts(OrderFact fact, List<Promise> live) {
    this.fact = fact;
    List<Promise> promises = new ArrayList<>(Shown.of(fact));
    promises.addAll(live);
    this.all = Shown.collapsed(promises).stream().map(this::kept).toList();
  }

  List<Kept> all() {
    return all;
  }

  OrderPromises ofOrder() {
    Instant pickedUp = last(OrderFact.Kind.PICKED_UP);
    return new OrderPromises(
        fact.orderId(),
        all,
        milestones(pickedUp),
        last(OrderFact.Kind.READY),
        pickedUp,
        fact.findDeliveredAt().orElse(null),
        Accounting.of(fact).orElse(null));
  }

  private Milestones milestones(@Nullable Instant pickedUp) {
    return new Milestones(
        of(Kind.READY).findFirst().orElse(null),
        of(Kind.PICKUP).findFirst().orElse(null),
        of(Kind.DOOR).findFirst().orElse(null),
        of(Kind.DOOR)
            .filter(it -> pickedUp != null && it.shownAt().isBefore(pickedUp))
            .reduce((_, later) -> later)
            .orElse(null),
        of(Kind.DOOR)
            .filter(it -> pickedUp != null && !it.shownAt().isBefore(pickedUp))
            .findFirst()
            .orElse(null));
  }

  private Stream<Kept> of(Kind kind) {
    return all.stream().filter(it -> it.kind() == kind);
  }

  private Kept kept(Promise promise) {
    Instant actual = findActual(promise).orElse(null);
    return new Kept(
        promise.kind(),
        promise.shownAt(),
        promise.promisedFor(),
        promise.source(),
        seconds(promise.shownAt(), promise.promisedFor()),
        actual,
        actual == null ? null : seconds(promise.promisedFor(), actual));
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  private Optional<Instant> findActual(Promise promise) {
    return switch (promise.kind()) {
      case READY -> first(promise, times(OrderFact.Kind.READY));
      case PICKUP -> first(promise, Stream.concat(arrivals(), times(OrderFact.Kind.PICKED_UP)));
      case DOOR -> fact.findDeliveredAt();
    };
  }

  /// What came first after it had been promised: if that had to be made good by another courier, it
  /// is theirs.
  private static Optional<Instant> first(Promise promise, Stream<Instant> times) {
    return times.filter(Predicate.not(promise.shownAt()::isAfter)).min(Comparator.naturalOrder());
  }

  private Stream<Instant> times(OrderFact.Kind kind) {
    return fact.steps().stream().filter(step -> step.kind() == kind).map(Step::at);
  }

  private Stream<Instant> arrivals() {
    return fact.trips().values().stream().flatMap(trip -> trip.arrivals().stream());
  }

  private @Nullable Instant last(OrderFact.Kind kind) {
    return times(kind).reduce((_, later) -> later).orElse(null);
  }
}
