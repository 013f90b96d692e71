package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import id.antar.api.message.Ids;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Storage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The documents of one projection: an index behind an alias.
final class SearchIndex<S> implements Storage<S> {

  private final Search search;
  private final Mapping mapping;
  private final Class<S> stateType;
  private final JsonMapper json;
  private final AtomicReference<@Nullable String> fresh = new AtomicReference<>();

  SearchIndex(Search search, Mapping mapping, Class<S> stateType, JsonMapper json) {
    this.search = search;
    this.mapping = mapping;
    this.stateType = stateType;
    this.json = json;
  }

  @Override
  public String name() {
    return mapping.alias();
  }

  @Override
  public Rows<S> live() {
    return new SearchRows<>(
        search, json, stateType, mapping.alias(), mapping.keyField(), this::createLive);
  }

  @Override
  public Rows<S> createFresh() {
    dropLeftovers();
    String name = mapping.indexName(Ids.random().substring(0, 8));
    search.call(client ->
        client
            .indices()
            .create(index ->
                index
                    .index(name)
                    .settings(s -> s.numberOfReplicas("0"))
                    .mappings(m -> m.withJson(new StringReader(mapping.toJson())))));
    fresh.set(name);
    return new SearchRows<>(search, json, stateType, name, mapping.keyField(), () -> {});
  }

  @Override
  public void settle() {
    List<String> names = new ArrayList<>(List.of(mapping.alias()));
    String name = fresh.get();
    if (name != null) {
      names.add(name);
    }
    search.call(client -> client.indices().refresh(r -> r.index(names)));
  }

  @Override
  public void replaceLive() {
    Set<String> former = behindAlias();
    String name = freshName();
    List<Action> actions = new ArrayList<>();
    former.forEach(
        index -> actions.add(Action.of(a -> a.remove(r -> r.index(index).alias(mapping.alias())))));
    actions.add(Action.of(a -> a.add(r -> r.index(name).alias(mapping.alias()))));
    search.call(client -> client.indices().updateAliases(u -> u.actions(actions)));
    fresh.set(null);
    former.forEach(this::drop);
  }

  @Override
  public void dropFresh() {
    String name = fresh.getAndSet(null);
    if (name != null) {
      drop(name);
    }
  }

  /// Made on first use, so that the engine starts without a search server.
  private void createLive() {
    if (search.call(c -> c.indices().existsAlias(a -> a.name(mapping.alias()))).value()) {
      return;
    }
    try {
      search.call(client ->
          client
              .indices()
              .create(index ->
                  index
                      .index(mapping.indexName("first"))
                      .settings(s -> s.numberOfReplicas("0"))
                      .aliases(mapping.alias(), a -> a)
                      .mappings(m -> m.withJson(new StringReader(mapping.toJson())))));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  private void dropLeftovers() {
    Set<String> used = behindAlias();
    search
        .call(client ->
            client.indices().get(g -> g.index(mapping.alias() + "-v*").allowNoIndices(true)))
        .result()
        .keySet()
        .stream()
        .filter(index -> !used.contains(index))
        .forEach(this::drop);
  }

  private Set<String> behindAlias() {
    createLive();
    return search
        .call(client -> client.indices().getAlias(a -> a.name(mapping.alias())))
        .result()
        .keySet();
  }

  private void drop(String index) {
    search.call(client -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
  }

  private String freshName() {
    String name = fresh.get();
    if (name == null) {
      throw new IllegalStateException("There is no fresh index beside " + mapping.alias() + ".");
    }
    return name;
  }
}
