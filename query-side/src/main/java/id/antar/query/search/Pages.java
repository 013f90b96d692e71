package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Pages of one index that neither repeat nor skip anything while documents change.
///
/// Where the sort is by what never changes of a document, with its key at the end, a page goes on
/// behind the last one's keys. Where it may change (how well words match, a rating), all pages from
/// the second on are of one point in time, which the server keeps for two minutes after each page.
/// The first is not: nearly nobody turns it, and each point in time costs the server.
public final class Pages {

  private static final Time KEEP = Time.of(t -> t.time("2m"));

  /// Where the server has not yet said a document's place at a point in time, its key decides.
  private static final String BEHIND_ITSELF = "l" + Long.MAX_VALUE;

  private final Search search;
  private final Mapping mapping;

  public Pages(Search search, Mapping mapping) {
    this.search = search;
    this.mapping = mapping;
  }

  /// @param list names the question, as far as a cursor has to be of the same
  /// @param sort ends with the document's key
  /// @param moving whether what it is sorted by may change
  public record Order(String list, List<SortOptions> sort, boolean moving) {
    public Order {
      sort = List.copyOf(sort);
    }
  }

  /// @param hits one more than asked for if another page follows
  public record Page(SearchResponse<JsonData> response, int limit, @Nullable String nextCursor) {

    public List<Hit<JsonData>> hits() {
      return Paging.page(response.hits().hits(), limit);
    }

    public long total() {
      return response.hits().total() == null ? 0 : response.hits().total().value();
    }
  }

  public CompletableFuture<Page> find(
      Order order,
      @Nullable String cursor,
      int limit,
      UnaryOperator<SearchRequest.Builder> question) {
    if (!order.moving()) {
      List<String> after = cursor == null ? List.of() : decode(order, cursor, 0);
      return page(order, null, cursor, after, limit, question);
    }
    if (cursor == null) {
      return page(order, null, null, List.of(), limit, question);
    }
    // One more, which the server adds at a point in time.
    List<String> values = decode(order, cursor, 2);
    List<String> after = values.subList(1, values.size());
    return values.getFirst().isEmpty()
        ? second(order, cursor, after, limit, question)
        : page(order, values.getFirst(), cursor, after, limit, question);
  }

  private CompletableFuture<Page> second(
      Order order,
      String cursor,
      List<String> after,
      int limit,
      UnaryOperator<SearchRequest.Builder> question) {
    return search
        .ask(client -> client.openPointInTime(p -> p.index(mapping.alias()).keepAlive(KEEP)))
        .thenCompose(opened ->
            page(order, opened.id(), cursor, after, limit, question)
                .whenComplete((_, failure) -> {
                  if (failure != null) {
                    close(opened.id());
                  }
                }));
  }

  private void close(String pit) {
    var _ = search.ask(client -> client.closePointInTime(p -> p.id(pit)));
  }

  private static List<String> decode(Order order, String cursor, int more) {
    return Cursor.decode(order.list(), cursor, order.sort().size() + more);
  }

  private CompletableFuture<Page> page(
      Order order,
      @Nullable String pit,
      @Nullable String cursor,
      List<String> after,
      int limit,
      UnaryOperator<SearchRequest.Builder> question) {
    var request = question.apply(new SearchRequest.Builder()).size(limit + 1).sort(order.sort());
    if (pit == null) {
      request.index(mapping.alias());
    } else {
      request.pit(p -> p.id(pit).keepAlive(KEEP));
    }
    if (cursor != null) {
      request.searchAfter(SortKeys.values(cursor, after));
    }
    return search
        .find(mapping, request.build(), cursor)
        .thenApply(response -> turned(order, response, limit));
  }

  private Page turned(Order order, SearchResponse<JsonData> response, int limit) {
    String next =
        Paging.nextCursor(
            response.hits().hits(), limit, hit -> cursor(order, response.pitId(), hit));
    String pit = response.pitId();
    if (pit != null && next == null) {
      close(pit);
    }
    return new Page(response, limit, next);
  }

  private static String cursor(Order order, @Nullable String pit, Hit<JsonData> hit) {
    List<String> values = new ArrayList<>(SortKeys.texts(hit.sort()));
    if (order.moving()) {
      values.addFirst(pit == null ? "" : pit);
    }
    if (order.moving() && pit == null) {
      values.add(BEHIND_ITSELF);
    }
    return Cursor.encode(order.list(), values);
  }
}
