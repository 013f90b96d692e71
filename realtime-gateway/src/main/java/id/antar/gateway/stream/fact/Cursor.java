package id.antar.gateway.stream.fact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has been heard of the event store: everything up to an index, except the gaps below it. A
/// gap is an index that nothing was visible at: transactions may commit in another order than they
/// took their indexes. Written `8812-8809-8807`, which is nobody's business outside.
///
/// @param gaps descending, all below the index
record Cursor(long index, List<Long> gaps) {

  /// More are never given out, so that a cursor fits into a header.
  static final int MOST_GAPS = 500;

  /// Nothing has been heard.
  static final Cursor START = new Cursor(0, List.of());

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9]\\d{0,17})(-[1-9]\\d{0,17}){0," + MOST_GAPS + "}");
  private static final Comparator<Long> DESCENDING = Comparator.reverseOrder();

  Cursor {
    gaps = List.copyOf(gaps);
  }

  static Optional<Cursor> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    List<Long> numbers = Stream.of(text.split("-")).map(Long::valueOf).toList();
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) >= numbers.get(i - 1)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Cursor(numbers.getFirst(), numbers.subList(1, numbers.size())));
  }

  /// Whether what stands at that index has not been heard.
  boolean isBefore(long other) {
    return other > index || isGap(other);
  }

  /// Whether nothing was heard there that was not heard here.
  boolean covers(Cursor other) {
    return other.index <= index
        && !isGap(other.index)
        && gaps.stream().allMatch(gap -> gap > other.index || other.isGap(gap));
  }

  /// What has been heard here or there.
  Cursor with(Cursor other) {
    if (covers(other)) {
      return this;
    }
    long last = Math.max(index, other.index);
    List<Long> open =
        Stream.concat(gaps.stream(), other.gaps.stream())
            .distinct()
            .filter(gap -> gap < last && isBefore(gap) && other.isBefore(gap))
            .sorted(DESCENDING)
            .toList();
    return new Cursor(last, open);
  }

  /// The same, up to an index that was heard and nothing beyond.
  Cursor upTo(long last) {
    return new Cursor(last, gaps.stream().filter(gap -> gap < last).toList());
  }

  private boolean isGap(long other) {
    return Collections.binarySearch(gaps, other, DESCENDING) >= 0;
  }

  @Override
  public String toString() {
    return gaps.isEmpty()
        ? Long.toString(index)
        : index + gaps.stream().map(gap -> "-" + gap).collect(Collectors.joining());
  }
}
