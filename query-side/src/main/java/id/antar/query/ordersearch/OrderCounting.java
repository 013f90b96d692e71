package id.antar.query.ordersearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Facet;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.search.Bucket;
import id.antar.query.search.Cells;
import id.antar.query.search.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What is counted of the orders that were found.
final class OrderCounting {

  private static final int MOST_BUCKETS = 50;
  private static final Duration LONGEST_BY_HOUR = Duration.ofDays(31);
  private static final Duration LONGEST_BY_DAY = Duration.ofDays(3_660);

  /// From 100 to 10,000,000 minor units, by steps of 1, 2, 5.
  private static final List<AggregationRange> AMOUNTS = amounts();

  private OrderCounting() {}

  private static List<AggregationRange> amounts() {
    List<AggregationRange> ranges = new ArrayList<>();
    double from = 0;
    for (double decade = 100; decade <= 10_000_000; decade *= 10) {
      for (int step : new int[] {1, 2, 5}) {
        double begin = from;
        double end = decade * step;
        ranges.add(AggregationRange.of(r -> r.key(amounts(begin, end)).from(begin).to(end)));
        from = end;
      }
    }
    double last = from;
    ranges.add(
        AggregationRange.of(r -> r.key(String.format(Locale.ROOT, "%.0f-", last)).from(last)));
    return List.copyOf(ranges);
  }

  private static String amounts(double from, double to) {
    return String.format(Locale.ROOT, "%.0f-%.0f", from, to);
  }

  static void require(Counting counting, Filter filter) {
    var _ = Cells.requireResolution(counting.cellResolution());
    if (counting.facets().contains(Facet.HOUR)) {
      Instant from = filter.placedFrom();
      Instant to = filter.placedTo();
      Limits.require(
          from != null && to != null && !from.plus(LONGEST_BY_HOUR).isBefore(to),
          "facet=hour needs placedFrom and placedTo, at most 31 days apart.");
    }
    if (counting.facets().contains(Facet.DAY)
        && filter.placedFrom() != null
        && filter.placedTo() != null) {
      Limits.require(
          !filter.placedFrom().plus(LONGEST_BY_DAY).isBefore(filter.placedTo()),
          "facet=day is for at most ten years.");
    }
  }

  static Map<String, Aggregation> aggregations(Counting counting) {
    Map<String, Aggregation> wanted = new HashMap<>();
    counting.facets().forEach(facet -> wanted.put(facet.name(), aggregation(facet, counting)));
    return wanted;
  }

  private static Aggregation aggregation(Facet facet, Counting counting) {
    return switch (facet) {
      case STATUS -> terms("status");
      case MERCHANT -> terms("merchantId");
      case PAYMENT_METHOD -> terms("paymentMethods");
      case CELL -> terms("cell" + counting.cellResolution());
      case HOUR -> histogram(CalendarInterval.Hour, counting);
      case DAY -> histogram(CalendarInterval.Day, counting);
      case AMOUNT -> Aggregation.of(a -> a.range(r -> r.field("amount").ranges(AMOUNTS)));
    };
  }

  private static Aggregation terms(String field) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(MOST_BUCKETS)));
  }

  private static Aggregation histogram(CalendarInterval interval, Counting counting) {
    return Aggregation.of(a ->
        a.dateHistogram(h ->
            h.field("placedAt")
                .calendarInterval(interval)
                .timeZone(counting.timeZone().getId())
                .minDocCount(1)));
  }

  static Map<Facet, List<Bucket>> nothing(Counting counting) {
    Map<Facet, List<Bucket>> facets = new EnumMap<>(Facet.class);
    counting.facets().forEach(facet -> facets.put(facet, List.of()));
    return facets;
  }

  static Map<Facet, List<Bucket>> counted(Counting counting, Map<String, Aggregate> answers) {
    Map<Facet, List<Bucket>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : counting.facets()) {
      Aggregate answer = answers.get(facet.name());
      facets.put(facet, answer == null ? List.of() : buckets(facet, answer));
    }
    return facets;
  }

  private static List<Bucket> buckets(Facet facet, Aggregate answer) {
    return switch (facet) {
      case STATUS, MERCHANT, PAYMENT_METHOD, CELL -> terms(facet, answer);
      case HOUR, DAY ->
          answer.dateHistogram().buckets().array().stream().map(OrderCounting::since).toList();
      case AMOUNT ->
          answer.range().buckets().array().stream()
              .filter(bucket -> bucket.docCount() > 0)
              .map(OrderCounting::within)
              .toList();
    };
  }

  /// A field that no document has yet is answered as if it had no kind.
  private static List<Bucket> terms(Facet facet, Aggregate answer) {
    return answer.isSterms()
        ? answer.sterms().buckets().array().stream().map(it -> shared(facet, it)).toList()
        : List.of();
  }

  private static Bucket shared(Facet facet, StringTermsBucket bucket) {
    String key = bucket.key().stringValue();
    boolean isWord = facet == Facet.STATUS || facet == Facet.PAYMENT_METHOD;
    return new Bucket(isWord ? key.toLowerCase(Locale.ROOT) : key, bucket.docCount());
  }

  private static Bucket since(DateHistogramBucket bucket) {
    return new Bucket(Instant.ofEpochMilli(bucket.key()).toString(), bucket.docCount());
  }

  private static Bucket within(RangeBucket bucket) {
    return new Bucket(Objects.requireNonNull(bucket.key()), bucket.docCount());
  }
}
