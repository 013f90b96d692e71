package id.antar.api.review;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How somebody is reviewed.
///
/// @param count of reviews that are not hidden
/// @param meanHundredths of their ratings, 433 for 4.33; absent if there are none
/// @param histogram how many there are of each rating, from 1 to 5
public record Rating(int count, @Nullable Integer meanHundredths, List<Integer> histogram) {

  public static final Rating NONE = of(Collections.nCopies(Opinion.BEST, 0));

  public Rating {
    histogram = List.copyOf(histogram);
  }

  public static Rating of(List<Integer> histogram) {
    int count = histogram.stream().mapToInt(Integer::intValue).sum();
    long sum =
        IntStream.range(0, histogram.size()).mapToLong(i -> (i + 1L) * histogram.get(i)).sum();
    return new Rating(
        count, count == 0 ? null : (int) ((200 * sum + count) / (2L * count)), histogram);
  }

  /// One more of a rating, or one less.
  public Rating with(int rating, int difference) {
    return of(
        IntStream.rangeClosed(1, Opinion.BEST)
            .mapToObj(it -> histogram.get(it - 1) + (it == rating ? difference : 0))
            .toList());
  }
}
