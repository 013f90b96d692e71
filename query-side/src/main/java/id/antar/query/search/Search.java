package id.antar.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import id.antar.api.message.SearchUnavailable;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.json.JsonMapper;

/// The search server. Whatever shows that it is not there becomes a [SearchUnavailable].
public final class Search {

  private final ElasticsearchClient client;
  private final ElasticsearchAsyncClient asyncClient;
  private final JsonMapper json;

  Search(ElasticsearchClient client, JsonMapper json) {
    this.client = client;
    this.asyncClient = new ElasticsearchAsyncClient(client._transport());
    this.json = json;
  }

  public <S> Projector<S> projector(Fold<S> fold, Mapping mapping) {
    return new Projector<>(fold, new SearchIndex<>(this, mapping, fold.stateType(), json));
  }

  public CompletableFuture<SearchResponse<JsonData>> find(SearchRequest request) {
    return asyncClient
        .search(request, JsonData.class)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(translated(cause(failure))));
  }

  public <T> T decode(JsonData document, Class<T> type) {
    return json.readValue(document.toJson().toString(), type);
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
      case ElasticsearchException e when e.status() < 500 && e.status() != 429 -> e;
      case ElasticsearchException e ->
          new SearchUnavailable("The search server answers " + e.status() + ".", e);
      case IOException e -> new SearchUnavailable("The search server does not answer.", e);
      default -> new CompletionException(cause);
    };
  }

  interface Call<T> {
    T on(ElasticsearchClient client) throws IOException;
  }
}
