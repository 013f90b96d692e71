package id.antar.infra.searchload;

import id.antar.api.customer.CustomerId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Facet;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.api.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people ask, each kind as often as every other.
final class Questions {

  private static final int PAGE = 20;
  private static final int KILOMETRES = 2_000;

  private final Random random;

  Questions(long seed) {
    random = new Random(seed);
  }

  enum Kind {
    WORDS_WITH_FACETS,
    MISSPELT,
    STATUS_WITHIN_A_DAY,
    MERCHANTS_DAYS,
    NEARBY,
    DEAREST_BY_CELL,
    MONTH_WITH_ALL_FACETS,
    YEAR_WITH_FACETS,
    OWN_ORDERS
  }

  SearchOrders of(Kind kind) {
    Instant day = MadeOrders.BEGIN.plus(Duration.ofDays(random.nextInt(330)));
    return switch (kind) {
      case WORDS_WITH_FACETS ->
          ask(words(dish()), Sort.RELEVANCE, Facet.STATUS, Facet.MERCHANT, Facet.AMOUNT);
      case MISSPELT -> ask(words(misspelt()), Sort.RELEVANCE);
      case STATUS_WITHIN_A_DAY ->
          ask(
              with(null, null, null, Set.of(OrderStatus.CANCELLED), day, 1, null),
              Sort.NEWEST,
              Facet.HOUR);
      case MERCHANTS_DAYS ->
          ask(
              with(null, null, merchant(), Set.of(), null, 0, null),
              Sort.NEWEST,
              Facet.DAY,
              Facet.STATUS);
      case NEARBY ->
          ask(with(null, null, null, Set.of(), day, 30, somewhere()), Sort.NEAREST, Facet.MERCHANT);
      case DEAREST_BY_CELL ->
          ask(with(null, null, null, Set.of(), day, 7, null), Sort.HIGHEST, Facet.CELL);
      case MONTH_WITH_ALL_FACETS ->
          ask(
              with(null, null, null, Set.of(), day, 30, null),
              Sort.NEWEST,
              EnumSet.allOf(Facet.class).toArray(Facet[]::new));
      case YEAR_WITH_FACETS ->
          ask(
              Filter.NONE,
              Sort.NEWEST,
              Facet.STATUS,
              Facet.MERCHANT,
              Facet.PAYMENT_METHOD,
              Facet.DAY,
              Facet.AMOUNT,
              Facet.CELL);
      case OWN_ORDERS -> ask(with(null, customer(), null, Set.of(), null, 0, null), Sort.NEWEST);
    };
  }

  private static SearchOrders ask(Filter filter, Sort sort, Facet... facets) {
    var counting = new Counting(Set.of(facets), ZoneId.of("Asia/Jakarta"), 8);
    return new SearchOrders(filter, sort, counting, null, PAGE);
  }

  private static Filter words(String text) {
    return with(text, null, null, Set.of(), null, 0, null);
  }

  private static Filter with(
      @Nullable String text,
      @Nullable CustomerId customer,
      @Nullable MerchantId merchant,
      Set<OrderStatus> statuses,
      @Nullable Instant from,
      int days,
      @Nullable GeoPoint near) {
    return new Filter(
        text,
        null,
        customer,
        merchant,
        null,
        statuses,
        null,
        from,
        from == null ? null : from.plus(Duration.ofDays(days)),
        near,
        near == null ? null : KILOMETRES,
        null,
        null,
        null,
        null,
        null);
  }

  private String dish() {
    return MadeOrders.DISHES.get(random.nextInt(MadeOrders.DISHES.size()));
  }

  /// One letter of the first word is another one, and the second word is unfinished.
  private String misspelt() {
    String[] words = dish().split(" ");
    String first = words[0].charAt(0) + "x" + words[0].substring(2);
    return first + " " + words[1].substring(0, 3);
  }

  private MerchantId merchant() {
    return MadeOrders.merchant(random.nextInt(MadeOrders.MERCHANTS));
  }

  private CustomerId customer() {
    return MadeOrders.customer(random.nextInt(MadeOrders.CUSTOMERS));
  }

  private GeoPoint somewhere() {
    GeoPoint centre = MadeOrders.CENTRE;
    return new GeoPoint(
        centre.latitude() + random.nextGaussian() / 50,
        centre.longitude() + random.nextGaussian() / 50);
  }
}
