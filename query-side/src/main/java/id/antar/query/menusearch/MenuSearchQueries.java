package id.antar.query.menusearch;

import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.json.JsonData;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantQuery.MenuHit;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.merchant.Product;
import id.antar.api.message.InvalidQuery;
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

final class MenuSearchQueries {

  private static final int PRODUCTS_PER_HIT = 20;
  private static final String PRODUCTS = "products";

  static final Mapping MAPPING =
      new Mapping(
          "antar-menus",
          1,
          "merchantId",
          """
          {
            "merchantId": {"type": "keyword"},
            "name": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}},
            "open": {"type": "boolean"},
            "location": {"type": "geo_point"},
            "words": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}},
            "products": {
              "type": "nested",
              "dynamic": false,
              "properties": {
                "name": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}},
                "description": {"type": "text", "index_prefixes": {"min_chars": 2, "max_chars": 5}}
              }
            }
          }
          """);

  private final Search search;

  MenuSearchQueries(Search search) {
    this.search = search;
  }

  @QueryHandler
  CompletableFuture<MenuHits> find(SearchMenus query) {
    int limit = Paging.requireLimit(query.limit());
    String list = query.near() == null ? "menu-matches" : "menus-nearby";
    SearchRequest request =
        SearchRequest.of(s -> {
          s.index(MAPPING.alias()).ignoreUnavailable(true).size(limit + 1);
          s.query(condition(query)).sort(sort(query.near()));
          s.trackTotalHits(t -> t.enabled(true));
          return query.cursor() == null
              ? s
              : s.searchAfter(SortKeys.decode(list, query.cursor(), 2));
        });
    return search.find(request).thenApply(response -> hits(query, response, list, limit));
  }

  private MenuHits hits(
      SearchMenus query, SearchResponse<JsonData> response, String list, int limit) {
    List<Hit<JsonData>> found = response.hits().hits();
    return new MenuHits(
        Paging.page(found, limit).stream().map(hit -> hit(query.near(), hit)).toList(),
        response.hits().total() == null ? 0 : response.hits().total().value(),
        Paging.nextCursor(found, limit, hit -> SortKeys.cursorAfter(list, hit.sort())));
  }

  private MenuHit hit(@Nullable GeoPoint near, Hit<JsonData> hit) {
    MenuDocument menu = search.decode(Objects.requireNonNull(hit.source()), MenuDocument.class);
    GeoPoint location = menu.location().toPoint();
    return new MenuHit(
        menu.merchantId(),
        menu.name(),
        menu.open(),
        location,
        near == null ? null : (int) Math.round(near.metresTo(location)),
        products(menu, hit.innerHits().get(PRODUCTS)));
  }

  /// Without words, every product matches.
  private List<Product> products(MenuDocument menu, @Nullable InnerHitsResult matched) {
    if (matched == null) {
      return menu.products().stream().limit(PRODUCTS_PER_HIT).toList();
    }
    return matched.hits().hits().stream()
        .map(hit -> search.decode(Objects.requireNonNull(hit.source()), Product.class))
        .toList();
  }

  private static Query condition(SearchMenus query) {
    List<Query> filters = new ArrayList<>();
    if (query.openOnly()) {
      filters.add(Query.of(q -> q.term(t -> t.field("open").value(true))));
    }
    if (query.near() != null && query.withinMetres() != null) {
      filters.add(Place.within("location", query.near(), query.withinMetres()));
    } else if (query.withinMetres() != null) {
      throw new InvalidQuery("withinMetres is only possible with a place.");
    }
    String text = query.text();
    if (text == null || text.isBlank()) {
      return Query.of(q -> q.bool(b -> b.filter(filters)));
    }
    return Query.of(q ->
        q.bool(b ->
            b.filter(filters)
                .must(Words.all("words", text))
                .should(Words.any("name", text), products(text))));
  }

  private static Query products(String text) {
    Query matching =
        Query.of(q ->
            q.bool(b ->
                b.should(Words.any("products.name", text), Words.any("products.description", text))
                    .minimumShouldMatch("1")));
    return Query.of(q ->
        q.nested(n ->
            n.path(PRODUCTS)
                .query(matching)
                .scoreMode(ChildScoreMode.Max)
                .innerHits(i -> i.name(PRODUCTS).size(PRODUCTS_PER_HIT))));
  }

  private static List<SortOptions> sort(@Nullable GeoPoint near) {
    SortOptions first =
        near == null
            ? SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc)))
            : SortOptions.of(s ->
                s.geoDistance(g ->
                    g.field("location")
                        .location(Place.location(near))
                        .unit(DistanceUnit.Meters)
                        .order(SortOrder.Asc)));
    return List.of(
        first, SortOptions.of(s -> s.field(f -> f.field("merchantId").order(SortOrder.Asc))));
  }
}
