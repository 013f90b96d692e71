package id.antar.query.ordersearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Hits;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.api.search.IndexState;
import id.antar.query.customername.CustomerNames;
import id.antar.query.projection.Paging;
import id.antar.query.search.Limits;
import id.antar.query.search.Mapping;
import id.antar.query.search.Pages;
import id.antar.query.search.Pages.Order;
import id.antar.query.search.Pages.Page;
import id.antar.query.search.Place;
import id.antar.query.search.Search;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

final class OrderSearchQueries {

  static final Mapping MAPPING =
      new Mapping(
          "antar-orders",
          2,
          "orderId",
          """
          {
            "orderId": {"type": "keyword", "copy_to": "words"},
            "customerId": {"type": "keyword"},
            "merchantId": {"type": "keyword", "copy_to": "words"},
            "courierId": {"type": "keyword", "copy_to": "words"},
            "status": {"type": "keyword"},
            "merchantName": {"type": "text", "copy_to": "words"},
            "products": {"type": "text", "copy_to": "words"},
            "words": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}},
            "pickup": {"type": "geo_point"},
            "cell7": {"type": "keyword"},
            "cell8": {"type": "keyword"},
            "cell9": {"type": "keyword"},
            "amount": {"type": "long"},
            "currency": {"type": "keyword"},
            "paymentMethods": {"type": "keyword"},
            "placedAt": {"type": "date"}
          }
          """);

  private final Search search;
  private final Pages pages;
  private final CustomerNames names;

  OrderSearchQueries(Search search, CustomerNames names) {
    this.search = search;
    this.pages = new Pages(search, MAPPING);
    this.names = names;
  }

  @QueryHandler
  CompletableFuture<Hits> find(SearchOrders query) {
    int limit = Paging.requireLimit(query.limit());
    OrderCondition.require(query.filter());
    OrderCounting.require(query.counting(), query.filter());
    Order order = order(query);
    IndexState index = search.state(MAPPING);
    return customers(query.filter())
        .thenCompose(customers ->
            customers.isPresent() && customers.get().isEmpty()
                ? CompletableFuture.completedFuture(nothing(query, index))
                : pages
                    .find(
                        order,
                        query.cursor(),
                        limit,
                        request -> question(request, query, customers))
                    .thenApply(page -> hits(query, page, index)));
  }

  /// Nothing where no name is asked for.
  private CompletableFuture<Optional<List<CustomerId>>> customers(Filter filter) {
    return filter.customerName() == null
        ? CompletableFuture.completedFuture(Optional.empty())
        : names.find(filter.customerName()).thenApply(Optional::of);
  }

  private static SearchRequest.Builder question(
      SearchRequest.Builder request, SearchOrders query, Optional<List<CustomerId>> customers) {
    return request
        .query(OrderCondition.of(query.filter(), customers))
        .aggregations(OrderCounting.aggregations(query.counting()))
        .source(c -> c.fetch(false))
        .trackTotalHits(t -> t.enabled(true));
  }

  private static Hits nothing(SearchOrders query, IndexState index) {
    return new Hits(List.of(), 0, OrderCounting.nothing(query.counting()), null, index);
  }

  private static Hits hits(SearchOrders query, Page page, IndexState index) {
    return new Hits(
        page.hits().stream().map(hit -> new OrderId(Objects.requireNonNull(hit.id()))).toList(),
        page.total(),
        OrderCounting.counted(query.counting(), page.response().aggregations()),
        page.nextCursor(),
        index);
  }

  /// What an order is sorted by never changes, but for how well it matches.
  private static Order order(SearchOrders query) {
    Sort sort = query.sort();
    GeoPoint near = query.filter().near();
    Limits.require(
        sort != Sort.RELEVANCE || query.filter().hasText(), "sort=relevance needs a text.");
    Limits.require(sort != Sort.NEAREST || near != null, "sort=nearest needs a place.");
    Stream<SortOptions> first =
        switch (sort) {
          case RELEVANCE -> Stream.of(SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))));
          case HIGHEST -> Stream.of(by("amount", FieldType.Long, SortOrder.Desc));
          case LOWEST -> Stream.of(by("amount", FieldType.Long, SortOrder.Asc));
          case NEAREST -> Stream.of(Place.nearest("pickup", Objects.requireNonNull(near)));
          case NEWEST, OLDEST -> Stream.empty();
        };
    SortOrder time = sort == Sort.OLDEST ? SortOrder.Asc : SortOrder.Desc;
    Stream<SortOptions> rest =
        Stream.of(
            by("placedAt", FieldType.Date, time), by("orderId", FieldType.Keyword, SortOrder.Asc));
    return new Order("orders-" + sort, Stream.concat(first, rest).toList(), sort == Sort.RELEVANCE);
  }

  /// @param type in an index of an older version, which may not have the field
  private static SortOptions by(String field, FieldType type, SortOrder order) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(order).unmappedType(type)));
  }
}
