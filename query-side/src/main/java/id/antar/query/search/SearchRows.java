package id.antar.query.search;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import id.antar.api.message.SearchUnavailable;
import id.antar.query.projection.Row;
import id.antar.query.projection.Rows;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Rows as documents. The row's version is the document's external one, so the server itself
/// refuses what is older.
final class SearchRows<S> implements Rows<S> {

  private static final Logger LOG = LoggerFactory.getLogger(SearchRows.class);
  private static final String MARKS = "marks";
  private static final TypeReference<LinkedHashMap<String, Long>> MARKS_TYPE =
      new TypeReference<>() {};

  private final Search search;
  private final JsonMapper json;
  private final Class<S> stateType;
  private final Mapping mapping;
  private final String index;
  private final Runnable admission;
  private volatile boolean admitted;

  /// @param admission asked before the first use and again after every failure: the server may have
  ///   lost its index with its disk
  SearchRows(
      Search search,
      JsonMapper json,
      Class<S> stateType,
      Mapping mapping,
      String index,
      Runnable admission) {
    this.search = search;
    this.json = json;
    this.stateType = stateType;
    this.mapping = mapping;
    this.index = index;
    this.admission = admission;
  }

  @Override
  public Map<String, Supplier<Row<S>>> load(Collection<String> keys) {
    return admitted(() -> rows(keys));
  }

  private Map<String, Supplier<Row<S>>> rows(Collection<String> keys) {
    MgetResponse<JsonData> response =
        search.call(
            client -> client.mget(m -> m.index(index).ids(List.copyOf(keys)), JsonData.class));
    Map<String, Supplier<Row<S>>> found = new HashMap<>();
    for (MultiGetResponseItem<JsonData> item : response.docs()) {
      if (item.isFailure()) {
        throw unavailable(item.failure().error());
      }
      GetResult<JsonData> document = item.result();
      if (document.found()) {
        found.put(document.id(), () -> row(document.source(), document.version()));
      }
    }
    return found;
  }

  @Override
  public List<Keyed<S>> page(@Nullable String afterKey, int limit) {
    SearchRequest request =
        SearchRequest.of(s -> {
          s.index(index).size(limit).version(true).trackTotalHits(t -> t.enabled(false));
          s.sort(o -> o.field(f -> f.field(mapping.keyField()).order(SortOrder.Asc)));
          return afterKey == null ? s : s.searchAfter(FieldValue.of(afterKey));
        });
    return search.call(client -> client.search(request, JsonData.class)).hits().hits().stream()
        .map(this::keyed)
        .toList();
  }

  private Keyed<S> keyed(Hit<JsonData> hit) {
    return new Keyed<>(requireNonNull(hit.id()), () -> row(hit.source(), hit.version()));
  }

  @Override
  public void save(Map<String, Row<S>> rows) {
    List<BulkOperation> operations =
        rows.entrySet().stream().map(row -> operation(row.getKey(), row.getValue())).toList();
    BulkRequest request =
        BulkRequest.of(
            b -> b.index(index).requireAlias(index.equals(mapping.alias())).operations(operations));
    List<BulkResponseItem> items = admitted(() -> Backpressure.outwait(() -> bulk(request)));
    search.meters().written(mapping.alias(), items.size());
  }

  /// Once more does no harm: a document is never put in the place of a later one.
  private List<BulkResponseItem> bulk(BulkRequest request) {
    List<BulkResponseItem> answers = search.call(client -> client.bulk(request)).items();
    answers.forEach(this::check);
    return answers;
  }

  private BulkOperation operation(String key, Row<S> row) {
    ObjectNode document = json.valueToTree(row.state());
    document.set(MARKS, json.valueToTree(row.marks()));
    BinaryData content =
        BinaryData.of(json.writeValueAsBytes(document), ContentType.APPLICATION_JSON);
    return BulkOperation.of(o ->
        o.index(i ->
            i.id(key).version(row.version()).versionType(VersionType.External).document(content)));
  }

  /// A document that the server will never take is left out: waiting would not help, and a rebuild
  /// finds it.
  private void check(BulkResponseItem item) {
    ErrorCause error = item.error();
    if (error == null || item.status() == 409) {
      return;
    }
    if (item.status() == 400) {
      LOG.error("Document {} is refused by {}: {}", item.id(), index, error.reason());
      search.meters().refused(mapping.alias());
      return;
    }
    throw item.status() == Backpressure.TOO_MANY_REQUESTS
        ? new SearchUnavailable(index + ": too busy", new Backpressure.Refused(error.toString()))
        : unavailable(error);
  }

  private Row<S> row(@Nullable JsonData source, @Nullable Long version) {
    ObjectNode document = (ObjectNode) json.readTree(requireNonNull(source).toJson().toString());
    JsonNode marks = requireNonNull(document.remove(MARKS));
    return new Row<>(
        json.treeToValue(document, stateType),
        requireNonNull(version),
        json.convertValue(marks, MARKS_TYPE));
  }

  private <T> T admitted(Supplier<T> use) {
    if (!admitted) {
      admission.run();
    }
    admitted = false;
    T result = use.get();
    admitted = true;
    return result;
  }

  private SearchUnavailable unavailable(ErrorCause error) {
    return new SearchUnavailable(
        index + ": " + error.type(), new IOException(String.valueOf(error.reason())));
  }
}
