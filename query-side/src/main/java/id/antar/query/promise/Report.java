package id.antar.query.promise;

import id.antar.api.promise.Lateness;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import id.antar.api.promise.PromiseQuery.Calibration;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.Group;
import id.antar.api.promise.PromiseQuery.GroupBy;
import id.antar.api.promise.PromiseQuery.Kept;
import id.antar.api.promise.PromiseQuery.MeanLateness;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.query.analytics.OrderFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How the promises of many orders held.
final class Report {

  /// Where horizons are cut, in minutes.
  private static final List<Integer> HORIZONS = List.of(0, 5, 15, 30, 60);

  private final GetPromiseReport query;
  private final Map<String, Sum> groups = new TreeMap<>();

  Report(GetPromiseReport query) {
    this.query = query;
  }

  void add(OrderFact fact, List<Kept> promises) {
    groups.computeIfAbsent(key(fact), _ -> new Sum()).add(fact, promises);
  }

  private String key(OrderFact fact) {
    return switch (query.by()) {
      case ALL -> "";
      case CELL -> fact.cell();
      case MERCHANT -> fact.merchantId().value();
      case HOUR -> "%02d".formatted(fact.placedAt().atZone(query.span().timeZone()).getHour());
    };
  }

  PromiseReport answer() {
    boolean all = query.by() == GroupBy.ALL;
    return new PromiseReport(
        groups.entrySet().stream()
            .map(entry -> entry.getValue().group(all ? null : entry.getKey()))
            .toList());
  }

  /// Of what an error is one; its order is the order of the answer.
  private record Place(Kind kind, Source source, int horizon) {}

  private static final class Sum {

    private final List<Lateness> latenesses = new ArrayList<>();
    private final Map<Place, List<Long>> errors =
        new TreeMap<>(
            Comparator.comparing(Place::kind)
                .thenComparing(Place::source)
                .thenComparingInt(Place::horizon));
    private long orders;

    void add(OrderFact fact, List<Kept> promises) {
      orders++;
      Accounting.of(fact).ifPresent(latenesses::add);
      for (Kept kept : promises) {
        if (kept.errorSeconds() != null) {
          errors.computeIfAbsent(place(kept), _ -> new ArrayList<>()).add(kept.errorSeconds());
        }
      }
    }

    private static Place place(Kept kept) {
      int horizon = 0;
      while (horizon + 1 < HORIZONS.size()
          && kept.horizonSeconds() >= 60L * HORIZONS.get(horizon + 1)) {
        horizon++;
      }
      return new Place(kept.kind(), kept.source(), horizon);
    }

    Group group(@Nullable String key) {
      return new Group(
          key,
          orders,
          latenesses.isEmpty() ? null : lateness(),
          errors.entrySet().stream()
              .map(entry -> calibration(entry.getKey(), entry.getValue()))
              .toList());
    }

    private MeanLateness lateness() {
      return new MeanLateness(
          latenesses.size(),
          mean(it -> it.total() <= 0 ? 1 : 0),
          mean(Lateness::total),
          mean(Lateness::waitingForAssignment),
          mean(Lateness::firstMile),
          mean(Lateness::kitchen),
          mean(Lateness::lastMile));
    }

    private double mean(ToLongFunction<Lateness> part) {
      return latenesses.stream().mapToLong(part).average().orElse(0);
    }

    private static Calibration calibration(Place place, List<Long> all) {
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      boolean last = place.horizon() + 1 == HORIZONS.size();
      return new Calibration(
          place.kind(),
          place.source(),
          HORIZONS.get(place.horizon()),
          last ? null : HORIZONS.get(place.horizon() + 1),
          sorted.length,
          Arrays.stream(sorted).average().orElse(0),
          Arrays.stream(sorted).map(Math::abs).average().orElse(0),
          rank(sorted, 0.1),
          rank(sorted, 0.5),
          rank(sorted, 0.9),
          within(sorted, 2),
          within(sorted, 5),
          within(sorted, 10));
    }

    private static double rank(long[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double within(long[] errors, int minutes) {
      return Arrays.stream(errors)
          .mapToInt(it -> Math.abs(it) <= 60L * minutes ? 1 : 0)
          .average()
          .orElse(0);
    }
  }
}
