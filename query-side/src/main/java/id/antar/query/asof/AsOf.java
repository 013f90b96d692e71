package id.antar.query.asof;

import id.antar.api.history.EntityKind;
import id.antar.api.history.Moment;
import id.antar.query.history.EventArchive;
import id.antar.query.history.EventArchive.Stored;
import id.antar.query.projection.Fold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Something as it was: the fold of its view over the events that had been recorded, or had
/// happened, by then. With all of them it is the view's row.
public final class AsOf {

  private final Supplier<List<Fold<?>>> folds;
  private final Sources sources;
  private final EventArchive archive;
  private final Executor readers;

  AsOf(Supplier<List<Fold<?>>> folds, Sources sources, EventArchive archive, Executor readers) {
    this.folds = folds;
    this.sources = sources;
    this.archive = archive;
    this.readers = readers;
  }

  public CompletableFuture<Optional<Past<?>>> at(EntityKind kind, String id, Moment moment) {
    return life(kind, id).thenApply(life -> life.at(moment));
  }

  CompletableFuture<Life<?>> life(EntityKind kind, String id) {
    return sources.of(kind, id).thenApplyAsync(from -> life(kind, id, from), readers);
  }

  private Life<?> life(EntityKind kind, String id, List<String> from) {
    List<Stored> events = archive.ofAggregates(from);
    return new Life<>(fold(kind), kind, id, events);
  }

  private Fold<?> fold(EntityKind kind) {
    Map<String, Fold<?>> byName =
        folds.get().stream().collect(Collectors.toMap(Fold::name, Function.identity()));
    return Optional.ofNullable(byName.get(kind.toString()))
        .orElseThrow(() -> new IllegalStateException("There is no view of " + kind + "."));
  }
}
