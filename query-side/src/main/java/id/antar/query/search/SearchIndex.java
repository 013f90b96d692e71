package id.antar.query.search;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import id.antar.api.message.Ids;
import id.antar.api.message.SearchUnavailable;
import id.antar.query.projection.Rows;
import id.antar.query.projection.Storage;
import id.antar.query.search.IndexRecord.Found;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The documents of one projection: an index behind an alias. It is made by a rebuild, the first
/// time as well, and is written only while it is known to be whole.
public final class SearchIndex<S> implements Storage<S> {

  /// While it is filled nobody reads it, and later whoever keeps it refreshes it more often.
  private static final String REFRESH = "30s";

  /// None on a server that is alone, one in a cluster.
  private static final String REPLICAS = "0-1";

  private final Search search;
  private final IndexRecords records;
  private final Mapping mapping;
  private final Class<S> stateType;
  private final JsonMapper json;
  private final AtomicReference<@Nullable String> fresh = new AtomicReference<>();

  SearchIndex(
      Search search, IndexRecords records, Mapping mapping, Class<S> stateType, JsonMapper json) {
    this.search = search;
    this.records = records;
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
    return new SearchRows<>(search, json, stateType, mapping, mapping.alias(), this::requireWhole);
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
                    .settings(
                        s -> s.autoExpandReplicas(REPLICAS).refreshInterval(t -> t.time(REFRESH)))
                    .mappings(m -> m.withJson(new StringReader(mapping.toJson())))));
    fresh.set(name);
    return new SearchRows<>(search, json, stateType, mapping, name, () -> {});
  }

  @Override
  public void settle() {
    String name = fresh.get();
    List<String> names = name == null ? List.of(name()) : List.of(name(), name);
    search.call(client -> client.indices().refresh(r -> r.index(names)));
  }

  @Override
  public void replaceLive() {
    Set<String> former = behind(name()).keySet();
    String name = requireNonNull(fresh.get(), "There is no fresh index beside " + name() + ".");
    List<Action> actions = new ArrayList<>();
    former.forEach(
        index -> actions.add(Action.of(a -> a.remove(r -> r.index(index).alias(name())))));
    actions.add(Action.of(a -> a.add(r -> r.index(name).alias(name()))));
    refresh(name);
    search.call(client -> client.indices().updateAliases(u -> u.actions(actions)));
    fresh.set(null);
    find().ifPresent(found -> records.keep(name(), found.uuid()));
    former.forEach(this::drop);
  }

  @Override
  public void dropFresh() {
    String name = fresh.getAndSet(null);
    if (name != null) {
      drop(name);
    }
  }

  /// Why it has to be made anew, or nothing.
  public Optional<String> fault() {
    return IndexRecord.fault(find().orElse(null), records.find(name()).orElse(null), mapping);
  }

  /// Whether its files are gone or broken, while the server itself is well.
  public boolean isBroken() {
    return search.call(c -> c.cluster().health(h -> h.index(name()))).status() == HealthStatus.Red;
  }

  /// What has been written can be found from here on.
  public void refresh() {
    refresh(name());
  }

  /// Notes within the index itself how far it is, so that it shows when it is put back in time.
  public void mark(long position) {
    search.call(client ->
        client
            .indices()
            .putMapping(m ->
                m.index(name())
                    .meta(Mapping.VERSION, JsonData.of(mapping.version()))
                    .meta(Mapping.MARKED, JsonData.of(position))));
  }

  private Optional<Found> find() {
    return behind(name()).entrySet().stream()
        .findFirst()
        .map(it -> found(it.getKey(), it.getValue()));
  }

  private static Found found(String name, IndexState index) {
    Map<String, JsonData> meta = requireNonNull(index.mappings()).meta();
    return new Found(
        name,
        requireNonNull(requireNonNull(requireNonNull(index.settings()).index()).uuid()),
        number(meta.get(Mapping.VERSION)),
        number(meta.get(Mapping.MARKED)));
  }

  private static long number(@Nullable JsonData value) {
    return value == null ? -1 : value.to(Long.class);
  }

  private void requireWhole() {
    fault()
        .ifPresent(fault -> {
          throw new SearchUnavailable(
              name() + " " + fault + ".", new IOException("It waits for its rebuild."));
        });
  }

  private void dropLeftovers() {
    Set<String> used = behind(name()).keySet();
    behind(name() + "-v*").keySet().stream()
        .filter(index -> !used.contains(index))
        .forEach(this::drop);
  }

  private Map<String, IndexState> behind(String name) {
    return search
        .call(client ->
            client.indices().get(g -> g.index(name).ignoreUnavailable(true).allowNoIndices(true)))
        .result();
  }

  private void refresh(String name) {
    search.call(client -> client.indices().refresh(r -> r.index(name)));
  }

  private void drop(String index) {
    search.call(client -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
  }
}
