package id.antar.dispatch.live;

import id.antar.api.dispatch.WhatIf.Change;
import id.antar.api.dispatch.WhatIf.Total;
import id.antar.api.order.OrderId;
import id.antar.dispatch.live.Planning.Planned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How orders fare in one plan, and how in another of the same moment.
final class Difference {

  private static final Comparator<Change> LATEST_FIRST =
      Comparator.comparing(
              Change::secondsLater, Comparator.nullsFirst(Comparator.<Integer>reverseOrder()))
          .thenComparing(change -> change.orderId().value());

  private final Instant now;
  private final int target;
  private final List<Change> all;

  /// @param target from placing to door, in seconds; what is beyond it is late
  Difference(Planned before, Planned after, int target) {
    this.now = before.situation().problem().now();
    this.target = target;
    Map<OrderId, Foretold> one = Foretold.of(before);
    Map<OrderId, Foretold> other = Foretold.of(after);
    var orders = new TreeSet<OrderId>(Comparator.comparing(OrderId::value));
    orders.addAll(before.situation().orders());
    orders.addAll(after.situation().orders());
    this.all = orders.stream().map(id -> change(id, one.get(id), other.get(id))).toList();
  }

  private Change change(OrderId id, @Nullable Foretold before, @Nullable Foretold after) {
    return new Change(
        id,
        before == null ? null : before.courierId(),
        after == null ? null : after.courierId(),
        before == null ? null : now.plusSeconds(before.door()),
        after == null ? null : now.plusSeconds(after.door()),
        before == null || after == null ? null : after.door() - before.door(),
        before == null ? null : before.late(target),
        after == null ? null : after.late(target));
  }

  /// The moved order if its courier differs, and those whose door time differs; first those that
  /// lose or find a courier.
  List<Change> changes(OrderId moved) {
    return all.stream()
        .filter(it ->
            !Objects.equals(it.doorBefore(), it.doorAfter())
                || it.orderId().equals(moved)
                    && !Objects.equals(it.courierBefore(), it.courierAfter()))
        .sorted(LATEST_FIRST)
        .toList();
  }

  Total total() {
    List<Change> both = all.stream().filter(it -> it.secondsLater() != null).toList();
    List<Integer> later = both.stream().map(Change::secondsLater).toList();
    return new Total(
        all.size(),
        (int) later.stream().filter(seconds -> seconds > 0).count(),
        (int) later.stream().filter(seconds -> seconds < 0).count(),
        later.stream().mapToLong(Integer::longValue).sum(),
        sum(both.stream().map(Change::lateSecondsBefore)),
        sum(both.stream().map(Change::lateSecondsAfter)),
        (int) all.stream().filter(it -> it.courierBefore() == null).count(),
        (int) all.stream().filter(it -> it.courierAfter() == null).count());
  }

  private static long sum(Stream<@Nullable Integer> seconds) {
    return seconds.filter(Objects::nonNull).mapToLong(Integer::longValue).sum();
  }
}
