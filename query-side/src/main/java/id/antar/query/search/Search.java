package id.antar.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import id.antar.api.message.InvalidQuery;
import id.antar.api.message.SearchUnavailable;
import id.antar.api.search.IndexState;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The search server. Whatever shows that it is not there becomes a [SearchUnavailable].
public final class Search {

  private static final int ANSWER_SECONDS = 5;
  private static final IndexState UNKNOWN = new IndexState(-1, null, true, 0, 0, false);

  private final ElasticsearchClient client;
  private final ElasticsearchAsyncClient asyncClient;
  private final JsonMapper json;
  private final IndexRecords records;
  private final SearchMeters meters;
  private final Map<String, IndexState> states = new ConcurrentHashMap<>();

  Search(ElasticsearchClient client, JsonMapper json, IndexRecords records, SearchMeters meters) {
    this.client = client;
    this.asyncClient = new ElasticsearchAsyncClient(client._transport());
    this.json = json;
    this.records = records;
    this.meters = meters;
  }

  public <S> Projector<S> projector(Fold<S> fold, Mapping mapping) {
    return new Projector<>(fold, new SearchIndex<>(this, records, mapping, fold.stateType(), json));
  }

  /// The answer of one index; it is not waited for longer than five seconds.
  ///
  /// @param cursor what the request goes on from, if it does: it may have been changed on its way
  CompletableFuture<SearchResponse<JsonData>> find(
      Mapping mapping, SearchRequest request, @Nullable String cursor) {
    long start = System.nanoTime();
    return ask(client -> client.search(request, JsonData.class))
        .whenComplete((_, failure) -> meters.searched(mapping.alias(), start, failure))
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(foreign(cause(failure), request, cursor)));
  }

  /// A point in time ends by itself, and with the index that it was of.
  private static Throwable foreign(
      Throwable cause, SearchRequest request, @Nullable String cursor) {
    if (cursor != null && statusOf(cause) == 400) {
      return Cursor.foreign(cursor);
    }
    return cursor != null && request.pit() != null && statusOf(cause) == 404
        ? new InvalidQuery("cursor is too old; it was good for two minutes. Begin again.")
        : cause;
  }

  private static int statusOf(Throwable cause) {
    Throwable answer = cause instanceof SearchUnavailable ? cause.getCause() : cause;
    return answer instanceof ElasticsearchException e ? e.status() : 0;
  }

  <T> CompletableFuture<T> ask(Function<ElasticsearchAsyncClient, CompletableFuture<T>> question) {
    return question
        .apply(asyncClient)
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(translated(cause(failure))));
  }

  public <T> T decode(JsonData document, Class<T> type) {
    return json.readValue(document.toJson().toString(), type);
  }

  /// How far the index is, as it was known within the last second.
  public IndexState state(Mapping mapping) {
    return states.getOrDefault(mapping.alias(), UNKNOWN);
  }

  /// By whoever keeps the index.
  public void tell(String alias, IndexState state) {
    if (states.put(alias, state) == null) {
      meters.follow(alias, () -> states.getOrDefault(alias, UNKNOWN));
    }
  }

  SearchMeters meters() {
    return meters;
  }

  <T> T call(Call<T> call) {
    try {
      return call.on(client);
    } catch (IOException | ElasticsearchException e) {
      throw translated(e);
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static RuntimeException translated(Throwable cause) {
    return switch (cause) {
      case ElasticsearchException e
          when e.status() < 500 && e.status() != 429 && e.status() != 404 ->
          e;
      case ElasticsearchException e ->
          new SearchUnavailable("The search server answers " + e.status() + ".", e);
      case IOException e -> new SearchUnavailable("The search server does not answer.", e);
      case TimeoutException e -> new SearchUnavailable("The search server takes too long.", e);
      default -> new CompletionException(cause);
    };
  }

  interface Call<T> {
    T on(ElasticsearchClient client) throws IOException;
  }
}
