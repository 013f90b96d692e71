package id.antar.query.menusearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.json.JsonData;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantQuery.MenuHit;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.merchant.MerchantQuery.SearchMenus.Filter;
import id.antar.api.merchant.MerchantQuery.SearchMenus.Sort;
import id.antar.api.merchant.Product;
import id.antar.api.search.IndexState;
import id.antar.query.projection.Paging;
import id.antar.query.search.Limits;
import id.antar.query.search.Mapping;
import id.antar.query.search.Pages;
import id.antar.query.search.Pages.Order;
import id.antar.query.search.Pages.Page;
import id.antar.query.search.Place;
import id.antar.query.search.Search;
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
  private static final String RATING = "ratingHundredths";

  static final Mapping MAPPING =
      new Mapping(
          "antar-menus",
          2,
          "merchantId",
          """
          {
            "merchantId": {"type": "keyword"},
            "name": {
              "type": "text",
              "index_prefixes": {"min_chars": 2, "max_chars": 5},
              "fields": {"sorted": {"type": "keyword", "ignore_above": 200}}
            },
            "ratingHundredths": {"type": "integer"},
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
  private final Pages pages;

  MenuSearchQueries(Search search) {
    this.search = search;
    this.pages = new Pages(search, MAPPING);
  }

  @QueryHandler
  CompletableFuture<MenuHits> find(SearchMenus query) {
    int limit = Paging.requireLimit(query.limit());
    require(query);
    IndexState index = search.state(MAPPING);
    return pages
        .find(order(query), query.cursor(), limit, request -> question(request, query))
        .thenApply(page -> hits(query, page, index));
  }

  private static void require(SearchMenus query) {
    Filter filter = query.filter();
    Limits.requireText("text", filter.text());
    Limits.requireMetres(filter.near(), filter.withinMetres());
    Limits.require(
        filter.ratedFrom() == null || filter.ratedFrom() >= 100 && filter.ratedFrom() <= 500,
        "ratedFrom (" + filter.ratedFrom() + ") is not within 100 and 500.");
    Limits.require(
        query.sort() != Sort.RELEVANCE || filter.hasText(), "sort=relevance needs a text.");
    Limits.require(
        query.sort() != Sort.NEAREST || filter.near() != null, "sort=nearest needs a place.");
  }

  private static SearchRequest.Builder question(SearchRequest.Builder request, SearchMenus query) {
    return request.query(condition(query)).trackTotalHits(t -> t.enabled(true));
  }

  private MenuHits hits(SearchMenus query, Page page, IndexState index) {
    return new MenuHits(
        page.hits().stream().map(hit -> hit(query, hit)).toList(),
        page.total(),
        page.nextCursor(),
        index);
  }

  private MenuHit hit(SearchMenus query, Hit<JsonData> hit) {
    GeoPoint near = query.filter().near();
    MenuDocument menu = search.decode(Objects.requireNonNull(hit.source()), MenuDocument.class);
    GeoPoint location = menu.location().toPoint();
    return new MenuHit(
        menu.merchantId(),
        menu.name(),
        menu.open(),
        location,
        near == null ? null : (int) Math.round(near.metresTo(location)),
        query.withProducts() ? products(menu, hit.innerHits().get(PRODUCTS)) : List.of());
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
    Filter filter = query.filter();
    List<Query> filters = filters(filter);
    if (!filter.hasText()) {
      return Query.of(q -> q.bool(b -> b.filter(filters)));
    }
    String text = Objects.requireNonNull(filter.text());
    List<Query> better = new ArrayList<>(List.of(Words.any("name", text)));
    if (query.withProducts()) {
      better.add(products(text));
    }
    return Query.of(
        q -> q.bool(b -> b.filter(filters).must(Words.all("words", text)).should(better)));
  }

  private static List<Query> filters(Filter filter) {
    List<Query> filters = new ArrayList<>();
    if (filter.openOnly()) {
      filters.add(Query.of(q -> q.term(t -> t.field("open").value(true))));
    }
    if (filter.ratedFrom() != null) {
      double least = filter.ratedFrom();
      filters.add(Query.of(q -> q.range(r -> r.number(n -> n.field(RATING).gte(least)))));
    }
    if (filter.near() != null && filter.withinMetres() != null) {
      filters.add(Place.within("location", filter.near(), filter.withinMetres()));
    }
    return filters;
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

  /// Every one of these may change from one page to the next.
  private static Order order(SearchMenus query) {
    SortOptions first =
        switch (query.sort()) {
          case RELEVANCE -> SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc)));
          case NEAREST -> Place.nearest("location", Objects.requireNonNull(query.filter().near()));
          case BEST_RATED -> by(RATING, FieldType.Integer, SortOrder.Desc);
          case NAME -> by("name.sorted", FieldType.Keyword, SortOrder.Asc);
        };
    return new Order(
        "menus-" + query.sort(),
        List.of(first, by("merchantId", FieldType.Keyword, SortOrder.Asc)),
        true);
  }

  /// @param type in an index of an older version, which may not have the field
  private static SortOptions by(String field, FieldType type, SortOrder order) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(order).unmappedType(type)));
  }
}
