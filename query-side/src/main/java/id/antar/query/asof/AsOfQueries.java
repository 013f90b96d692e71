package id.antar.query.asof;

import id.antar.api.audit.AuditQuery.Change;
import id.antar.api.history.EntityKind;
import id.antar.api.history.HistoryQuery.Changed;
import id.antar.api.history.HistoryQuery.Difference;
import id.antar.api.history.HistoryQuery.Entity;
import id.antar.api.history.HistoryQuery.GetDifference;
import id.antar.api.history.HistoryQuery.GetEntity;
import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.query.history.Content;
import id.antar.query.history.EventArchive.Stored;
import id.antar.query.projection.Paging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers from the events of what is asked about.
final class AsOfQueries {

  private final AsOf asOf;

  AsOfQueries(AsOf asOf) {
    this.asOf = asOf;
  }

  @QueryHandler
  CompletableFuture<@Nullable Entity> get(GetEntity query) {
    return asOf.at(query.kind(), query.id(), query.at())
        .thenApply(found ->
            found
                .map(past -> entity(query.kind(), query.id(), past, query.personal()))
                .orElse(null));
  }

  private static Entity entity(EntityKind kind, String id, Past<?> past, boolean personal) {
    Stored last = past.last();
    return new Entity(
        kind,
        id,
        last.position(),
        Life.happenedAt(last),
        last.message().getTimestamp(),
        past.events(),
        past.leftOut(),
        Content.tree(past.view(), personal));
  }

  @QueryHandler
  CompletableFuture<@Nullable Timeline> get(GetTimeline query) {
    int limit = Paging.requireLimit(query.limit());
    return asOf.life(query.kind(), query.id())
        .thenApply(life -> Steps.page(query, life.events(), limit));
  }

  @QueryHandler
  CompletableFuture<@Nullable Difference> get(GetDifference query) {
    return asOf.life(query.kind(), query.id()).thenApply(life -> difference(query, life));
  }

  private static <S> @Nullable Difference difference(GetDifference query, Life<S> life) {
    Past<S> before = life.walk(query.from(), _ -> {});
    var causes = new Causes<S>(query.personal());
    Past<S> after = life.walk(query.to(), causes::step);
    if (after == null) {
      return null;
    }
    Object left = before == null ? null : before.view();
    List<Changed> changes =
        Content.difference(left, after.view(), query.personal()).stream()
            .map(change -> causes.of(change, after.last()))
            .toList();
    long from = before == null ? 0 : before.last().position();
    return new Difference(query.kind(), query.id(), from, after.last().position(), changes);
  }

  /// Which event last changed what.
  private static final class Causes<S> {

    private final boolean personal;
    private final Map<String, Stored> last = new HashMap<>();
    private @Nullable Object before;

    Causes(boolean personal) {
      this.personal = personal;
    }

    void step(Past<S> past) {
      for (Change change : Content.difference(before, past.view(), personal)) {
        last.put(change.path(), past.last());
      }
      before = past.view();
    }

    /// What is not there in the later state, and never was on its way, went by its last event.
    Changed of(Change change, Stored end) {
      Stored cause = last.getOrDefault(change.path(), end);
      return new Changed(
          change.path(),
          change.before(),
          change.after(),
          cause.position(),
          cause.message().getPayloadType().getSimpleName());
    }
  }
}
