package id.antar.query.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Spans of time in whole seconds, in their order and apart from each other.
record Intervals(List<Interval> all) {

  /// @param end the second before which it ends
  record Interval(long start, long end) {}

  /// What touches or overlaps becomes one.
  static Intervals of(List<Interval> parts) {
    List<Interval> sorted =
        parts.stream()
            .filter(part -> part.start() < part.end())
            .sorted(Comparator.comparingLong(Interval::start))
            .toList();
    List<Interval> all = new ArrayList<>();
    for (Interval part : sorted) {
      if (!all.isEmpty() && part.start() <= all.getLast().end()) {
        Interval last = all.removeLast();
        all.add(new Interval(last.start(), Math.max(last.end(), part.end())));
      } else {
        all.add(part);
      }
    }
    return new Intervals(all);
  }

  Intervals within(Intervals other) {
    List<Interval> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < all.size() && j < other.all.size()) {
      Interval one = all.get(i);
      Interval two = other.all.get(j);
      common.add(new Interval(Math.max(one.start(), two.start()), Math.min(one.end(), two.end())));
      if (one.end() < two.end()) {
        i++;
      } else {
        j++;
      }
    }
    return of(common);
  }

  /// How much of it lies in each piece; a piece ends where the next begins.
  ///
  /// @param bounds one more than there are pieces, in their order
  long[] seconds(long[] bounds) {
    long[] seconds = new long[bounds.length - 1];
    int piece = 0;
    for (Interval part : all) {
      while (piece > 0 && bounds[piece] > part.start()) {
        piece--;
      }
      for (; piece < seconds.length && bounds[piece] < part.end(); piece++) {
        long start = Math.max(part.start(), bounds[piece]);
        seconds[piece] += Math.max(0, Math.min(part.end(), bounds[piece + 1]) - start);
      }
    }
    return seconds;
  }
}
