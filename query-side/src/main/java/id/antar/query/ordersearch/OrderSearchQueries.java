package id.antar.query.ordersearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import id.antar.api.message.InvalidQuery;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.OrderHits;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.query.projection.Paging;
import id.antar.query.search.Mapping;
import id.antar.query.search.Place;
import id.antar.query.search.Search;
import id.antar.query.search.SortKeys;
import id.antar.query.search.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Best match first when there are words, else newest first.
final class OrderSearchQueries {

  static final Mapping MAPPING =
      new Mapping(
          "antar-orders",
          1,
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
            "placedAt": {"type": "date"}
          }
          """);

  private final Search search;

  OrderSearchQueries(Search search) {
    this.search = search;
  }

  @QueryHandler
  CompletableFuture<OrderHits> find(SearchOrders query) {
    int limit = Paging.requireLimit(query.limit());
    boolean byWords = query.text() != null && !query.text().isBlank();
    String list = byWords ? "order-matches" : "order-finds";
    List<SortOptions> sort = sort(byWords);
    SearchRequest request =
        SearchRequest.of(s -> {
          s.index(MAPPING.alias()).ignoreUnavailable(true).size(limit + 1);
          s.query(condition(query)).sort(sort).source(c -> c.fetch(false));
          s.trackTotalHits(t -> t.enabled(true));
          return query.cursor() == null
              ? s
              : s.searchAfter(SortKeys.decode(list, query.cursor(), sort.size()));
        });
    return search.find(request).thenApply(response -> hits(response, list, limit));
  }

  private static OrderHits hits(SearchResponse<JsonData> response, String list, int limit) {
    List<Hit<JsonData>> found = response.hits().hits();
    return new OrderHits(
        Paging.page(found, limit).stream()
            .map(hit -> new OrderId(Objects.requireNonNull(hit.id())))
            .toList(),
        response.hits().total() == null ? 0 : response.hits().total().value(),
        Paging.nextCursor(found, limit, hit -> SortKeys.cursorAfter(list, hit.sort())));
  }

  private static Query condition(SearchOrders query) {
    List<Query> filters = new ArrayList<>();
    equal("customerId", query.customerId(), filters);
    equal("merchantId", query.merchantId(), filters);
    equal("courierId", query.courierId(), filters);
    equal("status", query.status(), filters);
    if (query.placedFrom() != null || query.placedTo() != null) {
      filters.add(placedWithin(query));
    }
    if (query.near() != null && query.withinMetres() != null) {
      filters.add(Place.within("pickup", query.near(), query.withinMetres()));
    } else if (query.near() != null || query.withinMetres() != null) {
      throw new InvalidQuery("near and withinMetres are only possible together.");
    }
    List<Query> words =
        query.text() == null || query.text().isBlank()
            ? List.of()
            : List.of(Words.all("words", query.text()));
    return Query.of(q -> q.bool(b -> b.filter(filters).must(words)));
  }

  private static Query placedWithin(SearchOrders query) {
    return Query.of(q ->
        q.range(r ->
            r.date(d -> {
              d.field("placedAt");
              if (query.placedFrom() != null) {
                d.gte(query.placedFrom().toString());
              }
              return query.placedTo() == null ? d : d.lt(query.placedTo().toString());
            })));
  }

  private static void equal(String field, @Nullable Object value, List<Query> filters) {
    if (value != null) {
      filters.add(Query.of(q -> q.term(t -> t.field(field).value(value.toString()))));
    }
  }

  private static List<SortOptions> sort(boolean byWords) {
    List<SortOptions> sort = new ArrayList<>();
    if (byWords) {
      sort.add(SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))));
    }
    sort.add(SortOptions.of(s -> s.field(f -> f.field("placedAt").order(SortOrder.Desc))));
    sort.add(SortOptions.of(s -> s.field(f -> f.field("orderId").order(SortOrder.Asc))));
    return sort;
  }
}
